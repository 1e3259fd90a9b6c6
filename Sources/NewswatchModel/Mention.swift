/// A span of an article that reads one of an entity's names.
public struct Mention: Hashable, Sendable, Codable {
    public var entity: EntityID
    public var field: TextField
    /// Byte offsets into that field.
    public var range: ByteRange
    /// The text as it stands there.
    public var surface: String
    /// Which of `Entity.names` matched, from 0.
    public var nameIndex: Int
    /// The rule that made the matched form of the name ("ru-genitive"); `nil` for the name as it is written.
    public var form: String?
    /// `nil` where the article's language has no tone model.
    public var tone: ToneScore?

    public init(
        entity: EntityID, field: TextField, range: ByteRange, surface: String, nameIndex: Int = 0,
        form: String? = nil, tone: ToneScore? = nil
    ) {
        (self.entity, self.field, self.range, self.surface) = (entity, field, range, surface)
        (self.nameIndex, self.form, self.tone) = (nameIndex, form, tone)
    }
}

/// Why a span that reads a name is not a mention.
public enum RefusalGate: String, Codable, Sendable, CaseIterable {
    /// None of the `near` words stands near enough.
    case near
    /// A `not-near` word stands too near.
    case notNear = "not-near"
    /// The span is inside an `exclude` phrase.
    case exclude
    /// None of the `only-with` entities is mentioned in the article.
    case onlyWith = "only-with"
}

/// A span that reads a name but was refused by the entity's context rules; kept so that the reason can be told.
public struct RefusedMention: Hashable, Sendable, Codable {
    public var mention: Mention
    public var gate: RefusalGate
    /// The word, phrase or distance that decided ("tiger").
    public var detail: String

    public init(mention: Mention, gate: RefusalGate, detail: String) {
        (self.mention, self.gate, self.detail) = (mention, gate, detail)
    }
}
