import GRDB
import Glibc
import NewswatchModel
import Synchronization

/// Everything that Newswatch remembers: dropped files, articles, mentions, alerts, the outbox of alerts not yet
/// delivered, and how often each file was tried. One SQLite file, open in one process at a time.
///
/// What a method wrote is on the disk when it returns. All `async` methods run off the caller's thread; writes
/// one after the other, reads beside them on a snapshot.
public final class Archive: Sendable {
    /// Path of the database.
    public let path: String
    let pool: DatabasePool
    private let lock: ArchiveLock
    private let isClosed = Mutex(false)

    /// Opens `archive.sqlite` in `directory`, makes it where there is none, and brings its schema up to date.
    ///
    /// When the last process did not close it, all pages are checked first; that reads the whole file.
    /// - throws: `locked`, `newerSchema`, `corrupt`, `cannotOpen`, `full`.
    public init(directory: String) throws(ArchiveError) {
        let path = directory + "/archive.sqlite"
        self.path = path
        lock = try ArchiveLock(path: directory + "/archive.lock", archive: path)
        let isNew = access(path, F_OK) != 0
        let wasClosed = Self.size(path + "-wal") == 0
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration)
            // DatabasePool lowers this to NORMAL, with which a power cut may undo a commit.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            if !isNew && !wasClosed { try pool.read { try Self.check($0, path: path) } }
            let unknown = try pool.read { try Schema.migrator.appliedIdentifiers($0) }
                .subtracting(Schema.migrator.migrations)
            guard unknown.isEmpty else {
                throw ArchiveError.newerSchema(path: path, unknown: unknown.sorted())
            }
            try Schema.migrator.migrate(pool)
        } catch { throw ArchiveError(error, path: path) }
        if isNew { Self.syncDirectory(directory) }
    }

    /// Octets that opening the archive in `directory` has to read first, since the last process did not close it;
    /// 0 when it did.
    public static func octetsToCheck(directory: String) -> Int {
        let path = directory + "/archive.sqlite"
        return size(path + "-wal") == 0 ? 0 : size(path)
    }

    deinit { close() }

    /// Empties the write-ahead log, closes the file and lets the next opener in. Waits for accesses on their
    /// way; later ones throw `closed`. May be called more than once.
    public func close() {
        // A checkpoint on a closed connection ends the process.
        let wasClosed = isClosed.withLock { closed in
            defer { closed = true }
            return closed
        }
        guard !wasClosed else { return }
        // Neither can be mended here; the next start replays the log and checks the file.
        _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try? pool.close()
        lock.release()
    }

    /// Writes something and so tells whether the archive can be written (again).
    public func probe() async throws(ArchiveError) {
        // A number that nothing else uses, and another one than before: SQLite leaves a page alone that does not change.
        try await write { db in
            let before = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            try db.execute(sql: "PRAGMA user_version = \((before + 1) % 1_000_000)")
        }
    }

    // MARK: Access

    /// A read on a snapshot, on a thread of the pool.
    func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(ArchiveError) -> T {
        do { return try await pool.read(body) } catch { throw ArchiveError(error, path: path) }
    }

    /// One transaction, on the pool's writing thread.
    func write<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(ArchiveError) -> T {
        do { return try await pool.write(body) } catch { throw ArchiveError(error, path: path) }
    }

    // MARK: Opening

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "archive"
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 2
        // Nobody else writes, but a user's sqlite3 shell may hold a lock for a moment.
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            if !db.configuration.readonly {
                // In force only before the first page is written.
                try db.execute(sql: "PRAGMA page_size = 8192")
                // Pages: a batch of 256 articles stays in the log, and checkpoints come every few batches.
                try db.execute(sql: "PRAGMA wal_autocheckpoint = 2000")
                // KiB: the inner pages of the text index, which every batch touches.
                try db.execute(sql: "PRAGMA cache_size = -8192")
                // Octets: what a log that once grew keeps on the disk.
                try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
            }
        }
        return configuration
    }

    private static func check(_ db: Database, path: String) throws {
        let findings = try String.fetchAll(db, sql: "PRAGMA quick_check(3)")
        guard findings == ["ok"] else {
            throw ArchiveError.corrupt(path: path, detail: findings.joined(separator: "; "))
        }
    }

    private static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// SQLite makes the content durable, not the name of a file that it just made.
    private static func syncDirectory(_ path: String) {
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        Glibc.close(directory)
    }
}
