/// How urgent an alert is; each has the syslog priority that its journal entry gets.
public enum Severity: String, Codable, Sendable, CaseIterable, Comparable {
    case info, notice, warning, critical

    /// syslog(3): 6 info, 5 notice, 4 warning, 2 critical.
    public var priority: Int {
        switch self {
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .critical: 2
        }
    }

    public static func < (a: Severity, b: Severity) -> Bool { a.priority > b.priority }
}

/// What makes an alert.
public struct AlertRule: Hashable, Sendable, Codable {
    public enum Condition: Hashable, Sendable, Codable {
        /// The article mentions the entity.
        case mention
        /// The article's tone toward the entity is at or below this value, in −1…+1.
        case toneBelow(Double)
    }

    /// Unique among the rules; same form as an `EntityID`.
    public var id: String
    public var condition: Condition
    /// The rule looks at these entities; with `tags` empty too, at all.
    public var entities: [EntityID]
    /// The rule looks at entities with one of these tags.
    public var tags: [String]
    public var severity: Severity
    /// After an alert for an entity, seconds without another of this rule for it. 0: none.
    public var cooldown: Int

    public init(
        id: String, condition: Condition, entities: [EntityID] = [], tags: [String] = [],
        severity: Severity = .notice, cooldown: Int = 0
    ) {
        (self.id, self.condition, self.entities) = (id, condition, entities)
        (self.tags, self.severity, self.cooldown) = (tags, severity, cooldown)
    }

    /// Whether the rule looks at `entity`.
    public func covers(_ entity: Entity) -> Bool {
        (entities.isEmpty && tags.isEmpty) || entities.contains(entity.id)
            || entity.tags.contains(where: tags.contains)
    }
}

/// An alert that a rule raised, before the archive has given it a number.
public struct AlertDraft: Hashable, Sendable {
    public var rule: String
    public var severity: Severity
    public var entity: EntityID
    /// The entity's name at that time, for people.
    public var entityName: String
    /// Which article of the file, `Article.index`.
    public var articleIndex: Int
    /// Mentions of the entity in the article.
    public var mentions: Int
    /// `nil` where there is no tone for the article's language.
    public var tone: EntityTone?
    /// For `tone-below`: the limit that the tone passed.
    public var limit: Double?
    public var watchlistVersion: Int
    /// An alert with a key that the archive already has is not raised again.
    public var dedupeKey: String

    public init(
        rule: String, severity: Severity, entity: EntityID, entityName: String, articleIndex: Int, mentions: Int,
        tone: EntityTone?, limit: Double?, watchlistVersion: Int, dedupeKey: String
    ) {
        (self.rule, self.severity, self.entity, self.entityName) = (rule, severity, entity, entityName)
        (self.articleIndex, self.mentions, self.tone, self.limit) = (articleIndex, mentions, tone, limit)
        (self.watchlistVersion, self.dedupeKey) = (watchlistVersion, dedupeKey)
    }
}

/// An alert as the archive keeps it.
public struct Alert: Hashable, Sendable, Codable, Identifiable {
    /// Also its `seq`: grows with each alert, never used twice.
    public var id: Int64
    public var raised: Timestamp
    public var rule: String
    public var severity: Severity
    public var entity: EntityID
    public var entityName: String
    public var article: Int64
    /// Headline of the article, or the start of its text where it has none.
    public var title: String
    /// Name of the file as it was dropped.
    public var file: String
    public var sha256: String
    public var mentions: Int
    public var tone: EntityTone?
    public var limit: Double?
    public var watchlistVersion: Int

    public init(
        id: Int64, raised: Timestamp, rule: String, severity: Severity, entity: EntityID, entityName: String,
        article: Int64, title: String, file: String, sha256: String, mentions: Int, tone: EntityTone?,
        limit: Double?, watchlistVersion: Int
    ) {
        (self.id, self.raised, self.rule, self.severity) = (id, raised, rule, severity)
        (self.entity, self.entityName, self.article, self.title) = (entity, entityName, article, title)
        (self.file, self.sha256, self.mentions, self.tone) = (file, sha256, mentions, tone)
        (self.limit, self.watchlistVersion) = (limit, watchlistVersion)
    }
}
