/// Tone toward an entity over all its scored mentions in one article.
public struct EntityTone: Hashable, Sendable, Codable {
    /// Mean of the mentions' scores, in −1…+1; a mention in the headline counts `headlineWeight` times.
    public var score: Double
    /// Mean of the mentions' probabilities, weighed alike.
    public var probabilities: ToneProbabilities
    /// How many mentions were scored; at least 1.
    public var count: Int
    /// The ends of the 95 % interval of `score`, in −1…+1.
    ///
    /// It tells how far the mean of careful readers' labels may lie from the score if the model's probabilities are
    /// right and its errors at different mentions have nothing to do with each other: ±1.96 standard errors of the
    /// weighed mean. It does not know how often the model is sure and wrong.
    public var low: Double
    public var high: Double
    /// Those of the scored mentions that stand in quoted words, and their mean alone; `nil` where there are none.
    public var quoted: Quoted?
    public var model: String
    /// As `ToneScore.macroF1`.
    public var macroF1: Double?

    /// What speakers who are quoted say, told apart from the whole.
    public struct Quoted: Hashable, Sendable, Codable {
        public var count: Int
        /// −1…+1.
        public var score: Double

        public init(count: Int, score: Double) { (self.count, self.score) = (count, score) }
    }

    /// How often a mention in the headline counts. A convention: the headline is what most readers see of an article,
    /// and a text of the usual length has four to eight mentions of whom it is about.
    public static let headlineWeight = 2.0

    public var label: ToneLabel { probabilities.label }

    public init(
        score: Double, probabilities: ToneProbabilities, count: Int, low: Double, high: Double, quoted: Quoted? = nil,
        model: String, macroF1: Double? = nil
    ) {
        (self.score, self.probabilities, self.count) = (score, probabilities, count)
        (self.low, self.high, self.quoted) = (low, high, quoted)
        (self.model, self.macroF1) = (model, macroF1)
    }

    /// The mean over the mentions that have a score; `nil` when there are none.
    public init?(mean mentions: some Sequence<Mention>) {
        var mean = ToneMean()
        for mention in mentions {
            if let tone = mention.tone { mean.add(tone, inHeadline: mention.field == .title) }
        }
        guard let tone = mean.tone else { return nil }
        self = tone
    }
}

/// Gathers mentions' scores into their mean.
public struct ToneMean: Sendable {
    private var count = 0
    private var weights = 0.0
    private var sum = ToneProbabilities(negative: 0, neutral: 0, positive: 0)
    /// Σ weight² · variance.
    private var spread = 0.0
    private var quoted = (count: 0, weights: 0.0, sum: 0.0)
    private var model = ""
    private var macroF1: Double?

    public init() {}

    public mutating func add(_ tone: ToneScore, inHeadline: Bool) {
        let weight = inHeadline ? EntityTone.headlineWeight : 1
        let one = tone.probabilities
        if count == 0 { (model, macroF1) = (tone.model, tone.macroF1) }
        count += 1
        weights += weight
        sum.negative += weight * one.negative
        sum.neutral += weight * one.neutral
        sum.positive += weight * one.positive
        spread += weight * weight * one.variance
        if tone.isQuoted {
            quoted.count += 1
            quoted.weights += weight
            quoted.sum += weight * one.score
        }
    }

    /// `nil` while nothing was added.
    public var tone: EntityTone? {
        guard count > 0 else { return nil }
        let mean = ToneProbabilities(
            negative: sum.negative / weights, neutral: sum.neutral / weights, positive: sum.positive / weights)
        let reach = 1.96 * spread.squareRoot() / weights
        return EntityTone(
            score: mean.score, probabilities: mean, count: count, low: max(-1, mean.score - reach),
            high: min(1, mean.score + reach),
            quoted: quoted.count > 0
                ? EntityTone.Quoted(count: quoted.count, score: quoted.sum / quoted.weights) : nil,
            model: model, macroF1: macroF1)
    }
}
