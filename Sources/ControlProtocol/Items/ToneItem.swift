import NewswatchModel

/// Tone as items tell it; scores to four decimals, which is more than a model knows.
public struct ToneItem: Codable, Sendable, Hashable {
    /// −1…+1.
    public var score: Double
    public var label: ToneLabel
    public var probabilities: ToneProbabilities
    /// How many mentions it is the mean of; `nil` for one mention's.
    public var count: Int?
    public var model: String

    public init(_ tone: ToneScore) {
        self.init(score: tone.score, probabilities: tone.probabilities, count: nil, model: tone.model, tone.label)
    }

    public init(_ tone: EntityTone) {
        self.init(
            score: tone.score, probabilities: tone.probabilities, count: tone.count, model: tone.model, tone.label)
    }

    private init(
        score: Double, probabilities: ToneProbabilities, count: Int?, model: String, _ label: ToneLabel
    ) {
        func short(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
        self.score = short(score)
        self.label = label
        self.probabilities = ToneProbabilities(
            negative: short(probabilities.negative), neutral: short(probabilities.neutral),
            positive: short(probabilities.positive))
        self.count = count
        self.model = model
    }
}
