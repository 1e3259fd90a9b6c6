import Articles
import ContentHash
import Matching
import NewswatchModel
import ReaderProtocol
import Scanning
import Testing
import Tone

/// Judges every English mention by how far into its text it stands; so a test can tell which text was given.
private final class PlaceModel: ToneModel {
    let identity = ToneModelIdentity(
        name: "place-1", language: "en", engine: "test", bodySHA256: "",
        figures: [ToneModelIdentity.Figures(set: "dev", count: 1, macroF1: 0.5, low: 0, high: 1)])

    func judge(_ text: UnsafeBufferPointer<UInt8>, _ targets: [ToneTarget]) -> [ToneProbabilities] {
        targets.map { target in
            let share = Double(target.mention.start) / Double(max(1, text.count))
            return ToneProbabilities(negative: 0, neutral: 1 - share, positive: share)
        }
    }
}

@Suite struct ScannerTests {
    private let english = """
        Harbour bridge opens early

        The mayor thanked Norland Ferries for the long wait. Nobody expected the crossing before the autumn, and the \
        people of the town came to see it with their children. Later in the day Norland Ferries cut its prices.
        """

    private func scan(
        _ text: String, name: String = "a.txt", format: ArticleFormat? = nil, most: Int = 1 << 20,
        words: ToneWordLists = ToneWordLists(), explained: ExplainedMentions = .none
    ) throws -> ScanResult {
        let entity = Entity(id: EntityID("norland")!, name: "Norland Ferries", kind: .organisation)
        let bridge = Entity(id: EntityID("bridge")!, name: "Harbour bridge", kind: .place)
        let index = try WatchlistIndex(bytes: IndexBuilder.build([entity, bridge], version: 12))
        var limits = ReadingLimits()
        limits.maxBytes = most
        var scanner = Scanner(index: index, models: ToneModels(models: [PlaceModel()]), words: words, limits: limits)
        #expect(scanner.watchlistVersion == 12)
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBytes {
            scanner.scan($0, request: ScanRequest(id: 1, fileName: name, format: format, explained: explained))
        }
    }

    private func only(_ result: ScanResult) throws -> ScannedArticle {
        guard case .articles(let articles) = result.outcome else {
            Issue.record("rejected: \(result.outcome)")
            throw CancellationError()
        }
        try #require(articles.count == 1)
        return articles[0]
    }

    @Test(arguments: [1, 15, 16, 17, 31, 32, 33, 100])
    func theFirst32MentionsOfAnEntityAreJudged(count: Int) throws {
        let text = String(repeating: "The town thanked Norland Ferries for it. ", count: count)
        let mentions = try only(try scan("Ships\n\n" + text)).mentions
        #expect(mentions.count == count)
        #expect(mentions.prefix(32).allSatisfy { $0.tone != nil })
        #expect(mentions.dropFirst(32).allSatisfy { $0.tone == nil })
    }

    @Test func theFirst256MentionsOfAnArticleAreJudged() throws {
        let names = (0..<12).map { "Ferry\($0) Lines" }
        let entities = names.enumerated().map { Entity(id: EntityID("e\($0)")!, name: $1, kind: .organisation) }
        let index = try WatchlistIndex(bytes: IndexBuilder.build(entities, version: 1))
        var scanner = Scanner(
            index: index, models: ToneModels(models: [PlaceModel()]), words: ToneWordLists(), limits: ReadingLimits())
        let line = names.map { "The town thanked \($0) for it. " }.joined()
        let text = Array(("Ships\n\n" + String(repeating: line, count: 30)).utf8)
        let result = text.withUnsafeBytes { scanner.scan($0, request: ScanRequest(id: 1, fileName: "a.txt")) }
        let mentions = try only(result).mentions
        #expect(mentions.count == 360)
        #expect(mentions.count { $0.tone != nil } == 256)
        #expect(mentions.prefix(256).allSatisfy { $0.tone != nil })
    }

