import GRDB
import NewswatchModel

/// Retention by age.
extension Archive {
    /// Removes at most `limit` articles that were received before `moment`, the oldest first, each with its
    /// mentions and alerts. An article with an undelivered alert stays. Drops stay too, so that the same bytes
    /// are known as a duplicate for good.
    /// - Returns: how many were removed; fewer than `limit` when there are no more.
    public func removeOlder(than moment: Timestamp, limit: Int) async throws(ArchiveError) -> Int {
        guard limit > 0 else { return 0 }
        return try await write { db in
            let doomed = try Int64.fetchAll(
                db,
                sql: """
                    SELECT id FROM articles WHERE received < ? AND NOT EXISTS (
                        SELECT 1 FROM alerts JOIN outbox ON outbox.alert_id = alerts.id
                        WHERE alerts.article_id = articles.id)
                    ORDER BY received, id LIMIT ?
                    """, arguments: [moment.milliseconds, limit])
            if doomed.isEmpty { return 0 }
            var mentions = 0
            var alerts = 0
            let countMentions = try db.cachedStatement(
                sql: "SELECT count(*) FROM mentions WHERE article_id = ? AND gate IS NULL")
            let countAlerts = try db.cachedStatement(sql: "SELECT count(*) FROM alerts WHERE article_id = ?")
            let remove = try db.cachedStatement(sql: "DELETE FROM articles WHERE id = ?")
            for id in doomed {
                mentions += try Int.fetchOne(countMentions, arguments: [id]) ?? 0
                alerts += try Int.fetchOne(countAlerts, arguments: [id]) ?? 0
                try remove.execute(arguments: [id])
            }
            if alerts > 0 { try DefinitionRows.removeUnused(db) }
            try db.execute(
                sql: "UPDATE totals SET articles = articles - ?, mentions = mentions - ?, alerts = alerts - ?",
                arguments: [doomed.count, mentions, alerts])
            return doomed.count
        }
    }
}
