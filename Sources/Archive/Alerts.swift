import GRDB
import NewswatchModel

/// In which order a list comes.
public enum ListOrder: Sendable {
    /// The oldest first; a limit keeps the oldest.
    case oldest
    /// The newest first; a limit keeps the newest.
    case newest
}

/// Which alerts are wanted. All conditions must hold.
public struct AlertFilter: Sendable {
    /// Raised at this moment or later.
    public var since: Timestamp?
    /// Raised before this moment.
    public var until: Timestamp?
    /// With a greater `Alert.id`.
    public var afterID: Int64?
    public var entity: EntityID?
    public var rule: String?
    /// At most so many.
    public var limit: Int
    /// By `Alert.id`.
    public var order: ListOrder

    public init(
        since: Timestamp? = nil, until: Timestamp? = nil, afterID: Int64? = nil, entity: EntityID? = nil,
        rule: String? = nil, limit: Int = 100, order: ListOrder = .oldest
    ) {
        (self.since, self.until, self.afterID) = (since, until, afterID)
        (self.entity, self.rule, self.limit, self.order) = (entity, rule, limit, order)
    }
}

extension Archive {
    public func alerts(_ filter: AlertFilter) async throws(ArchiveError) -> [Alert] {
        try await read { db in
            var conditions = Conditions()
            conditions.add("alerts.raised >= ?", filter.since?.milliseconds)
            conditions.add("alerts.raised < ?", filter.until?.milliseconds)
            conditions.add("alerts.id > ?", filter.afterID)
            conditions.add("alerts.entity = ?", filter.entity?.rawValue)
            conditions.add("alerts.rule = ?", filter.rule)
            let order = filter.order == .oldest ? "" : "DESC"
            return try Alert.all(
                db, "WHERE \(conditions.sql) ORDER BY alerts.id \(order) LIMIT \(max(0, filter.limit))",
                conditions.arguments)
        }
    }

    public func alert(id: Int64) async throws(ArchiveError) -> Alert? {
        try await read { try Alert.all($0, "WHERE alerts.id = ?", [id]).first }
    }

    /// The greatest `Alert.id` ever given, also when that alert is gone; 0 when there was none.
    public func lastAlertID() async throws(ArchiveError) -> Int64 {
        try await read { try Int64.fetchOne($0, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'alerts'") ?? 0 }
    }

    // MARK: Outbox

    /// Alerts that are not delivered yet, oldest first, those with a greater id than `after`.
    public func undelivered(after: Int64 = 0, limit: Int) async throws(ArchiveError) -> [Alert] {
        try await read {
            try Alert.all(
                $0,
                """
                WHERE alerts.id IN (SELECT alert_id FROM outbox WHERE alert_id > ? ORDER BY alert_id LIMIT ?)
                ORDER BY alerts.id
                """, [after, max(0, limit)])
        }
    }

    /// Takes alerts out of the outbox. Unknown ids change nothing.
    public func markDelivered(_ ids: [Int64]) async throws(ArchiveError) {
        guard !ids.isEmpty else { return }
        try await write { db in
            let remove = try db.cachedStatement(sql: "DELETE FROM outbox WHERE alert_id = ?")
            for id in ids { try remove.execute(arguments: [id]) }
        }
    }
}

/// A WHERE clause in the making: the conditions whose value is there.
struct Conditions {
    private var parts: [String] = []
    private(set) var arguments = StatementArguments()

    mutating func add(_ part: String, _ value: (some DatabaseValueConvertible)?) {
        guard let value else { return }
        parts.append(part)
        arguments += [value]
    }

    var sql: String { parts.isEmpty ? "1" : parts.joined(separator: " AND ") }
}

/// The title, at most 300 characters of it, or where it is empty the first line of the text, at most 120.
///
/// It looks at no more than the first 240 scalars of the text, which is all that queries fetch of it.
func headline(title: String, text: String) -> String {
    guard title.isEmpty else {
        let scalars = title.unicodeScalars
        return title.utf8.count > 300 && scalars.count > 300
            ? String(String.UnicodeScalarView(scalars.prefix(299))) + "…" : title
    }
    let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(240)))
    let line = start.split(whereSeparator: \.isNewline).first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    let words = line.drop(while: \.isWhitespace)
    return words.unicodeScalars.count > 120
        ? String(String.UnicodeScalarView(words.unicodeScalars.prefix(119))) + "…" : String(words)
}

