import NewswatchModel
import ReaderProtocol
import Testing

/// A frame without its length.
private func payload(_ frame: [UInt8]) -> [UInt8] { Array(frame.dropFirst(4)) }

@Suite struct FrameCodecTests {
    @Test func aFrameBeginsWithTheLengthOfItsPayload() {
        let frame = ReaderReply.failed(String(repeating: "x", count: 700)).encoded()
        let length = frame.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        #expect(length == frame.count - 4)
        #expect(length > 700)
    }

    @Test(arguments: [
        ReaderRequest.configure(ReaderConfiguration(memoryLimit: 512 << 20, cpuSeconds: 0, maxFileSize: 16 << 20)),
        .configure(ReaderConfiguration(memoryLimit: .max, cpuSeconds: 1, maxFileSize: 0)),
        .configure(
            ReaderConfiguration(
                memoryLimit: 1, maxFileSize: 1, toneEngine: .fast, modelFolder: "/m",
                toneWords: ToneWordLists(
                    everywhere: ToneWords(["gut": 0.5]), byEntity: [EntityID("a")!: ToneWords(["зло*": -1])]))),
        .index(ToneWordLists()), .trial(ToneWordLists(everywhere: ToneWords(["a": 1]))),
        .scan(
            ScanRequest(
                id: .max, fileName: "Ж\0/.md", format: .verbatim, overlapAll: true,
                explained: .entity(EntityID("minsk")!))),
        .scan(ScanRequest(id: 2, fileName: "b", explained: .all)),
        .judge(id: 4, []),
        .judge(id: 5, [ToneQuestion(text: "Жук", mention: ByteRange(0, 6), language: "ru")]),
        .scan(ScanRequest(id: 0, fileName: "", format: nil, overlapAll: false)),
    ])
    func requestsComeBackAsTheyWere(_ request: ReaderRequest) throws {
        #expect(try ReaderRequest(payload: payload(request.encoded())) == request)
    }

    @Test(arguments: ArticleFormat.allCases)
    func everyForcedFormatComesBack(_ format: ArticleFormat) throws {
        let request = ReaderRequest.scan(ScanRequest(id: 1, fileName: "a", format: format))
        #expect(try ReaderRequest(payload: payload(request.encoded())) == request)
    }

    @Test func shortRepliesComeBackAsTheyWere() throws {
        var samples = SampleResults(seed: 4)
        for reply in [
            ReaderReply.ready(
                ReaderReady(
                    watchlistVersion: 7,
                    models: [ToneModelFacts(name: "m@1", language: "en", engine: "encoder", macroF1: 0.8)],
                    modelProblems: ["", "no"])),
            .judged(id: 9, [nil, samples.fullResult().firstTone, nil]), .judged(id: 0, []),
            .ready(ReaderReady(watchlistVersion: 0, models: [])), .failed("причина"), .failed(""),
        ] {
            #expect(try ReaderReply(payload: payload(reply.encoded())) == reply)
        }
    }

    @Test func anyResultComesBackAsItWas() throws {
        for seed in 0..<300 {
            var samples = SampleResults(seed: UInt64(seed))
            let reply = ReaderReply.scanned(id: UInt64(seed), result: samples.result())
            #expect(try ReaderReply(payload: payload(reply.encoded())) == reply, "seed \(seed)")
        }
    }

    @Test func equalArticlesMakeEqualFramesWhateverTheOrderOfTheirMetadata() {
        var samples = SampleResults(seed: 5)
        let result = samples.fullResult()
        let frames = Set((0..<20).map { _ in ReaderReply.scanned(id: 1, result: result).encoded() })
        #expect(frames.count == 1)
    }
}

@Suite("Frames from a worker gone wrong")
struct HostileFrameTests {
    private func full() -> [UInt8] {
        var samples = SampleResults(seed: 1)
        return payload(ReaderReply.scanned(id: 3, result: samples.fullResult()).encoded())
    }

