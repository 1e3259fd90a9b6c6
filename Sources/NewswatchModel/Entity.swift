/// The name by which a user, a rule and an alert refer to an entity.
///
/// 1 to 64 octets out of `a–z 0–9 . _ -`, the first a letter or digit, so that it is safe as a protocol
/// argument, a file name and a journal field.
public struct EntityID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let rawValue: String

    /// `nil` unless `rawValue` is well-formed.
    public init?(_ rawValue: String) {
        let bytes = rawValue.utf8
        guard (1...64).contains(bytes.count), let first = bytes.first, Self.isAlphanumeric(first),
            bytes.allSatisfy({ Self.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F })
        else { return nil }
        self.rawValue = rawValue
    }

    /// What a well-formed id looks like, for error messages.
    public static let rule = "1 to 64 of a-z, 0-9, '.', '_', '-', starting with a letter or digit"

    public var description: String { rawValue }
    public static func < (a: EntityID, b: EntityID) -> Bool { a.rawValue < b.rawValue }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}

extension EntityID: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let id = EntityID(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\"\(text)\" is no id: \(Self.rule)"))
        }
        self = id
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// What kind of thing an entity is.
public enum EntityKind: String, Codable, Sendable, CaseIterable {
    case person, organisation, place, topic
}

/// How upper and lower case count when a name is compared with the text.
public enum NameCase: String, Codable, Sendable, CaseIterable {
    /// A capitalised token of the name wants a capital initial in the text; short acronyms want all capitals;
    /// a lower-case token matches any case.
    case smart
    /// Case never counts.
    case any
    /// Each letter must have the case it has in the name.
    case exact
}

/// Which grammatical forms of a name are generated and matched beside it.
public struct Inflection: RawRepresentable, Hashable, Codable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// By the name's language, or its script where no language is given. The default.
    public static let auto = Inflection(rawValue: "auto")
    /// The name as it is written, nothing else.
    public static let none = Inflection(rawValue: "none")
}

/// One spelling of an entity's name.
public struct Alias: Hashable, Sendable {
    public var name: String
    /// BCP 47 primary language subtag ("ru"), when the user gave one.
    public var lang: String?
    /// Overrides the entity's `nameCase` for this spelling.
    public var nameCase: NameCase?
    /// Overrides the entity's `inflect` for this spelling.
    public var inflect: Inflection?

    public init(name: String, lang: String? = nil, nameCase: NameCase? = nil, inflect: Inflection? = nil) {
        (self.name, self.lang, self.nameCase, self.inflect) = (name, lang, nameCase, inflect)
    }
}

extension Alias: Codable {
    enum CodingKeys: String, CodingKey {
        case name, lang
        case nameCase = "case"
        case inflect
    }

    /// Either a string (the name alone) or an object.
    public init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.init(name: name)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            lang: try container.decodeIfPresent(String.self, forKey: .lang),
            nameCase: try container.decodeIfPresent(NameCase.self, forKey: .nameCase),
            inflect: try container.decodeIfPresent(Inflection.self, forKey: .inflect))
    }

    public func encode(to encoder: any Encoder) throws {
        if lang == nil, nameCase == nil, inflect == nil {
            var container = encoder.singleValueContainer()
            try container.encode(name)
            return
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encodeIfPresent(lang, forKey: .lang)
        try container.encodeIfPresent(nameCase, forKey: .nameCase)
        try container.encodeIfPresent(inflect, forKey: .inflect)
    }
}

/// A person, organisation, place or topic that the watchlist follows.
public struct Entity: Hashable, Sendable {
    public var id: EntityID
    /// The name that is shown, and the first that is matched.
    public var name: String
    public var kind: EntityKind
    /// Further spellings, in the order given.
    public var aliases: [Alias]
    public var tags: [String]
    /// Applies to each name that has no `nameCase` of its own.
    public var nameCase: NameCase
    /// Applies to each name that has no `inflect` of its own.
    public var inflect: Inflection
    /// A mention counts only when one of these words or phrases stands within `nearDistance`. Empty: always.
    public var near: [String]
    /// Distance for `near` and `notNear`, in tokens to either side; `nil` is the whole article.
    public var nearDistance: Int?
    /// A mention is refused when one of these stands within `nearDistance`.
    public var notNear: [String]
    /// Phrases that contain a name without meaning the entity ("Putin's tiger"); a mention inside one is refused.
    public var exclude: [String]
    /// A mention counts only when one of these entities is mentioned in the same article. Empty: always.
    public var onlyWith: [EntityID]
    /// Words that speak for or against it, beside what the tone model reads.
    public var toneWords: ToneWords
    /// For the user; never matched.
    public var notes: String?

    public init(
        id: EntityID, name: String, kind: EntityKind, aliases: [Alias] = [], tags: [String] = [],
        nameCase: NameCase = .smart, inflect: Inflection = .auto, near: [String] = [], nearDistance: Int? = nil,
        notNear: [String] = [], exclude: [String] = [], onlyWith: [EntityID] = [], toneWords: ToneWords = ToneWords(),
        notes: String? = nil
    ) {
        (self.id, self.name, self.kind, self.aliases, self.tags) = (id, name, kind, aliases, tags)
        (self.nameCase, self.inflect) = (nameCase, inflect)
        (self.near, self.nearDistance, self.notNear) = (near, nearDistance, notNear)
        (self.exclude, self.onlyWith) = (exclude, onlyWith)
        (self.toneWords, self.notes) = (toneWords, notes)
    }

    /// Every name that is matched: `name` first, then the aliases. A mention's `nameIndex` counts these.
    public var names: [Alias] { [Alias(name: name)] + aliases }
}

extension Entity: Codable {
    /// The keys of a watchlist file and of the ADD and SET payloads.
    public enum CodingKeys: String, CodingKey, CaseIterable {
        case id, name, kind, aliases, tags
        case nameCase = "case"
        case inflect, near
        case nearDistance = "near-distance"
        case notNear = "not-near"
        case exclude
        case onlyWith = "only-with"
        case toneWords = "tone-words"
        case notes
    }

    public init(from decoder: any Decoder) throws {
        let c = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try c.decode(EntityID.self, forKey: .id),
            name: try c.decode(String.self, forKey: .name),
            kind: try c.decode(EntityKind.self, forKey: .kind),
            aliases: try c.decodeIfPresent([Alias].self, forKey: .aliases) ?? [],
            tags: try c.decodeIfPresent([String].self, forKey: .tags) ?? [],
            nameCase: try c.decodeIfPresent(NameCase.self, forKey: .nameCase) ?? .smart,
            inflect: try c.decodeIfPresent(Inflection.self, forKey: .inflect) ?? .auto,
            near: try c.decodeIfPresent([String].self, forKey: .near) ?? [],
            nearDistance: try c.decodeIfPresent(Int.self, forKey: .nearDistance),
            notNear: try c.decodeIfPresent([String].self, forKey: .notNear) ?? [],
            exclude: try c.decodeIfPresent([String].self, forKey: .exclude) ?? [],
            onlyWith: try c.decodeIfPresent([EntityID].self, forKey: .onlyWith) ?? [],
            toneWords: try c.decodeIfPresent(ToneWords.self, forKey: .toneWords) ?? ToneWords(),
            notes: try c.decodeIfPresent(String.self, forKey: .notes))
    }
}
