import NewswatchModel
import Synchronization
import Testing

@testable import Archive

struct RecordingTests {
    let folder = TemporaryFolder()
    let archive: Archive

    init() throws { archive = try Archive(directory: folder.path) }

    @Test func aFileIsRecordedWithItsArticlesAndAlerts() async throws {
        let two = [article(index: 0), article("Harbour dues rose.", title: "", index: 1, entity: harbour, score: nil)]
        let recorded = try await archive.record([file("a.txt", two)], at: noon.adding(seconds: 5), rules: alertOnAll)
        let one = try #require(recorded.first)
        #expect(one.drop.state == .archived && one.drop.name == "a.txt" && one.drop.size == 100)
        #expect(one.drop.finished == noon.adding(seconds: 5))
        #expect(one.articles.count == 2)
        #expect(one.alerts.map(\.entity) == [marta, harbour])
        #expect(one.alerts.map(\.title) == ["Gates open", "Harbour dues rose."])
        #expect(one.alerts.map(\.article) == one.articles)
        #expect(one.alerts[0].tone?.score == -0.5 && one.alerts[1].tone == nil)
        // What is returned is what is stored.
        #expect(try await archive.alerts(AlertFilter()) == one.alerts)
        #expect(try await archive.drop(id: one.drop.id) == one.drop)
    }

    @Test func aKnownWorkNameAddsNothing() async throws {
        let first = try await archive.record([file("a")], at: noon, rules: alertOnAll)
        let again = try await archive.record(
            [file("a", sha256: sha256(2))], at: noon.adding(seconds: 9), rules: alertOnAll)
        #expect(again.map(\.drop) == first.map(\.drop))
        #expect(again[0].articles.isEmpty && again[0].alerts.isEmpty)
        let counts = try await archive.counts()
        #expect(counts.archived == 1 && counts.articles == 1 && counts.alerts == 1)
    }

    @Test(arguments: [true, false])
    func knownBytesAreADuplicateOfTheFirst(inOneBatch: Bool) async throws {
        let files = [file("a"), file("b"), file("c")]
        var recorded: [Archive.Recorded] = []
        for batch in inOneBatch ? [files] : files.map({ [$0] }) {
            recorded += try await archive.record(batch, at: noon, rules: alertOnAll)
        }
        #expect(recorded.map(\.drop.state) == [.archived, .duplicate, .duplicate])
        #expect(recorded.map(\.drop.duplicateOf) == [nil, recorded[0].drop.id, recorded[0].drop.id])
        #expect(recorded.map(\.alerts.count) == [1, 0, 0])
        #expect(try await archive.drop(sha256: sha256(1)) == recorded[0].drop)
        #expect(try await archive.drop(sha256: sha256(2)) == nil)
        let counts = try await archive.counts()
        #expect(counts.archived == 1 && counts.duplicates == 2 && counts.articles == 1)
    }

    @Test func aQuarantinedFileIsNoOriginal() async throws {
        var rejected = file("a")
        rejected.result = .scanned(
            ScanResult(sha256: sha256(1), size: 4, outcome: .rejected(Rejection(reason: .empty, detail: "Nothing."))))
        let recorded = try await archive.record([rejected, file("b"), quarantined("c")], at: noon, rules: alertOnAll)
        #expect(recorded.map(\.drop.state) == [.quarantined, .archived, .quarantined])
        #expect(recorded[0].drop.rejection?.reason == .empty && recorded[0].drop.sha256 == sha256(1))
        #expect(recorded[2].drop.rejection == Rejection(reason: .poison, detail: "It did.", sniffed: "image/png"))
        #expect(try await archive.drop(id: recorded[2].drop.id) == recorded[2].drop)
    }

    @Test func aPlaceInAFileIsTakenOnce() async throws {
        let recorded = try await archive.record(
            [file("a", [article(), article("Second.", entity: nil)])], at: noon, rules: alertOnAll)
        #expect(recorded[0].articles.count == 1)
        #expect(try await archive.counts().articles == 1)
    }

