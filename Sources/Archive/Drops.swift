import GRDB
import NewswatchModel

/// Files that are done with.
extension Archive {
    /// The drop of a file by its name in the spool.
    public func drop(work: WorkName) async throws(ArchiveError) -> Drop? {
        try await read { try Drop.one($0, "work = ?", [work.rawValue]) }
    }

    /// Those of `works` that are done with.
    public func drops(works: [WorkName]) async throws(ArchiveError) -> [WorkName: Drop] {
        try await read { db in
            var found: [WorkName: Drop] = [:]
            for work in works { found[work] = try Drop.one(db, "work = ?", [work.rawValue]) }
            return found
        }
    }

    public func drop(id: Int64) async throws(ArchiveError) -> Drop? {
        try await read { try Drop.one($0, "id = ?", [id]) }
    }

    /// The archived drop with these bytes; never a duplicate or a quarantined one.
    public func drop(sha256: String) async throws(ArchiveError) -> Drop? {
        try await read { try Drop.archived($0, sha256: sha256) }
    }

    /// The last `limit` files, newest first; with a `state` only those in it.
    public func files(state: DropState? = nil, limit: Int = 100) async throws(ArchiveError) -> [Drop] {
        try await read { db in
            if let state {
                return try Drop.all(db, "state = ? ORDER BY id DESC LIMIT ?", [state.rawValue, max(0, limit)])
            }
            return try Drop.all(db, "1 ORDER BY id DESC LIMIT ?", [max(0, limit)])
        }
    }

    /// Forgets a quarantined file, so that it can be recorded again, and returns what was known of it.
    /// - throws: `noSuchDrop`, `notQuarantined`.
    @discardableResult
    public func retry(dropID: Int64) async throws(ArchiveError) -> Drop {
        try await write { db in
            guard let drop = try Drop.one(db, "id = ?", [dropID]) else { throw ArchiveError.noSuchDrop(dropID) }
            guard drop.state == .quarantined else { throw ArchiveError.notQuarantined(dropID, drop.state) }
            try db.execute(sql: "DELETE FROM drops WHERE id = ?", arguments: [dropID])
            try db.execute(sql: "DELETE FROM attempts WHERE work = ?", arguments: [drop.work.rawValue])
            try db.execute(sql: "UPDATE totals SET quarantined = quarantined - 1")
            return drop
        }
    }
}

extension Drop {
    static let columns =
        "id, work, name, source, received, finished, state, sha256, size, duplicate_of, reason, detail, sniffed"

    static func one(_ db: Database, _ condition: String, _ arguments: StatementArguments) throws -> Drop? {
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM drops WHERE \(condition)")
        return try Row.fetchOne(statement, arguments: arguments).map { try Drop($0) }
    }

    static func all(_ db: Database, _ condition: String, _ arguments: StatementArguments) throws -> [Drop] {
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM drops WHERE \(condition)")
        return try Row.fetchAll(statement, arguments: arguments).map { try Drop($0) }
    }

    static func archived(_ db: Database, sha256: String) throws -> Drop? {
        try one(db, "sha256 = ? AND state = 'archived'", [sha256])
    }

    /// Reads `columns`.
    init(_ row: Row) throws {
        let reason: String? = row[10]
        self.init(
            id: row[0], work: WorkName(rawValue: row[1]), name: row[2], source: row[3],
            received: Timestamp(milliseconds: row[4]), finished: Timestamp(milliseconds: row[5]),
            state: try stored(row[6], "drops.state", as: DropState.init(rawValue:)), sha256: row[7], size: row[8],
            duplicateOf: row[9],
            rejection: try reason.map {
                Rejection(
                    reason: try stored($0, "drops.reason", as: QuarantineReason.init(rawValue:)),
                    detail: row[11] ?? "", sniffed: row[12])
            })
    }

    /// Adds the row, with the `id` that it gets.
    mutating func insert(_ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO drops (work, name, source, received, finished, state, sha256, size, duplicate_of,
                    reason, detail, sniffed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            work.rawValue, name, source, received.milliseconds, finished.milliseconds, state.rawValue, sha256, size,
            duplicateOf, rejection?.reason.rawValue, rejection?.detail, rejection?.sniffed,
        ])
        id = db.lastInsertedRowID
    }
}
