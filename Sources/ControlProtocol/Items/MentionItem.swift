import NewswatchModel

/// One mention, as SCAN and ARTICLE tell it.
public struct MentionItem: Codable, Sendable, Hashable {
    public var entity: EntityID
    /// The entity's name, or the id where the watchlist does not have it any more.
    public var name: String
    /// Where it stands; `start` and `end` count in this field.
    public var field: TextField
    /// Octets from the field's start; `end` is exclusive.
    public var start: Int
    public var end: Int
    /// The text as it stands there.
    public var surface: String
    /// Language and cases of a generated form of the name ("ru-genitive"); absent for a name as it is on the list.
    public var form: String?
    public var tone: ToneItem?
    /// There and true for a mention inside of quoted words: the view is the speaker's.
    public var quoted: Bool?
    /// The clause of the mention, where an explanation was asked for.
    public var clause: SpanItem?
    /// The user's words that moved the score, and where an explanation was asked for those that moved the model.
    public var words: [EvidenceItem]?

    enum CodingKeys: String, CodingKey {
        case entity, name
        case field = "in"
        case start, end, surface, form, tone, quoted, clause, words
    }

    /// - Parameter article: where it is mentioned.
    public init(_ mention: Mention, name: String, in article: Article) {
        (entity, self.name, field) = (mention.entity, name, mention.field)
        (start, end, surface) = (mention.range.start, mention.range.end, mention.surface)
        (form, tone) = (mention.form, mention.tone.map(ToneItem.init))
        guard let tone = mention.tone else { return }
        let text = article[mention.field]
        quoted = tone.isQuoted ? true : nil
        clause = tone.clause.map { SpanItem($0, in: text) }
        words = tone.evidence.isEmpty ? nil : tone.evidence.map { EvidenceItem($0, in: text) }
    }
}

/// A span that reads a name but was refused by the entity's context rules.
public struct RefusedItem: Codable, Sendable, Hashable {
    public var entity: EntityID
    public var field: TextField
    public var start: Int
    public var end: Int
    public var surface: String
    /// The rule that refused it.
    public var gate: RefusalGate
    /// The word, phrase or distance that decided.
    public var detail: String

    enum CodingKeys: String, CodingKey {
        case entity
        case field = "in"
        case start, end, surface, gate, detail
    }

    public init(_ refused: RefusedMention) {
        let mention = refused.mention
        (entity, field, surface) = (mention.entity, mention.field, mention.surface)
        (start, end, gate, detail) = (mention.range.start, mention.range.end, refused.gate, refused.detail)
    }
}

/// What an article says of one entity.
public struct EntitySummaryItem: Codable, Sendable, Hashable {
    public var id: EntityID
    public var mentions: Int
    public var tone: ToneItem?

    public init(id: EntityID, mentions: Int, tone: EntityTone?) {
        (self.id, self.mentions, self.tone) = (id, mentions, tone.map(ToneItem.init))
    }

    public init(_ summary: ScannedArticle.EntitySummary) {
        self.init(id: summary.id, mentions: summary.mentions, tone: summary.tone)
    }
}
