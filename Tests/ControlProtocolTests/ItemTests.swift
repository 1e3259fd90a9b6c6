import ControlProtocol
import NewswatchModel
import Testing

@Suite("Items as JSON")
struct ItemTests {
    private func trip<Item: Codable & Equatable>(_ item: Item, _ type: String) throws -> String {
        let json = ControlJSON.encode(item)
        #expect(!json.contains("\n"))
        #expect(try ControlJSON.decode(Item.self, from: json) == item)
        let header = try ControlJSON.decode(ItemHeader.self, from: json)
        #expect(header == ItemHeader(schema: 1, type: type))
        return json
    }

    private let alice: EntityID
    private let tone: ToneScore

    init() throws {
        alice = try #require(EntityID("alice"))
        tone = ToneScore(
            probabilities: ToneProbabilities(negative: 0.7, neutral: 0.2, positive: 0.1), model: "m-1",
            macroF1: 0.56, passage: ByteRange(0, 4))
    }

    @Test func scanHasTheKeysThatUsersRelyOn() throws {
        let mention = Mention(entity: alice, field: .text, range: ByteRange(0, 5), surface: "Alice", tone: tone)
        let article = Article(
            index: 2, format: .plain, language: "en", title: "A/B", text: "Alice\nran", published: "2026-11-01")
        let refused = RefusedMention(mention: mention, gate: .notNear, detail: "tiger")
        let scanned = ScannedArticle(article: article, mentions: [mention], refused: [refused])
        let item = ScanItem(file: "a.txt", sha256: "00ff", scanned: scanned, withText: true) { _ in "Alice A." }
        let json = try trip(item, "scan")
        let probabilities = #""probabilities":{"negative":0.7,"neutral":0.2,"positive":0.1},"score":-0.6,"weak":true}"#
        #expect(
            json
                == #"{"entities":[{"id":"alice","mentions":1,"tone":{"count":1,"high":0.7001,"label":"negative","low":-1,"macro-f1":0.56,"model":"m-1","#
                + probabilities + #"}],"file":"a.txt","index":2,"language":"en","mentions":[{"end":5,"entity":"alice","#
                + #""in":"text","name":"Alice A.","start":0,"surface":"Alice","tone":{"label":"negative","macro-f1":0.56,"model":"m-1","#
                + probabilities + #"}],"published":"2026-11-01","refused":[{"detail":"tiger","end":5,"entity":"alice","#
                + #""gate":"not-near","in":"text","start":0,"surface":"Alice"}],"schema":1,"sha256":"00ff","#
                + #""text":"Alice\nran","title":"A/B","type":"scan"}"#)
    }

    @Test func textIsLeftOutUnlessAskedFor() throws {
        let scanned = ScannedArticle(article: Article(format: .plain, text: "x"), mentions: [])
        let item = ScanItem(file: "-", sha256: "0", scanned: scanned, withText: false) { _ in nil }
        #expect(try !trip(item, "scan").contains("\"text\""))
    }

    @Test func alertHasTheKeysThatUsersRelyOn() throws {
        let alert = Alert(
            id: 7, raised: Timestamp(milliseconds: 0), rule: "drop", severity: .warning, entity: alice,
            entityName: "Alice",
            article: 3, title: "T", file: "f", sha256: "0", mentions: 2,
            tone: EntityTone(mean: [
                Mention(entity: alice, field: .text, range: ByteRange(0, 1), surface: "A", tone: tone)
            ]), limit: -0.4,
            watchlistVersion: 5)
        let json = try trip(AlertItem(alert), "alert")
        for part in [
            #""id":7"#, #""seq":7"#, #""raised":"1970-01-01T00:00:00.000Z""#, #""rule":"drop""#,
            #""severity":"warning""#,
            #""entity":"alice""#, #""name":"Alice""#, #""article":3"#, #""limit":-0.4"#, #""watchlist":5"#,
            #""count":1"#,
        ] {
            #expect(json.contains(part), "\(part) in \(json)")
        }
    }

    @Test func entityHasTheKeysOfAWatchlistFileAndItsOrigin() throws {
        let entity = Entity(
            id: alice, name: "Alice", kind: .person, aliases: [Alias(name: "Al"), Alias(name: "Аля", lang: "ru")],
            nearDistance: 5)
        let entry = WatchlistEntry(entity: entity, origin: .overlay, covers: .file(path: "/etc/w.toml", line: 3))
        let json = try trip(EntityItem(entry), "entity")
        for part in [#""near-distance":5"#, #""origin":"live""#, #""covers":"/etc/w.toml:3""#, #""aliases":["Al",{"#] {
            #expect(json.contains(part), "\(part) in \(json)")
        }
    }

    @Test func theOthersSurviveTheTrip() throws {
        let article = ArticleItem(
            id: 1, file: "f", sha256: "0", received: Timestamp(milliseconds: 5),
            article: Article(format: .html, text: "t"),
            entities: [EntitySummaryItem(id: alice, mentions: 1, tone: nil)])
        _ = try trip(article, "article")
        let detail = ArticleDetailItem(article: article, text: "t", mentions: [])
        #expect(try ControlJSON.decode(ArticleDetailItem.self, from: ControlJSON.encode(detail)) == detail)
        _ = try trip(SearchItem(article: 1, title: "t", published: nil, file: "f", snippet: "«t»"), "hit")
        let drop = Drop(
            id: 1, work: WorkName(rawValue: "01J-a"), name: "a", source: nil, received: Timestamp(milliseconds: 1),
            finished: Timestamp(milliseconds: 2), state: .quarantined, sha256: nil, size: 9, duplicateOf: nil,
            rejection: Rejection(reason: .empty, detail: "no text"))
        #expect(try trip(FileItem(drop), "file").contains(#""reason":"empty""#))
        _ = try trip(HeartbeatItem(seq: 4), "heartbeat")
        _ = try trip(LaggedItem(resume: 4), "lagged")
        _ = try trip(StatsItem(.counter, "n", 1), "counter")
        _ = try trip(HelpItem(.scan), "verb")
        let status = StatusItem(
            pid: 1, uptimeSeconds: 2, state: .degraded, detail: "d", watchlistVersion: 3, entities: 4, names: 5,
            waiting: 6, abandoned: 1,
            inWork: 7, archived: 8, duplicates: 9, quarantined: 10, articles: 11, mentions: 12, alerts: 13,
            undelivered: 14,
            workers: [.init(pid: 2, busy: true, file: "f")], workerRestarts: 15, connections: 16, subscribers: 17,
            coverage24h: .init(files: 2, read: 1, quarantined: ["empty": 1], lastArrival: Timestamp(milliseconds: 3)),
            spoolDirectory: "/s", stateDirectory: "/a")
        #expect(try trip(status, "status").contains(#""coverage24h":{"duplicate":0"#))
    }

    @Test(
        "A payload that is no entity is explained",
        arguments: [
            ("{", "not valid JSON"), (#"{"id":"a"}"#, "\"name\" is missing"),
            (#"{"id":"A b","name":"n","kind":"person"}"#, "no id"),
        ])
    func explanations(payload: String, part: String) {
        do {
            _ = try ControlJSON.decode(Entity.self, from: Array(payload.utf8))
            Issue.record("accepted")
        } catch {
            #expect(ControlJSON.explain(error).contains(part), "\(ControlJSON.explain(error))")
        }
    }
}
