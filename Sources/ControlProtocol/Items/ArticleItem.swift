import NewswatchModel

/// An article of the archive without its text: ARTICLES' item.
public struct ArticleItem: Codable, Sendable, Hashable {
    public var schema = ControlJSON.schema
    public var type = "article"
    public var id: Int64
    /// The file's name as it was dropped.
    public var file: String
    public var sha256: String
    /// Place in the file, from 0.
    public var index: Int
    public var received: Timestamp
    public var title: String
    public var author: String?
    public var source: String?
    public var url: String?
    /// RFC 3339, or a date alone.
    public var published: String?
    public var language: String?
    public var format: ArticleFormat
    public var entities: [EntitySummaryItem]

    public init(
        id: Int64, file: String, sha256: String, received: Timestamp, article: Article, entities: [EntitySummaryItem]
    ) {
        (self.id, self.file, self.sha256, self.received) = (id, file, sha256, received)
        (index, title, author, source) = (article.index, article.title, article.author, article.source)
        (url, published, language, format) = (article.url, article.published, article.language, article.format)
        self.entities = entities
    }
}

/// An article with its text and mentions: ARTICLE's item. The keys of `ArticleItem`, `text` and `mentions`.
public struct ArticleDetailItem: Codable, Sendable, Hashable {
    public var article: ArticleItem
    public var text: String
    public var mentions: [MentionItem]

    public init(article: ArticleItem, text: String, mentions: [MentionItem]) {
        (self.article, self.text, self.mentions) = (article, text, mentions)
    }

    enum CodingKeys: String, CodingKey { case text, mentions }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            article: try ArticleItem(from: decoder), text: try container.decode(String.self, forKey: .text),
            mentions: try container.decode([MentionItem].self, forKey: .mentions))
    }

    public func encode(to encoder: any Encoder) throws {
        try article.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(mentions, forKey: .mentions)
    }
}

/// One hit of SEARCH.
public struct SearchItem: Codable, Sendable, Hashable {
    public var schema = ControlJSON.schema
    public var type = "hit"
    /// What ARTICLE takes.
    public var article: Int64
    public var title: String
    public var published: String?
    public var file: String
    /// Text around the words that were found, which stand between `«` and `»`.
    public var snippet: String

    public init(article: Int64, title: String, published: String?, file: String, snippet: String) {
        (self.article, self.title, self.published) = (article, title, published)
        (self.file, self.snippet) = (file, snippet)
    }
}
