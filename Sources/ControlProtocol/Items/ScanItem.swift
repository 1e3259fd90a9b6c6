import NewswatchModel

/// One article of a scanned file: SCAN's and SCANFD's item, and a line of `newswatchctl scan --json`.
public struct ScanItem: Codable, Sendable, Hashable {
    public var schema = ControlJSON.schema
    public var type = "scan"
    /// The name as it was given.
    public var file: String
    public var sha256: String
    /// Place of the article in the file, from 0.
    public var index: Int
    public var title: String
    /// RFC 3339, or a date alone.
    public var published: String?
    public var language: String?
    /// Only when it was asked for.
    public var text: String?
    public var mentions: [MentionItem]
    public var entities: [EntitySummaryItem]
    public var refused: [RefusedItem]

    /// - Parameter name: the entity's name for its id.
    public init(
        file: String, sha256: String, scanned: ScannedArticle, withText: Bool, name: (EntityID) -> String?
    ) {
        let article = scanned.article
        (self.file, self.sha256, index, title) = (file, sha256, article.index, article.title)
        (published, language, text) = (article.published, article.language, withText ? article.text : nil)
        mentions = scanned.mentions.map { MentionItem($0, name: name($0.entity) ?? $0.entity.rawValue, in: article) }
        entities = scanned.entities.map(EntitySummaryItem.init)
        refused = scanned.refused.map(RefusedItem.init)
    }
}
