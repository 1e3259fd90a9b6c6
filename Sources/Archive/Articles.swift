import GRDB
import NewswatchModel

/// An article without its text.
public struct ArticleRow: Hashable, Sendable, Identifiable {
    public var id: Int64
    public var dropID: Int64
    /// Name of the file as it was dropped.
    public var file: String
    public var sha256: String
    /// Place in its file, from 0.
    public var index: Int
    public var received: Timestamp
    public var format: ArticleFormat
    /// May be empty.
    public var title: String
    public var language: String?
    public var source: String?
    /// RFC 3339, or a date alone.
    public var published: String?
    public var url: String?
    public var author: String?
    /// Entities with a mention, by id.
    public var entities: [ScannedArticle.EntitySummary]
}

/// An article with all that is known of it.
public struct ArticleDetail: Hashable, Sendable {
    public var row: ArticleRow
    /// With the text.
    public var article: Article
    public var mentions: [Mention]
    public var refused: [RefusedMention]
    /// The file that it came in.
    public var drop: Drop
}

/// Which articles are wanted. All conditions must hold.
public struct ArticleFilter: Sendable {
    /// Received at this moment or later.
    public var since: Timestamp?
    /// Received before this moment.
    public var until: Timestamp?
    /// With a mention of this entity.
    public var entity: EntityID?
    /// At most so many.
    public var limit: Int
    /// By the moment of receiving, then by id.
    public var order: ListOrder

    public init(
        since: Timestamp? = nil, until: Timestamp? = nil, entity: EntityID? = nil, limit: Int = 100,
        order: ListOrder = .newest
    ) {
        (self.since, self.until, self.entity) = (since, until, entity)
        (self.limit, self.order) = (limit, order)
    }
}

extension Archive {
    public func articles(_ filter: ArticleFilter) async throws(ArchiveError) -> [ArticleRow] {
        try await read { db in
            var conditions = Conditions()
            conditions.add("articles.received >= ?", filter.since?.milliseconds)
            conditions.add("articles.received < ?", filter.until?.milliseconds)
            conditions.add(
                "articles.id IN (SELECT article_id FROM mentions WHERE entity = ? AND gate IS NULL)",
                filter.entity?.rawValue)
            let order = filter.order == .oldest ? "" : "DESC"
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(ArticleRow.columns) FROM articles JOIN drops ON drops.id = articles.drop_id
                    WHERE \(conditions.sql) ORDER BY articles.received \(order), articles.id \(order)
                    LIMIT \(max(0, filter.limit))
                    """)
            return try Row.fetchAll(statement, arguments: conditions.arguments).map { try ArticleRow(db, $0) }
        }
    }

    public func article(id: Int64) async throws(ArchiveError) -> ArticleDetail? {
        try await read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(ArticleRow.columns), charset, replacements, provenance, text
                    FROM articles JOIN drops ON drops.id = articles.drop_id WHERE articles.id = ?
                    """)
            guard let stored = try Row.fetchOne(statement, arguments: [id]) else { return nil }
            let row = try ArticleRow(db, stored)
            let first = ArticleRow.columnCount
            let article = Article(
                index: row.index, format: row.format, charset: stored[first], replacements: stored[first + 1],
                language: row.language, title: row.title, text: stored[first + 3], author: row.author,
                source: row.source, url: row.url, published: row.published,
                provenance: ArticleRow.provenance(from: stored[first + 2]))
            let found = try MentionRows.fetch(db, article: id, in: article)
            guard let drop = try Drop.one(db, "id = ?", [row.dropID]) else {
                throw BadRow(column: "articles.drop_id", value: "\(row.dropID)")
            }
            return ArticleDetail(
                row: row, article: article, mentions: found.mentions, refused: found.refused, drop: drop)
        }
    }
}

extension ArticleRow {
    static let columns = """
        articles.id, articles.drop_id, drops.name, drops.sha256, articles.position, articles.received,
        articles.format, articles.title, articles.language, articles.source, articles.published, articles.url,
        articles.author
        """
    static let columnCount = 13

    /// Reads `columns`, which stand first in `row`, and the entities beside it.
    init(_ db: Database, _ row: Row) throws {
        let id: Int64 = row[0]
        self.init(
            id: id, dropID: row[1], file: row[2], sha256: row[3] ?? "", index: row[4],
            received: Timestamp(milliseconds: row[5]),
            format: try stored(row[6], "articles.format", as: ArticleFormat.init(rawValue:)), title: row[7],
            language: row[8], source: row[9], published: row[10], url: row[11], author: row[12],
            entities: try MentionRows.summary(db, article: id))
    }

    /// Adds the article, without its mentions, and returns its id; `nil` when the file has one at this place.
    static func insert(_ db: Database, _ scanned: ScannedArticle, drop: Drop) throws -> Int64? {
        let article = scanned.article
        let isUnscored = !scanned.mentions.isEmpty && scanned.mentions.allSatisfy { $0.tone == nil }
        try db.cachedStatement(
            sql: """
                INSERT INTO articles (drop_id, position, received, unscored, format, charset, replacements, language,
                    author, source, url, published, provenance, title, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (drop_id, position) DO NOTHING
                """
        ).execute(arguments: [
            drop.id, article.index, drop.received.milliseconds, isUnscored ? 1 : 0, article.format.rawValue,
            article.charset, article.replacements, article.language, article.author, article.source, article.url,
            article.published, text(of: article.provenance), article.title, article.text,
        ])
        return db.changesCount == 1 ? db.lastInsertedRowID : nil
    }

    /// `field=origin`, one a line.
    private static func text(of provenance: [MetadataField: String]) -> String {
        provenance.map { "\($0.key.rawValue)=\($0.value)" }.sorted().joined(separator: "\n")
    }

    static func provenance(from text: String) -> [MetadataField: String] {
        var found: [MetadataField: String] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, let field = MetadataField(rawValue: String(parts[0])) {
                found[field] = String(parts[1])
            }
        }
        return found
    }
}