    @Test func everyCutIsRefused() {
        let whole = full()
        for length in whole.indices {
            #expect(throws: FrameError.self, "cut at \(length)") {
                try ReaderReply(payload: Array(whole.prefix(length)))
            }
        }
        let request = payload(ReaderRequest.scan(ScanRequest(id: 1, fileName: "name", format: .html)).encoded())
        for length in request.indices {
            #expect(throws: FrameError.self) { try ReaderRequest(payload: Array(request.prefix(length))) }
        }
    }

    /// What a changed octet makes must either be refused or be a value that can be sent on: nothing in between.
    @Test func everyChangedOctetIsRefusedOrMakesAnotherSoundValue() {
        let whole = full()
        var refused = 0
        for position in whole.indices {
            for change in [0x01, 0x10, 0x80, 0xFF] as [UInt8] {
                var changed = whole
                changed[position] ^= change
                guard let reply = try? ReaderReply(payload: changed) else {
                    refused += 1
                    continue
                }
                #expect((try? ReaderReply(payload: payload(reply.encoded()))) == reply, "octet \(position)")
            }
        }
        #expect(refused > 0)
    }

    @Test func noiseIsRefused() {
        var random = SeededGenerator(seed: 99)
        for _ in 0..<2000 {
            var noise = (0..<Int.random(in: 0...80, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            if !noise.isEmpty { noise[0] = UInt8.random(in: 0...4, using: &random) }
            if let reply = try? ReaderReply(payload: noise) {
                #expect((try? ReaderReply(payload: payload(reply.encoded()))) == reply)
            }
            if let request = try? ReaderRequest(payload: noise) {
                #expect((try? ReaderRequest(payload: payload(request.encoded()))) == request)
            }
        }
    }

    @Test func octetsAfterTheLastValueAreRefused() {
        #expect(throws: FrameError.surplus(1)) {
            try ReaderReply(payload: payload(ReaderReply.failed("x").encoded()) + [0])
        }
    }

    @Test func aCountBeyondTheFrameIsRefusedBeforeAnythingIsMadeOfIt() {
        var frame = payload(ReaderReply.ready(ReaderReady(watchlistVersion: 1, models: [])).encoded())
        frame[frame.count - 8 + 5] = 0x7F  // the list's count becomes about 2^47
        #expect(throws: FrameError.truncated) { try ReaderReply(payload: frame) }
    }

    @Test func aNegativeNumberIsRefused() {
        let frame = payload(ReaderReply.ready(ReaderReady(watchlistVersion: -1, models: [])).encoded())
        #expect(throws: FrameError.impossible("number")) { try ReaderReply(payload: frame) }
    }

    private func refusal(of change: (inout ScannedArticle, inout String) -> Void) -> FrameError? {
        var samples = SampleResults(seed: 1)
        var result = samples.fullResult()
        guard case .articles(var articles) = result.outcome else { return nil }
        change(&articles[0], &result.sha256)
        result.outcome = .articles(articles)
        do throws(FrameError) {
            _ = try ReaderReply(payload: payload(ReaderReply.scanned(id: 1, result: result).encoded()))
            return nil
        } catch { return error }
    }

    @Test func rangesThatLeaveTheirTextAreRefused() {
        #expect(refusal { _, _ in } == nil)
        #expect(refusal { article, _ in article.mentions[0].range.end = 4000 } == .impossible("range"))
        #expect(refusal { article, _ in article.mentions[0].range = ByteRange(5, 4) } == .impossible("range"))
        #expect(refusal { article, _ in article.mentions[0].field = .title } == .impossible("range"))
        #expect(refusal { article, _ in article.mentions[0].tone?.passage.end = 4000 } == .impossible("range"))
        #expect(
            refusal { article, _ in article.mentions[0].tone?.evidence[0].range.end = 4000 } == .impossible("range"))
        #expect(refusal { article, _ in article.refused[0].mention.range.end = 4000 } == .impossible("range"))
    }

    @Test func numbersThatNoScoreHasAreRefused() {
        #expect(
            refusal { article, _ in article.mentions[0].tone?.probabilities.neutral = .nan } == .impossible("number"))
        #expect(
            refusal { article, _ in article.mentions[0].tone?.evidence[0].weight = .infinity } == .impossible("number"))
        #expect(
            refusal { article, _ in article.mentions[0].tone?.probabilities.positive = 1.5 }
                == .impossible("probability"))
        #expect(
            refusal { article, _ in article.mentions[0].tone?.probabilities.negative = -0.1 }
                == .impossible("probability"))
    }

    @Test func articlesNeedTheHashOfTheirFile() {
        #expect(refusal { _, hash in hash = "" } == .impossible("hash"))
        #expect(refusal { _, hash in hash = String(repeating: "A", count: 64) } == .impossible("hash"))
        #expect(refusal { _, hash in hash = String(repeating: "a", count: 63) } == .impossible("hash"))
    }

    @Test func aFileThatCouldNotBeReadHasNoHash() throws {
        let reply = ReaderReply.scanned(
            id: 1,
            result: ScanResult(sha256: "", size: 0, outcome: .rejected(Rejection(reason: .unreadable, detail: "EIO"))))
        #expect(try ReaderReply(payload: payload(reply.encoded())) == reply)
    }
}
