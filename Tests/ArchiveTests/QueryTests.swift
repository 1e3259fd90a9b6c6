import GRDB
import NewswatchModel
import Testing

@testable import Archive

struct QueryTests {
    let folder = TemporaryFolder()
    let archive: Archive

    init() throws { archive = try Archive(directory: folder.path) }

    /// Five articles a minute apart, of Marta and the harbour in turn.
    private func fill() async throws {
        for minute in 0..<5 {
            let entity = minute % 2 == 0 ? marta : harbour
            let moment = noon.adding(seconds: Int64(minute) * 60)
            _ = try await archive.record(
                [file("f\(minute)", [article(entity: entity)], sha256: sha256(minute), received: moment)],
                at: moment, rules: alertOnAll)
        }
    }

    @Test func alertsAreFiltered() async throws {
        try await fill()
        func ids(_ filter: AlertFilter) async throws -> [Int64] { try await archive.alerts(filter).map(\.id) }
        let minute = { noon.adding(seconds: $0 * 60) }
        #expect(try await ids(AlertFilter()) == [1, 2, 3, 4, 5])
        #expect(try await ids(AlertFilter(order: .newest)) == [5, 4, 3, 2, 1])
        #expect(try await ids(AlertFilter(limit: 2, order: .newest)) == [5, 4])
        #expect(try await ids(AlertFilter(since: minute(1), until: minute(3))) == [2, 3])
        #expect(try await ids(AlertFilter(afterID: 3)) == [4, 5])
        #expect(try await ids(AlertFilter(entity: harbour)) == [2, 4])
        #expect(try await ids(AlertFilter(afterID: 1, entity: marta, rule: "any", limit: 1)) == [3])
        #expect(try await ids(AlertFilter(rule: "other")) == [])
        #expect(try await ids(AlertFilter(limit: -1)) == [])
        #expect(try await archive.alert(id: 3)?.entity == marta)
        #expect(try await archive.alert(id: 6) == nil)
    }

    @Test func articlesAreFiltered() async throws {
        try await fill()
        func files(_ filter: ArticleFilter) async throws -> [String] { try await archive.articles(filter).map(\.file) }
        let minute = { noon.adding(seconds: $0 * 60) }
        #expect(try await files(ArticleFilter()) == ["f4", "f3", "f2", "f1", "f0"])
        #expect(try await files(ArticleFilter(entity: harbour, order: .oldest)) == ["f1", "f3"])
        #expect(try await files(ArticleFilter(since: minute(1), until: minute(4), limit: 2)) == ["f3", "f2"])
        #expect(try await files(ArticleFilter(entity: EntityID("nobody"))) == [])
    }

    @Test func anArticleComesBackWhole() async throws {
        let text = "Марта Вель была в порту. Marta left."
        let full = Article(
            index: 2, format: .html, charset: "windows-1251", replacements: 3, language: "ru", title: "Порт",
            text: text, author: "A. Writer", source: "Harbour Gazette", url: "https://example.org/1",
            published: "2026-02-28", provenance: [.title: "json-ld", .source: "meta a=b", .published: "date line"])
        let refused = RefusedMention(
            mention: mention(of: harbour, at: ByteRange(30, 38), in: text), gate: .notNear, detail: "tiger")
        let scanned = ScannedArticle(
            article: full,
            mentions: [
                mention(of: marta, at: ByteRange(0, 10), in: text, score: -0.5),
                mention(of: marta, at: ByteRange(0, 19), in: text, score: 0.25),
                mention(of: harbour, at: ByteRange(31, 40), in: text),
            ], refused: [refused])
        let recorded = try await archive.record([file("a.html", [scanned])], at: noon, rules: noRules)[0]
        let detail = try #require(try await archive.article(id: recorded.articles[0]))
        #expect(detail.article == full)
        #expect(detail.mentions == scanned.mentions)
        #expect(detail.refused == scanned.refused)
        #expect(detail.drop == recorded.drop)
        #expect(detail.row.entities == scanned.entities)
        #expect(detail.row.entities.map(\.id) == [harbour, marta])
        #expect(detail.row.entities[1].tone?.score == -0.125)
        #expect(detail.row.dropID == recorded.drop.id && detail.row.sha256 == sha256(1) && detail.row.format == .html)
        #expect(try await archive.articles(ArticleFilter()) == [detail.row])
        #expect(try await archive.article(id: 99) == nil)
        // A refused mention is no mention.
        #expect(try await archive.counts().mentions == 3)
    }

    @Test func aRangeOutsideTheTextYieldsAnEmptySurface() async throws {
        var scanned = article()
        scanned.mentions[0].range = ByteRange(10, 4000)
        let id = try await archive.record([file("a", [scanned])], at: noon, rules: noRules)[0].articles[0]
        #expect(try await archive.article(id: id)?.mentions.map(\.surface) == [""])
    }

