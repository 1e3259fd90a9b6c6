import NewswatchModel

/// The baseline: words for and against, weighed inside the clause of the mention. English only.
///
/// It reads no meaning: irony, reported views and most of what stands between the lines escape it. It is here so
/// that the pipeline is whole, and as the figure that a trained model has to beat.
public struct LexiconToneModel: ToneModel {
    public init() {}

    public var name: String { "lexicon-1" }

    public func supports(language: String?) -> Bool { language == "en" }

    public func score(_ input: ToneInput) -> [ToneScore] {
        var text = input.text
        return text.withUTF8 { utf8 in
            input.targets.map { target in
                let whole = ByteRange(0, utf8.count)
                // A range that is not inside the text is judged as if nothing was said.
                guard whole.contains(target.range), target.range.start <= target.range.end else {
                    return judged([], in: ByteRange(0, 0))
                }
                let sentence = sentence(around: target.range, input.sentences).flatMap { whole.contains($0) ? $0 : nil }
                let clause = ToneClause(in: utf8, sentence: sentence ?? whole, around: target.range)
                return judged(clause.evidence(), in: clause.range)
            }
        }
    }

    private func sentence(around target: ByteRange, _ sentences: [ByteRange]) -> ByteRange? {
        var (low, high) = (0, sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].end <= target.start { low = middle + 1 } else { high = middle }
        }
        guard low < sentences.count, sentences[low].overlaps(target) else { return nil }
        // A name that the splitter has parted is judged by the sentence it begins in.
        return ByteRange(min(sentences[low].start, target.start), max(sentences[low].end, target.end))
    }

    /// Turns the weights' sum into probabilities: neutral without evidence, never quite sure with it.
    private func judged(_ evidence: [ToneEvidence], in clause: ByteRange) -> ToneScore {
        let sum = evidence.reduce(0) { $0 + $1.weight }
        let lean = sum / (sum * sum + 4).squareRoot()
        let positive = 0.18 + 0.72 * max(lean, 0) - 0.14 * max(-lean, 0)
        let negative = 0.18 + 0.72 * max(-lean, 0) - 0.14 * max(lean, 0)
        let probabilities = ToneProbabilities(
            negative: negative, neutral: 1 - negative - positive, positive: positive)
        return ToneScore(probabilities: probabilities, model: name, clause: clause, evidence: evidence)
    }
}
