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

/// Who says that a word carries tone.
public enum ToneEvidenceSource: String, Codable, Sendable, CaseIterable {
    /// The model: without the word it would score otherwise.
    case model
    /// The user's `tone-words`.
    case words
}

/// A word that carries part of a score.
public struct ToneEvidence: Hashable, Sendable, Codable {
    /// Where the word stands, in the same field as the mention.
    public var range: ByteRange
    /// How much it moves the score; negative pulls toward −1.
    public var weight: Double
    public var source: ToneEvidenceSource

    public init(range: ByteRange, weight: Double, source: ToneEvidenceSource = .model) {
        (self.range, self.weight, self.source) = (range, weight, source)
    }
}

/// What a text says about one entity at one mention.
public struct ToneScore: Hashable, Sendable, Codable {
    public var probabilities: ToneProbabilities
    /// Name and version of the model that scored ("english-encoder@1f3c09ab").
    public var model: String
    /// What the model reaches on the sets it was measured on (`ToneModelFacts.macroF1`); `nil` where that is not known.
    public var macroF1: Double?
    /// What the model read, in the mention's field: the sentence, mostly.
    public var passage: ByteRange
    /// Whether the mention stands in someone's quoted words: then the view is the speaker's.
    public var isQuoted: Bool
    /// The clause of the mention; `nil` unless an explanation was asked for.
    public var clause: ByteRange?
    /// The user's words in the passage; where an explanation was asked for, also those that moved the model.
    public var evidence: [ToneEvidence]

    public init(
        probabilities: ToneProbabilities, model: String, macroF1: Double? = nil, passage: ByteRange,
        isQuoted: Bool = false, clause: ByteRange? = nil, evidence: [ToneEvidence] = []
    ) {
        (self.probabilities, self.model, self.macroF1, self.passage) = (probabilities, model, macroF1, passage)
        (self.isQuoted, self.clause, self.evidence) = (isQuoted, clause, evidence)
    }

    /// P(positive) − P(negative), in −1…+1.
    public var score: Double { probabilities.score }
    public var label: ToneLabel { probabilities.label }
}

extension ToneProbabilities {
    /// P(positive) − P(negative), in −1…+1.
    public var score: Double { positive - negative }

    /// What is not known of one mention: the variance of its label, counted as −1, 0, +1.
    public var variance: Double { max(0, positive + negative - score * score) }
}
