import NewswatchModel

/// Which model it is, and what it reaches.
public struct ToneModelIdentity: Hashable, Sendable {
    /// What the shipped int8 weights reach on a set that was not trained on.
    public struct Figures: Hashable, Sendable {
        /// "rw_dev".
        public var set: String
        /// Mentions in the set.
        public var count: Int
        /// Mean F1 of the three labels, in 0…1, and the ends of its 95 % interval.
        public var macroF1: Double
        public var low: Double
        public var high: Double

        public init(set: String, count: Int, macroF1: Double, low: Double, high: Double) {
            (self.set, self.count, self.macroF1, self.low, self.high) = (set, count, macroF1, low, high)
        }
    }

    /// As scores carry it: "english-encoder@", then the first 8 digits of `bodySHA256`.
    public var name: String
    /// BCP 47 primary subtag of the language it was trained for.
    public var language: String
    /// "encoder" or "convolution".
    public var engine: String
    /// Of the weights, 64 lower-case hexadecimal digits.
    public var bodySHA256: String
    /// By set, in the order of their names.
    public var figures: [Figures]

    public init(name: String, language: String, engine: String, bodySHA256: String, figures: [Figures]) {
        (self.name, self.language, self.engine) = (name, language, engine)
        (self.bodySHA256, self.figures) = (bodySHA256, figures)
    }

    /// What goes with scores and into the status.
    public var facts: ToneModelFacts {
        let mean = figures.isEmpty ? 0 : figures.reduce(0) { $0 + $1.macroF1 } / Double(figures.count)
        return ToneModelFacts(name: name, language: language, engine: engine, macroF1: mean)
    }

    init(_ header: ToneHeader) {
        self.init(
            name: "\(header.name)@\(header.bodySHA256.prefix(8))", language: header.language,
            engine: header.engine.rawValue, bodySHA256: header.bodySHA256, figures: header.figures)
    }
}
