import GRDB
import Glibc
import NewswatchModel
import Testing

@testable import Archive

struct OpeningTests {
    let folder = TemporaryFolder()

    @Test func anEmptyFolderGetsAnEmptyArchive() async throws {
        let archive = try Archive(directory: folder.path)
        #expect(try await archive.counts().articles == 0)
        #expect(try await archive.lastAlertID() == 0)
        #expect(try await archive.read { try Schema.migrator.hasCompletedMigrations($0) })
    }

    @Test func commitsAreSyncedAndForeignKeysHold() async throws {
        let archive = try Archive(directory: folder.path)
        let settings = try await archive.write { db in
            try ["synchronous", "foreign_keys", "page_size"].map { try Int.fetchOne(db, sql: "PRAGMA \($0)") }
        }
        #expect(settings == [2, 1, 8192])
        #expect(try await archive.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }

    @Test func aFileOfSchemaVersion1KeepsItsRows() async throws {
        do {
            let old = try DatabaseQueue(path: folder.path + "/archive.sqlite")
            try await old.write { try $0.execute(sql: schemaVersion1WithRows) }
            try old.close()
        }
        let archive = try Archive(directory: folder.path)
        let detail = try #require(try await archive.article(id: 4))
        #expect(detail.article.title == "Bridge closed")
        #expect(detail.mentions.map(\.surface) == ["Marta"])
        #expect(detail.mentions.first?.tone?.evidence == [ToneEvidence(range: ByteRange(6, 12), weight: -0.5)])
        #expect(try await archive.undelivered(limit: 9).map(\.id) == [9])
        #expect(try await archive.attempts() == [WorkName(rawValue: "02-b.txt"): 2])
        #expect(try await archive.search("bridge").count == 1)
        #expect(try await !archive.lastArrivals().isEmpty)
        let next = try await archive.record([file("next")], at: noon, rules: alertOnAll)
        #expect(next.flatMap(\.alerts).map(\.id) == [10])
        #expect(try await archive.counts().articles == 2)
    }

    @Test func aNewerSchemaIsRefused() async throws {
        let archive = try Archive(directory: folder.path)
        try await archive.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
        archive.close()
        #expect(throws: ArchiveError.newerSchema(path: folder.path + "/archive.sqlite", unknown: ["99"])) {
            try Archive(directory: folder.path)
        }
    }

    @Test func aSecondOpenerIsRefusedWithThePidOfTheFirst() throws {
        let archive = try Archive(directory: folder.path)
        let error = #expect(throws: ArchiveError.self) { try Archive(directory: folder.path) }
        #expect(error == .locked(path: archive.path, pid: getpid()))
        #expect("\(try #require(error))".contains("process \(getpid())"))
        archive.close()
        archive.close()
        try Archive(directory: folder.path).close()
    }

    @Test func anArchiveThatIsGoneLetsTheNextOneIn() throws {
        _ = try Archive(directory: folder.path)
        _ = try Archive(directory: folder.path)
    }

