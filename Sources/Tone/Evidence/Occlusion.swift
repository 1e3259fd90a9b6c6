import NewswatchModel

/// Which words make a score what it is, found by leaving each of them out, and by leaving each of them alone.
///
/// Where several words say the same, none of them is missed when it is gone: so each is also tried with the mention and
/// nothing else. Of the orders in which a word can join the others these are the last and the first; a Shapley value
/// (L. S. Shapley, 1953) takes the mean over all of them, which nobody could wait for.
///
/// It costs two judgements for each word, so it is for the one score that somebody asks about.
public enum Occlusion {
    /// The words of the passage, outside the mention, without which the score changes most.
    ///
    /// A word's weight, in −2…+2, is the mean of what the score loses without it and of what it adds to the mention
    /// alone; words below 0.02 are left out. Only the 32 words next to the mention are tried, and of a long passage only 4,096 octets on each
    /// side are read.
    ///
    /// - Parameters:
    ///   - most: words in the answer.
    /// - Returns: in the order of the text, which their ranges count in.
    public static func evidence(
        of model: any ToneModel, _ text: UnsafeBufferPointer<UInt8>, _ target: ToneTarget, most: Int
    ) -> [ToneEvidence] {
        let target = target.near(reach, in: text)
        let words = candidates(text, target)
        let alone = ToneTarget(passage: target.mention, mention: target.mention)
        let ends = model.judge(text, [target, alone])
        guard !words.isEmpty, ends.count == 2 else { return [] }
        let (whole, bare) = (ends[0].score, ends[1].score)
        var found: [ToneEvidence] = []
        var copies: [UInt8] = []
        for first in stride(from: 0, to: words.count, by: batch) {
            let some = words[first..<min(first + batch, words.count)]
            copies.removeAll(keepingCapacity: true)
            let lacking = some.map { without($0, text, target, &copies) }
            let joined = some.map { beside($0, text, target, &copies) }
            let scores = copies.withUnsafeBufferPointer { model.judge($0, lacking + joined) }.map(\.score)
            for (place, word) in some.enumerated() {
                let weight = (whole - scores[place] + scores[some.count + place] - bare) / 2
                if abs(weight) >= least { found.append(ToneEvidence(range: word, weight: weight)) }
            }
        }
        let strongest = found.sorted { (abs($0.weight), $1.range) > (abs($1.weight), $0.range) }.prefix(max(most, 0))
        return strongest.sorted { $0.range < $1.range }
    }

    private static let least = 0.02
    private static let tried = 32
    private static let reach = 4_096
    /// Copies of the passage at a time: what a pass takes of typical sentences.
    private static let batch = 8

    /// Words outside the mention, the 32 nearest, in the order of the text.
    private static func candidates(_ text: UnsafeBufferPointer<UInt8>, _ target: ToneTarget) -> [ByteRange] {
        let (passage, mention) = (target.passage, target.mention)
        let left = PassageWord.all(in: TextScalars(text, passage.start, mention.start)).map(\.range)
        let right = PassageWord.all(in: TextScalars(text, mention.end, passage.end)).map(\.range)
        var (before, after) = (0, 0)
        while before + after < tried, before < left.count || after < right.count {
            // Turn by turn, and one side alone where the other has no more.
            if before < left.count, before <= after || after == right.count { before += 1 } else { after += 1 }
        }
        return left.suffix(before) + right.prefix(after)
    }

    /// Appends the passage without `word` to `copies`; the target there.
    private static func without(
        _ word: ByteRange, _ text: UnsafeBufferPointer<UInt8>, _ target: ToneTarget, _ copies: inout [UInt8]
    ) -> ToneTarget {
        let (passage, mention) = (target.passage, target.mention)
        let start = copies.count
        copies.append(contentsOf: text[passage.start..<word.start])
        copies.append(contentsOf: text[word.end..<passage.end])
        let shift = start - passage.start - (word.end <= mention.start ? word.count : 0)
        return ToneTarget(
            passage: ByteRange(start, copies.count), mention: ByteRange(mention.start + shift, mention.end + shift))
    }

    /// Appends `word` and the mention, in the order in which they stand in the text, to `copies`; the target there.
    private static func beside(
        _ word: ByteRange, _ text: UnsafeBufferPointer<UInt8>, _ target: ToneTarget, _ copies: inout [UInt8]
    ) -> ToneTarget {
        let mention = target.mention
        let start = copies.count
        let (first, second) = word.start < mention.start ? (word, mention) : (mention, word)
        copies.append(contentsOf: text[first.start..<first.end])
        copies.append(0x20)
        copies.append(contentsOf: text[second.start..<second.end])
        let place = word.start < mention.start ? start + word.count + 1 : start
        return ToneTarget(
            passage: ByteRange(start, copies.count), mention: ByteRange(place, place + mention.count))
    }
}