extension Alert {
    static func all(_ db: Database, _ tail: String, _ arguments: StatementArguments) throws -> [Alert] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT alerts.id, raised, rule, severity, entity, entity_name, article_id, articles.title,
                    CASE articles.title WHEN '' THEN substr(articles.text, 1, 240) ELSE '' END, drops.name,
                    drops.sha256, mentions, score, negative, neutral, positive, scored, model, "limit", watchlist,
                    low, high, quoted, quoted_score, model_f1
                FROM alerts JOIN articles ON articles.id = alerts.article_id
                    JOIN drops ON drops.id = articles.drop_id
                \(tail)
                """)
        return try Row.fetchAll(statement, arguments: arguments).map { try Alert($0) }
    }

    private init(_ row: Row) throws {
        var tone: EntityTone?
        if let model: String = row[17] {
            let probabilities = ToneProbabilities(negative: row[13], neutral: row[14], positive: row[15])
            let count: Int = row[16]
            let quotedCount: Int? = row[22]
            let quotedScore: Double? = row[23]
            // Alerts from before intervals were kept: as if all mentions had had the mean's probabilities.
            let reach = 1.96 * (probabilities.variance / Double(max(1, count))).squareRoot()
            tone = EntityTone(
                score: row[12], probabilities: probabilities, count: count,
                low: row[20] ?? max(-1, probabilities.score - reach),
                high: row[21] ?? min(1, probabilities.score + reach),
                quoted: quotedCount.flatMap { count in
                    quotedScore.map { EntityTone.Quoted(count: count, score: $0) }
                },
                model: model, macroF1: row[24])
        }
        self.init(
            id: row[0], raised: Timestamp(milliseconds: row[1]), rule: row[2],
            severity: try stored(row[3], "alerts.severity", as: Severity.init(rawValue:)),
            entity: try stored(row[4], "alerts.entity", as: { EntityID($0) }), entityName: row[5], article: row[6],
            title: headline(title: row[7], text: row[8]), file: row[9], sha256: row[10] ?? "", mentions: row[11],
            tone: tone, limit: row[18], watchlistVersion: row[19])
    }

    /// Adds the alert and puts it into the outbox; `nil` when its dedupe key is known.
    static func insert(
        _ db: Database, _ draft: AlertDraft, raised: Timestamp, article: Int64, title: String, file: String,
        sha256: String
    ) throws -> Alert? {
        let tone = draft.tone
        try db.cachedStatement(
            sql: """
                INSERT INTO alerts (raised, rule, severity, entity, entity_name, article_id, mentions, score,
                    negative, neutral, positive, scored, model, "limit", watchlist, dedupe_key, low, high, quoted,
                    quoted_score, model_f1)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (dedupe_key) DO NOTHING
                """
        ).execute(arguments: [
            raised.milliseconds, draft.rule, draft.severity.rawValue, draft.entity.rawValue, draft.entityName,
            article, draft.mentions, tone?.score, tone?.probabilities.negative, tone?.probabilities.neutral,
            tone?.probabilities.positive, tone?.count, tone?.model, draft.limit, draft.watchlistVersion,
            draft.dedupeKey, tone?.low, tone?.high, tone?.quoted?.count, tone?.quoted?.score, tone?.macroF1,
        ])
        guard db.changesCount == 1 else { return nil }
        let id = db.lastInsertedRowID
        try db.cachedStatement(sql: "INSERT INTO outbox VALUES (?)").execute(arguments: [id])
        return Alert(
            id: id, raised: raised, rule: draft.rule, severity: draft.severity, entity: draft.entity,
            entityName: draft.entityName, article: article, title: title, file: file, sha256: sha256,
            mentions: draft.mentions, tone: tone, limit: draft.limit, watchlistVersion: draft.watchlistVersion)
    }
}
