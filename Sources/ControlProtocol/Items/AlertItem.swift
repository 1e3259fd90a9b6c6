import NewswatchModel

/// One alert: ALERT's and ALERTS' item, and a subscriber's push.
public struct AlertItem: Codable, Sendable, Hashable {
    public var schema = ControlJSON.schema
    public var type = "alert"
    public var id: Int64
    /// The same number as `id`, under the name that all events have: what `since=` and `after=` take.
    public var seq: Int64
    public var raised: Timestamp
    public var rule: String
    public var severity: Severity
    public var entity: EntityID
    /// The entity's name when the alert was raised.
    public var name: String
    /// What ARTICLE takes.
    public var article: Int64
    public var title: String
    /// The file's name as it was dropped.
    public var file: String
    public var sha256: String
    public var mentions: Int
    public var tone: ToneItem?
    /// The limit that the tone passed, where the rule has one.
    public var limit: Double?
    /// Version of the watchlist in force then.
    public var watchlist: Int

    public init(_ alert: Alert) {
        (id, seq, raised, rule, severity) = (alert.id, alert.id, alert.raised, alert.rule, alert.severity)
        (entity, name, article, title) = (alert.entity, alert.entityName, alert.article, alert.title)
        (file, sha256, mentions) = (alert.file, alert.sha256, alert.mentions)
        (tone, limit, watchlist) = (alert.tone.map(ToneItem.init), alert.limit, alert.watchlistVersion)
    }
}

/// What a subscriber gets when nothing happened for `Limits.heartbeatSeconds`.
public struct HeartbeatItem: Codable, Sendable, Hashable {
    public var schema = ControlJSON.schema
    public var type = "heartbeat"
    /// The last event of the archive.
    public var seq: Int64

    public init(seq: Int64) { self.seq = seq }
}

/// The last push to a subscriber that read too slowly.
public struct LaggedItem: Codable, Sendable, Hashable {
    public var schema = ControlJSON.schema
    public var type = "lagged"
    /// What to give as `since=` to lose nothing.
    public var resume: Int64

    public init(resume: Int64) { self.resume = resume }
}
