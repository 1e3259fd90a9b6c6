import GRDB
import NewswatchModel

/// How often each file in `work/` was given to a worker and not finished: what a file that ends its readers is
/// known by.
extension Archive {
    /// The counts above 0.
    public func attempts() async throws(ArchiveError) -> [WorkName: Int] {
        try await read { db in
            var found: [WorkName: Int] = [:]
            let rows = try Row.fetchCursor(db, sql: "SELECT work, count FROM attempts")
            while let row = try rows.next() { found[WorkName(rawValue: row[0])] = row[1] }
            return found
        }
    }

    /// Adds 1 to each count in one transaction. To be called before a worker gets the files.
    public func countAttempts(_ names: [WorkName]) async throws(ArchiveError) {
        guard !names.isEmpty else { return }
        try await write { try Self.countAttempts($0, names) }
    }

    static func countAttempts(_ db: Database, _ names: [WorkName]) throws {
        let count = try db.cachedStatement(
            sql: "INSERT INTO attempts VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1")
        for name in names { try count.execute(arguments: [name.rawValue]) }
    }

    /// Takes 1 from each count in one transaction: for files whose reading ended for no fault of theirs.
    public func forgetAttempts(_ names: [WorkName]) async throws(ArchiveError) {
        guard !names.isEmpty else { return }
        try await write { db in
            let lower = try db.cachedStatement(sql: "UPDATE attempts SET count = count - 1 WHERE work = ?")
            for name in names { try lower.execute(arguments: [name.rawValue]) }
            try db.execute(sql: "DELETE FROM attempts WHERE count <= 0")
        }
    }
}