    @Test func aTextWithoutStopsIsReadAroundEachMentionAlone() throws {
        let words = ToneWordLists(everywhere: ToneWords(["the": 0.01, "a*": -0.01]))
        let filler = String(repeating: "the an \u{301}\u{AD}\u{200B} ", count: 20_000)
        let mentions = try only(try scan("Ships\n\nNorland Ferries \(filler) Norland Ferries", words: words)).mentions
        #expect(mentions.count == 2)
        for mention in mentions {
            let tone = try #require(mention.tone)
            #expect(tone.passage.count <= 8 << 10 + mention.range.count && tone.passage.contains(mention.range))
            #expect(tone.evidence.count == 32)
        }
    }

    @Test func theHashAndSizeAreThoseOfTheBytes() throws {
        let result = try scan(english)
        #expect(result.sha256 == Array(english.utf8).withUnsafeBytes { SHA256.hex($0) })
        #expect(result.size == english.utf8.count)
    }

    @Test func mentionsReadWhatStandsAtTheirOffsets() throws {
        let scanned = try only(try scan(english))
        #expect(scanned.entities.map(\.id.rawValue).contains("norland"))
        for mention in scanned.mentions {
            let field = Array(scanned.article[mention.field].utf8)
            #expect(String(decoding: field[mention.range.start..<mention.range.end], as: UTF8.self) == mention.surface)
        }
        #expect(scanned.mentions.filter { $0.entity.rawValue == "norland" }.count == 2)
    }

    @Test func aMentionInTheTitleIsJudgedByTheTitle() throws {
        let scanned = try only(try scan(english))
        let mention = try #require(scanned.mentions.first { $0.field == .title })
        let tone = try #require(mention.tone)
        #expect(tone.passage == ByteRange(0, scanned.article.title.utf8.count))
    }

    @Test func aMentionInTheTextIsJudgedByItsSentence() throws {
        let scanned = try only(try scan(english))
        let inText = scanned.mentions.filter { $0.field == .text }
        #expect(inText.count == 2)
        let passages = inText.compactMap(\.tone?.passage)
        #expect(Set(passages).count == 2)
        for mention in inText { #expect(mention.tone?.passage.contains(mention.range) == true) }
    }

    @Test func aLanguageWithoutAModelGetsMentionsWithoutTone() throws {
        let russian = """
            Мост открыт

            Паромы Norland Ferries снова ходят каждый день, и жители города рады тому, что переправа заработала \
            раньше осени, как и обещали городские власти весной этого года.
            """
        let scanned = try only(try scan(russian))
        #expect(scanned.article.language == "ru")
        #expect(scanned.mentions.count == 1)
        #expect(scanned.mentions.allSatisfy { $0.tone == nil })
    }

    @Test func aTitleWithoutEndIsRefused() throws {
        let page =
            "<html><head><title>\(String(repeating: "Norland ", count: 600))</title></head><body><p>"
            + String(repeating: "The ferries sail again, and the islanders are glad of it. ", count: 10)
            + "</p></body></html>"
        guard case .rejected(let rejection) = try scan(page).outcome else {
            Issue.record("not rejected")
            return
        }
        #expect(rejection.reason == .limit)
    }

    @Test func moreWordsOrMentionsThanAnArticleHasAreRefused() throws {
        for text in [String(repeating: "x ", count: 4_000_000), String(repeating: "Norland Ferries, ", count: 100_001)]
        {
            guard case .rejected(let rejection) = try scan(text).outcome else {
                Issue.record("not rejected")
                continue
            }
            #expect(rejection.reason == .tooLarge)
        }
    }

    @Test func whatTheReaderRefusesIsRejectedWithItsReason() throws {
        let result = try scan("   \n\n ")
        guard case .rejected(let rejection) = result.outcome else {
            Issue.record("not rejected")
            return
        }
        #expect(rejection.reason == .empty)
        #expect(result.size == 6)
    }

    @Test func bytesBeyondTheLimitAreTooLargeAndNotRead() throws {
        let result = try scan(english, most: 20)
        guard case .rejected(let rejection) = result.outcome else {
            Issue.record("not rejected")
            return
        }
        #expect(rejection.reason == .tooLarge)
        #expect(rejection.detail.contains("20"))
    }

    @Test func verbatimBytesAreTheTextItself() throws {
        let text = "Title: Norland Ferries\n\nHarbour bridge\n"
        let scanned = try only(try scan(text, format: .verbatim))
        #expect(scanned.article.title.isEmpty)
        #expect(scanned.article.text == text)
        #expect(scanned.mentions.count == 2)
    }
}
