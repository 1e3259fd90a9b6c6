/// Which tone model judges a mention.
public enum ToneEngine: String, Codable, Sendable, CaseIterable {
    /// The best of the article's language.
    case auto
    /// The convolution: less right, many times faster.
    case fast
    /// The encoder alone; a language without one gets no tone.
    case encoder
    /// None: mentions are found, nothing is judged.
    case off
}

/// A word or phrase of the user's that speaks for or against an entity.
public struct ToneWord: Hashable, Sendable, Codable {
    /// Words with one blank between; a `*` at the end stands for any ending ("sanction*"). Case never counts.
    public var text: String
    /// −1…+1, without 0: the share of the way to −1 or +1 that the score is moved.
    public var weight: Double

    public init(_ text: String, _ weight: Double) { (self.text, self.weight) = (text, weight) }
}

/// The user's words toward one entity, or toward all; in files and payloads a table of words and weights.
public struct ToneWords: Hashable, Sendable {
    /// In the order of the words.
    public let list: [ToneWord]

    public init(_ weights: [String: Double] = [:]) {
        list = weights.map { ToneWord($0.key, $0.value) }.sorted { $0.text < $1.text }
    }

    public var isEmpty: Bool { list.isEmpty }

    /// These and, where both have a word, before them those of `others`.
    public func merged(with others: ToneWords) -> ToneWords {
        ToneWords(weights.merging(others.weights) { $1 })
    }

    private var weights: [String: Double] { Dictionary(list.map { ($0.text, $0.weight) }) { $1 } }
}

extension ToneWords: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([String: Double].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(weights)
    }
}

/// The user's words: those that count toward every entity, and beside them those of one.
public struct ToneWordLists: Hashable, Sendable {
    public var everywhere: ToneWords
    public var byEntity: [EntityID: ToneWords]

    public init(everywhere: ToneWords = ToneWords(), byEntity: [EntityID: ToneWords] = [:]) {
        (self.everywhere, self.byEntity) = (everywhere, byEntity)
    }

    /// The words of `entities`, and beside them those for all.
    public init(everywhere: ToneWords, entities: some Sequence<Entity>) {
        self.init(everywhere: everywhere)
        for entity in entities where !entity.toneWords.isEmpty { byEntity[entity.id] = entity.toneWords }
    }

    /// All that count toward `entity`; its own go before those for all.
    public func words(for entity: EntityID) -> ToneWords {
        byEntity[entity].map { everywhere.merged(with: $0) } ?? everywhere
    }

    public var isEmpty: Bool { everywhere.isEmpty && byEntity.isEmpty }
}

/// What is known of a tone model beside its scores.
public struct ToneModelFacts: Hashable, Sendable, Codable {
    /// Name and version, as scores carry it.
    public var name: String
    /// BCP 47 primary subtag.
    public var language: String
    /// "encoder" or "convolution".
    public var engine: String
    /// Macro-F1 over negative, neutral and positive, mean over the sets it was measured on, in 0…1.
    public var macroF1: Double

    public init(name: String, language: String, engine: String, macroF1: Double) {
        (self.name, self.language, self.engine, self.macroF1) = (name, language, engine, macroF1)
    }

    /// Below this macro-F1 a single mention's score is a hint, and output says so. Readers who label the same news
    /// reach .86 among themselves (NewsMTSC's experts against its gold labels).
    public static let weakBelow = 0.65
}
