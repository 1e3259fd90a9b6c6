import GRDB

/// Entities as they were defined when an article raised an alert.
enum DefinitionRows {
    static func insert(_ db: Database, _ bodies: [String], article: Int64) throws {
        let add = try db.cachedStatement(sql: "INSERT INTO definitions (body) VALUES (?) ON CONFLICT DO NOTHING")
        let link = try db.cachedStatement(
            sql: """
                INSERT INTO article_definitions SELECT ?, id FROM definitions WHERE body = ? ON CONFLICT DO NOTHING
                """)
        for body in bodies {
            try add.execute(arguments: [body])
            try link.execute(arguments: [article, body])
        }
    }

    /// Takes away those that no article refers to any more.
    static func removeUnused(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM definitions WHERE NOT EXISTS (
                    SELECT 1 FROM article_definitions WHERE definition_id = definitions.id)
                """)
    }
}

extension Archive {
    /// The definitions that were recorded with an article's alerts, in no order that means anything; none for an
    /// article without alerts, or from before they were kept.
    public func definitions(article: Int64) async throws(ArchiveError) -> [String] {
        try await read {
            try String.fetchAll(
                $0,
                sql: """
                    SELECT body FROM definitions JOIN article_definitions ON definition_id = definitions.id
                    WHERE article_id = ? ORDER BY definitions.id
                    """, arguments: [article])
        }
    }
}