    @Test func aLockOfAnotherProcessIsRefused() throws {
        let lock = folder.path + "/archive.lock"
        folder.overwrite("archive.lock", at: 0, with: Array("4711\n".utf8))
        // The child takes the lock, says so, and holds it until its input ends.
        var (ends, inputs): ([Int32], [Int32]) = ([0, 0], [0, 0])
        #expect(pipe(&ends) == 0 && pipe(&inputs) == 0)
        let words = ["/usr/bin/flock", "-x", lock, "/bin/sh", "-c", "echo held; exec cat"]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, inputs[0], 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addclose(&actions, inputs[1])
        var child: pid_t = 0
        #expect(posix_spawn(&child, words[0], &actions, nil, &arguments, environ) == 0)
        close(inputs[0])
        close(ends[1])
        var octet: UInt8 = 0
        #expect(read(ends[0], &octet, 1) == 1)
        #expect(throws: ArchiveError.locked(path: folder.path + "/archive.sqlite", pid: 4711)) {
            try Archive(directory: folder.path)
        }
        close(inputs[1])
        close(ends[0])
        var status: Int32 = 0
        #expect(waitpid(child, &status, 0) == child)
        _ = try Archive(directory: folder.path)
    }

    @Test func aMissingFolderIsToldWithItsReason() throws {
        let error = #expect(throws: ArchiveError.self) { try Archive(directory: folder.path + "/none") }
        #expect("\(try #require(error))".contains("No such file"))
    }

    @Test func aFileThatIsNoDatabaseIsCorrupt() throws {
        folder.overwrite("archive.sqlite", at: 0, with: [UInt8](repeating: 0x61, count: 9000))
        let error = #expect(throws: ArchiveError.self) { try Archive(directory: folder.path) }
        guard case .corrupt = error else { Issue.record("\(String(describing: error))"); return }
    }

    @Test func whatWasRecordedIsThereAfterAKill() async throws {
        let archive = try Archive(directory: folder.path)
        try await archive.countAttempts([WorkName(rawValue: "01-a"), WorkName(rawValue: "01-b")])
        _ = try await archive.record([file("a")], at: noon, rules: alertOnAll)
        #expect(folder.size("archive.sqlite-wal") > 0)
        let left = folder.copyAsAfterKill()
        let next = try Archive(directory: left.path)
        #expect(try await next.drop(work: WorkName(rawValue: "01-a"))?.state == .archived)
        #expect(try await next.attempts() == [WorkName(rawValue: "01-b"): 1])
        #expect(try await next.undelivered(limit: 9).count == 1)
        #expect(try await next.search("gates").count == 1)
        #expect(try await next.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    }

    @Test func damageIsFoundAfterAKillAndTheLogIsEmptyAfterAClose() async throws {
        let archive = try Archive(directory: folder.path)
        let many = (0..<200).map { file("f\($0)", sha256: sha256($0)) }
        _ = try await archive.record(many, at: noon, rules: alertOnAll)
        archive.close()
        #expect(folder.size("archive.sqlite-wal") == 0)
        let again = try Archive(directory: folder.path)
        try await again.probe()
        let left = folder.copyAsAfterKill()
        // The first octets of every page but the first two are its kind and its first cell.
        for page in 10..<(left.size("archive.sqlite") / 8192) {
            left.overwrite("archive.sqlite", at: page * 8192, with: [0x77, 0x77, 0x77, 0x77, 0x77])
        }
        let error = #expect(throws: ArchiveError.self) { try Archive(directory: left.path) }
        guard case .corrupt = error else { Issue.record("\(String(describing: error))"); return }
    }

    @Test func aClosedArchiveSaysSo() async throws {
        let archive = try Archive(directory: folder.path)
        archive.close()
        await #expect(throws: ArchiveError.closed) { try await archive.counts() }
        await #expect(throws: ArchiveError.closed) { try await archive.probe() }
    }

    @Test(arguments: [
        (ResultCode.SQLITE_FULL, "disk"), (.SQLITE_IOERR_WRITE, "disk"), (.SQLITE_READONLY, "disk"),
        (.SQLITE_CORRUPT, "damaged"), (.SQLITE_BUSY, "SQLite error 5"),
    ])
    func errorsAreToldApart(code: ResultCode, word: String) {
        #expect("\(ArchiveError(DatabaseError(resultCode: code), path: "p"))".contains(word))
    }

    @Test func aFullDiskIsFullAndKeepsNothing() async throws {
        let archive = try Archive(directory: folder.path)
        let pages = try await archive.write { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
        try await archive.write { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
        let long = String(repeating: "Velmart opened the gates. ", count: 20_000)
        do {
            _ = try await archive.record([file("a", [article(long)])], at: noon, rules: alertOnAll)
            Issue.record("it was recorded")
        } catch {
            guard case .full = error else { Issue.record("\(error)"); return }
        }
        #expect(try await archive.counts().archived == 0)
        #expect(try await archive.files(state: nil, limit: 9).isEmpty)
        try await archive.write { try $0.execute(sql: "PRAGMA max_page_count = 100000") }
        let second = try await archive.record([file("a", [article(long)])], at: noon, rules: alertOnAll)
        #expect(second.first?.alerts.count == 1)
    }
}
