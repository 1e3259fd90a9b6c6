import NewswatchModel

/// A stretch of an article's title or text.
public struct SpanItem: Codable, Sendable, Hashable {
    /// Octets from the field's start; `end` is exclusive.
    public var start: Int
    public var end: Int
    public var text: String

    public init(_ range: ByteRange, in field: String) {
        (start, end) = (range.start, range.end)
        let octets = field.utf8
        guard 0 <= start, start <= end, end <= octets.count else {
            text = ""
            return
        }
        // By index, since a field may have megabytes and a score many words.
        let first = octets.index(octets.startIndex, offsetBy: start)
        text = String(decoding: octets[first..<octets.index(first, offsetBy: end - start)], as: UTF8.self)
    }
}

/// A word that carries part of a score.
public struct EvidenceItem: Codable, Sendable, Hashable {
    public var start: Int
    public var end: Int
    public var text: String
    /// How much it moves the score; negative pulls toward −1.
    public var weight: Double
    /// `model`: the mean of what the score loses without it and of what it adds to the mention alone. `words`: the weight that the user gave it.
    public var source: ToneEvidenceSource

    public init(_ evidence: ToneEvidence, in field: String) {
        let span = SpanItem(evidence.range, in: field)
        (start, end, text) = (span.start, span.end, span.text)
        (weight, source) = (ToneItem.short(evidence.weight), evidence.source)
    }
}