    @Test func filesAreListedNewestFirstByState() async throws {
        let batch = [file("a"), quarantined("b"), file("c"), quarantined("d", .empty)]
        let drops = try await archive.record(batch, at: noon, rules: noRules).map(\.drop)
        #expect(try await archive.files(state: nil, limit: 3) == [drops[3], drops[2], drops[1]])
        #expect(try await archive.files(state: .quarantined, limit: 9) == [drops[3], drops[1]])
        #expect(try await archive.files(state: .duplicate, limit: 9) == [drops[2]])
        let known = try await archive.drops(works: [drops[0].work, drops[3].work, WorkName(rawValue: "none")])
        #expect(known == [drops[0].work: drops[0], drops[3].work: drops[3]])
    }

    @Test func totalsAreWhatCountingSays() async throws {
        try await fill()
        _ = try await archive.record([quarantined("q"), file("again", sha256: sha256(0))], at: noon, rules: noRules)
        try await archive.markDelivered([1, 2])
        _ = try await archive.removeOlder(than: noon.adding(seconds: 90), limit: 9)
        let counts = try await archive.counts()
        let real = try await archive.read { db in
            try [
                "drops WHERE state = 'archived'", "drops WHERE state = 'duplicate'",
                "drops WHERE state = 'quarantined'", "articles", "mentions WHERE gate IS NULL", "alerts", "outbox",
            ].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") }
        }
        let told = [
            counts.archived, counts.duplicates, counts.quarantined, counts.articles, counts.mentions, counts.alerts,
            counts.undelivered,
        ]
        #expect(told == real)
        #expect(told == [5, 1, 1, 3, 3, 3, 3])
        #expect(counts.lastArrival == noon.adding(seconds: 240))
        #expect(counts.databaseBytes > 0 && counts.databaseBytes % 8192 == 0)
    }

    @Test func coverageTellsWhatBecameOfTheFiles() async throws {
        let later = noon.adding(seconds: 3600)
        let silent = [article("Мост закрыт.", score: nil, language: "ru"), article("Plain.", index: 1, entity: nil)]
        _ = try await archive.record(
            [
                file("old"), file("a", sha256: sha256(2), received: later),
                file("b", silent, sha256: sha256(3), received: later.adding(seconds: 2)),
                file("c", sha256: sha256(2), received: later), quarantined("d", received: later),
                quarantined("e", .empty, received: later), quarantined("f", received: later),
            ], at: later, rules: noRules)
        let coverage = try await archive.coverage(since: later)
        #expect(coverage.files == 6 && coverage.read == 2 && coverage.duplicate == 1)
        #expect(coverage.quarantined == [.poison: 2, .empty: 1])
        #expect(coverage.withoutTone == 1)
        #expect(coverage.lastArrival == later.adding(seconds: 2))
        #expect(try await archive.coverage(since: later.adding(seconds: 9)) == Coverage())
    }

    @Test func retentionRemovesTheOldestInSteps() async throws {
        try await fill()
        try await archive.markDelivered([1, 2, 4])
        let limit = noon.adding(seconds: 181)
        #expect(try await archive.removeOlder(than: limit, limit: 2) == 2)
        #expect(try await archive.articles(ArticleFilter(order: .oldest)).map(\.file) == ["f2", "f3", "f4"])
        // f2's alert is not delivered.
        #expect(try await archive.removeOlder(than: limit, limit: 2) == 1)
        #expect(try await archive.removeOlder(than: limit, limit: 2) == 0)
        #expect(try await archive.alerts(AlertFilter()).map(\.id) == [3, 5])
        #expect(try await archive.search("gates").map(\.row.file).sorted() == ["f2", "f4"])
        #expect(try await archive.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM mentions") } == 2)
        try await archive.write {
            try $0.execute(sql: "INSERT INTO article_words (article_words) VALUES ('integrity-check')")
        }
        // The bytes stay known and an alert's number is not given again.
        let again = try await archive.record([file("f0 again", sha256: sha256(0))], at: noon, rules: alertOnAll)[0]
        #expect(again.drop.state == .duplicate)
        try await archive.markDelivered([3, 5])
        #expect(try await archive.removeOlder(than: noon.adding(seconds: 900), limit: 99) == 2)
        #expect(try await archive.lastAlertID() == 5)
        let next = try await archive.record([file("new", sha256: sha256(9))], at: noon, rules: alertOnAll)[0]
        #expect(next.alerts.map(\.id) == [6])
    }

    @Test(arguments: [
        ("A title", "text", "A title"), ("", "\n  First line\nsecond", "First line"), ("", "", ""),
        ("", String(repeating: "ю", count: 300), String(repeating: "ю", count: 119) + "…"),
    ])
    func anAlertsTitleIsTheHeadlineOrTheFirstLine(title: String, text: String, expected: String) async throws {
        let scanned = article(text, title: title, entity: nil)
        let rule: Archive.Rules = { article, _, _, _ in
            [draft("any", ScannedArticle.EntitySummary(id: marta, mentions: 1, tone: nil), article, key: "k")]
        }
        let raised = try await archive.record([file("a", [scanned])], at: noon, rules: rule)[0].alerts
        #expect(raised.map(\.title) == [expected])
        #expect(try await archive.alerts(AlertFilter()) == raised)
    }
}
