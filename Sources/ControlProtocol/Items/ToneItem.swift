import NewswatchModel

/// Tone as items tell it; scores to four decimals, which is more than a model knows.
public struct ToneItem: Codable, Sendable, Hashable {
    /// −1…+1.
    public var score: Double
    public var label: ToneLabel
    public var probabilities: ToneProbabilities
    /// How many mentions it is the mean of; `nil` for one mention's.
    public var count: Int?
    /// The ends of the 95 % interval of a mean (see `EntityTone.low`).
    public var low: Double?
    public var high: Double?
    /// Of the mentions of a mean, those in quoted words, which are a speaker's view.
    public var quoted: EntityTone.Quoted?
    public var model: String
    /// Macro-F1 of the model, mean over the sets it was measured on; absent where it is not known.
    public var macroF1: Double?
    /// There and true where the model is too often wrong for a single score to be more than a hint.
    public var weak: Bool?

    enum CodingKeys: String, CodingKey {
        case score, label, probabilities, count, low, high, quoted, model
        case macroF1 = "macro-f1"
        case weak
    }

    public init(_ tone: ToneScore) {
        self.init(tone.probabilities, score: tone.score, model: tone.model, macroF1: tone.macroF1)
    }

    public init(_ tone: EntityTone) {
        self.init(tone.probabilities, score: tone.score, model: tone.model, macroF1: tone.macroF1)
        (count, low, high) = (tone.count, Self.short(tone.low), Self.short(tone.high))
        quoted = tone.quoted.map { EntityTone.Quoted(count: $0.count, score: Self.short($0.score)) }
    }

    private init(_ probabilities: ToneProbabilities, score: Double, model: String, macroF1: Double?) {
        self.score = Self.short(score)
        label = probabilities.label
        self.probabilities = ToneProbabilities(
            negative: Self.short(probabilities.negative), neutral: Self.short(probabilities.neutral),
            positive: Self.short(probabilities.positive))
        self.model = model
        self.macroF1 = macroF1.map(Self.short)
        weak = macroF1.map { $0 < ToneModelFacts.weakBelow } == true ? true : nil
    }

    /// Four decimals.
    public static func short(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
