import NewswatchModel

/// A stretch of an article's title or text.
public struct SpanItem: Codable, Sendable, Hashable {
    /// Octets from the field's start; `end` is exclusive.
    public var start: Int
    public var end: Int
    public var text: String

    public init(_ range: ByteRange, in field: String) {
        (start, end) = (range.start, range.end)
        let octets = Array(field.utf8)
        text =
            range.start <= range.end && range.end <= octets.count
            ? String(decoding: octets[range.start..<range.end], as: UTF8.self) : ""
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
