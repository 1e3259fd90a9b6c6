import GRDB
import NewswatchModel

/// How much the archive holds.
public struct ArchiveCounts: Hashable, Sendable {
    /// Files by `DropState`; they stay when retention removes their articles.
    public var archived = 0
    public var duplicates = 0
    public var quarantined = 0
    public var articles = 0
    /// Without the refused ones.
    public var mentions = 0
    public var alerts = 0
    /// Alerts in the outbox.
    public var undelivered = 0
    /// When the last file was received.
    public var lastArrival: Timestamp?
    /// Size of the database, without its log.
    public var databaseBytes = 0

    public init() {}
}

/// What became of the files that were received in a span of time.
public struct Coverage: Hashable, Sendable {
    public var files = 0
    /// Those whose articles were archived.
    public var read = 0
    public var duplicate = 0
    public var quarantined: [QuarantineReason: Int] = [:]
    /// Articles with mentions of which none could be scored: no tone model for their language.
    public var withoutTone = 0
    /// When the last of the files was received.
    public var lastArrival: Timestamp?

    public init() {}
}

extension Archive {
    /// Takes the same time however large the archive is.
    public func counts() async throws(ArchiveError) -> ArchiveCounts {
        try await read { db in
            var counts = ArchiveCounts()
            let sql = "SELECT archived, duplicates, quarantined, articles, mentions, alerts FROM totals"
            guard let row = try Row.fetchOne(db, sql: sql) else { throw BadRow(column: "totals", value: "") }
            (counts.archived, counts.duplicates, counts.quarantined) = (row[0], row[1], row[2])
            (counts.articles, counts.mentions, counts.alerts) = (row[3], row[4], row[5])
            counts.undelivered = try Int.fetchOne(db, sql: "SELECT count(*) FROM outbox") ?? 0
            counts.lastArrival = try Int64.fetchOne(db, sql: "SELECT max(received) FROM drops")
                .map(Timestamp.init(milliseconds:))
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            counts.databaseBytes = pages * (try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0)
            return counts
        }
    }

    /// When the last file of each source was received; `in/` itself is the empty name.
    public func lastArrivals() async throws(ArchiveError) -> [String: Timestamp] {
        try await read { db in
            var found: [String: Timestamp] = [:]
            let rows = try Row.fetchCursor(db, sql: "SELECT name, last_received FROM sources")
            while let row = try rows.next() { found[row[0]] = Timestamp(milliseconds: row[1]) }
            return found
        }
    }

    /// What became of the files received at `since` or later.
    public func coverage(since: Timestamp) async throws(ArchiveError) -> Coverage {
        try await read { db in
            var coverage = Coverage()
            let rows = try Row.fetchCursor(
                db,
                sql:
                    "SELECT state, reason, count(*), max(received) FROM drops WHERE received >= ? GROUP BY state, reason",
                arguments: [since.milliseconds])
            while let row = try rows.next() {
                let count: Int = row[2]
                coverage.files += count
                switch try stored(row[0], "drops.state", as: DropState.init(rawValue:)) {
                case .archived: coverage.read += count
                case .duplicate: coverage.duplicate += count
                case .quarantined:
                    let reason = try stored(row[1] ?? "", "drops.reason", as: QuarantineReason.init(rawValue:))
                    coverage.quarantined[reason, default: 0] += count
                }
                let last = Timestamp(milliseconds: row[3])
                coverage.lastArrival = coverage.lastArrival.map { max($0, last) } ?? last
            }
            coverage.withoutTone =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM articles WHERE unscored = 1 AND received >= ?",
                    arguments: [since.milliseconds]) ?? 0
            return coverage
        }
    }
}
