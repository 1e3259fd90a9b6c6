/// The side that a text takes toward an entity.
public enum ToneLabel: String, Codable, Sendable, CaseIterable {
    case negative, neutral, positive
}

/// Probabilities of the three labels; each in 0…1, together 1.
public struct ToneProbabilities: Hashable, Sendable, Codable {
    public var negative: Double
    public var neutral: Double
    public var positive: Double

    public init(negative: Double, neutral: Double, positive: Double) {
        (self.negative, self.neutral, self.positive) = (negative, neutral, positive)
    }

    /// The likeliest label; neutral wins a tie.
    public var label: ToneLabel {
        if negative > neutral && negative > positive { return .negative }
        if positive > neutral && positive > negative { return .positive }
        return .neutral
    }
}

/// A word that carries part of a score.
public struct ToneEvidence: Hashable, Sendable, Codable {
    /// Where the word stands, in the same field as the mention.
    public var range: ByteRange
    /// How much it moves the score; negative pulls toward −1.
    public var weight: Double

    public init(range: ByteRange, weight: Double) { (self.range, self.weight) = (range, weight) }
}

/// What a text says about one entity at one mention.
public struct ToneScore: Hashable, Sendable, Codable {
    public var probabilities: ToneProbabilities
    /// Name and version of the model that scored ("lexicon-1").
    public var model: String
    /// The clause that was judged, in the mention's field.
    public var clause: ByteRange
    public var evidence: [ToneEvidence]

    public init(
        probabilities: ToneProbabilities, model: String, clause: ByteRange, evidence: [ToneEvidence] = []
    ) {
        (self.probabilities, self.model, self.clause, self.evidence) = (probabilities, model, clause, evidence)
    }

    /// P(positive) − P(negative), in −1…+1.
    public var score: Double { probabilities.positive - probabilities.negative }
    public var label: ToneLabel { probabilities.label }
}

/// Tone toward an entity over all its scored mentions in one article.
public struct EntityTone: Hashable, Sendable, Codable {
    /// Mean of the mentions' scores, in −1…+1.
    public var score: Double
    /// Mean of the mentions' probabilities.
    public var probabilities: ToneProbabilities
    /// How many mentions were scored; at least 1.
    public var count: Int
    public var model: String

    public var label: ToneLabel { probabilities.label }

    public init(score: Double, probabilities: ToneProbabilities, count: Int, model: String) {
        (self.score, self.probabilities, self.count, self.model) = (score, probabilities, count, model)
    }

    /// The mean over `scores`; `nil` when there are none.
    public init?(mean scores: [ToneScore]) {
        guard let first = scores.first else { return nil }
        let n = Double(scores.count)
        let sum = scores.reduce(into: ToneProbabilities(negative: 0, neutral: 0, positive: 0)) {
            $0.negative += $1.probabilities.negative / n
            $0.neutral += $1.probabilities.neutral / n
            $0.positive += $1.probabilities.positive / n
        }
        self.init(score: sum.positive - sum.negative, probabilities: sum, count: scores.count, model: first.model)
    }
}