    @Test func anAlertWithAKnownKeyIsNotRaisedAgain() async throws {
        let sameKey: Archive.Rules = { article, _, _, _ in
            article.entities.map { draft("daily", $0, article, key: "daily/\($0.id)/2026-03-01") }
        }
        let files = [file("a", sha256: sha256(1)), file("b", sha256: sha256(2))]
        let recorded = try await archive.record(files, at: noon, rules: sameKey)
        #expect(recorded.map(\.alerts.count) == [1, 0])
        #expect(try await archive.record([file("c", sha256: sha256(3))], at: noon, rules: sameKey)[0].alerts.isEmpty)
        #expect(try await archive.counts().alerts == 1)
    }

    @Test func rulesSeeTheLastAlertsOfTheArticlesEntitiesAlsoWithinABatch() async throws {
        let seen = Mutex<[[RaisedKey: Timestamp]]>([])
        let rules: Archive.Rules = { article, hash, at, raised in
            seen.withLock { $0.append(raised) }
            return alertOnAll(article, hash, at, raised)
        }
        let files = [
            file("a", sha256: sha256(1)), file("b", sha256: sha256(2)),
            file("c", [article(entity: harbour)], sha256: sha256(3)),
        ]
        _ = try await archive.record(files, at: noon, rules: rules)
        archive.close()
        let later = try Archive(directory: folder.path)
        _ = try await later.record([file("d", sha256: sha256(4))], at: noon.adding(seconds: 60), rules: rules)
        _ = try await later.record([file("e", sha256: sha256(5))], at: noon.adding(seconds: 90), rules: rules)
        let key = RaisedKey(rule: "any", entity: marta)
        #expect(seen.withLock { $0 } == [[:], [key: noon], [:], [key: noon], [key: noon.adding(seconds: 60)]])
    }

    @Test func attemptsAreCountedTakenBackAndForgottenWithTheRecord() async throws {
        let (a, b, c) = (WorkName(rawValue: "01-a"), WorkName(rawValue: "01-b"), WorkName(rawValue: "01-c"))
        try await archive.countAttempts([a, b, c])
        try await archive.countAttempts([a, b])
        try await archive.countAttempts([])
        #expect(try await archive.attempts() == [a: 2, b: 2, c: 1])
        try await archive.forgetAttempts([b, c, WorkName(rawValue: "unknown")])
        #expect(try await archive.attempts() == [a: 2, b: 1])
        _ = try await archive.record([file("a")], at: noon, rules: noRules)
        #expect(try await archive.attempts() == [b: 1])
    }

    @Test func theOutboxHoldsAlertsUntilTheyAreDelivered() async throws {
        let files = (1...5).map { file("f\($0)", sha256: sha256($0)) }
        _ = try await archive.record(files, at: noon, rules: alertOnAll)
        #expect(try await archive.undelivered(limit: 3).map(\.id) == [1, 2, 3])
        try await archive.markDelivered([1, 3, 77])
        #expect(try await archive.undelivered(limit: 9).map(\.id) == [2, 4, 5])
        #expect(try await archive.counts().undelivered == 3)
    }

    @Test func aQuarantinedFileCanBeRecordedAgain() async throws {
        let first = try await archive.record([quarantined("a"), file("b")], at: noon, rules: noRules).map(\.drop)
        #expect(try await archive.retry(dropID: first[0].id) == first[0])
        #expect(try await archive.drop(work: first[0].work) == nil)
        #expect(try await archive.counts().quarantined == 0)
        let again = try await archive.record([file("a", sha256: sha256(2))], at: noon, rules: noRules)[0].drop
        #expect(again.state == .archived && again.id > first[1].id)
        await #expect(throws: ArchiveError.notQuarantined(first[1].id, .archived)) {
            try await archive.retry(dropID: first[1].id)
        }
        await #expect(throws: ArchiveError.noSuchDrop(99)) { try await archive.retry(dropID: 99) }
    }
}
