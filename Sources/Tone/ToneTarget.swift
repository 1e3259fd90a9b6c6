import NewswatchModel

/// A mention to be judged.
public struct ToneTarget: Hashable, Sendable {
    /// The stretch of text that the model may read, in octets; mostly the sentence.
    public var passage: ByteRange
    /// The name, inside the passage.
    public var mention: ByteRange

    public init(passage: ByteRange, mention: ByteRange) { (self.passage, self.mention) = (passage, mention) }

    /// The same inside a text of `count` octets: the passage cut to the text, the mention cut to the passage.
    func clamped(to count: Int) -> ToneTarget {
        func cut(_ range: ByteRange, _ whole: ByteRange) -> ByteRange {
            let start = min(max(range.start, whole.start), whole.end)
            return ByteRange(start, min(max(range.end, start), whole.end))
        }
        let passage = cut(passage, ByteRange(0, count))
        return ToneTarget(passage: passage, mention: cut(mention, passage))
    }
}
