import NewswatchModel

/// A mention to be judged.
public struct ToneTarget: Hashable, Sendable {
    /// The stretch of text that the model may read, in octets; mostly the sentence.
    public var passage: ByteRange
    /// The name, inside the passage.
    public var mention: ByteRange

    public init(passage: ByteRange, mention: ByteRange) { (self.passage, self.mention) = (passage, mention) }

    /// The same with a passage that reaches at most `reach` octets to each side of the mention; it begins and ends
    /// between characters, and inside the text.
    public func near(_ reach: Int, in text: UnsafeBufferPointer<UInt8>) -> ToneTarget {
        let target = clamped(to: text.count)
        let bounds = TextScalars(text, target.passage.start, target.passage.end)
        let start = bounds.aligned(target.mention.start - reach)
        let end = max(bounds.aligned(target.mention.end + reach), target.mention.end)
        return ToneTarget(passage: ByteRange(start, end), mention: target.mention)
    }

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
