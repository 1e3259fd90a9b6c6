import NewswatchModel
import Testing

@testable import Tone

/// What both engines promise, whatever their weights are.
@Suite struct JudgingTests {
    private static let engines: [ToneHeader.Engine] = [.encoder, .convolution]
    private static let text = Array(
        """
        Critics of the mayor, Adrian Holt, called the plan a disgrace, but Zoë Lind – “a friend” – praised Holt’s courage. \
        Norvia denied everything. The Harbour Trust won a prize for its work with children; Lind was not there on Monday.
        """.utf8)

    /// A target for each place of each name.
    private static func targets(_ text: [UInt8], _ names: [String]) -> [ToneTarget] {
        names.flatMap { name in
            let wanted = Array(name.utf8)
            return (0..<(text.count - wanted.count)).filter { text[$0..<($0 + wanted.count)].elementsEqual(wanted) }.map
            {
                ToneTarget(passage: ByteRange(0, text.count), mention: ByteRange($0, $0 + wanted.count))
            }
        }
    }

    @Test(arguments: engines, ToneKernels.all.map(\.name))
    func aMentionHasTheSameProbabilitiesAloneAndAmongOthers(engine: ToneHeader.Engine, kernels: String) throws {
        let kernels = try #require(ToneKernels.all.first { $0.name == kernels })
        let model = try ModelFolder.model(engine, kernels: kernels)
        let targets = JudgingTests.targets(JudgingTests.text, ["Holt", "Lind", "Norvia", "children"])
        #expect(targets.count == 6)
        let alone = targets.map { model.judge(JudgingTests.text, [$0])[0] }
        #expect(model.judge(JudgingTests.text, targets) == alone)
        #expect(model.judge(JudgingTests.text, targets.reversed()) == alone.reversed())
        // Another size of a pass changes who is computed together.
        let narrow = try ModelFolder.model(engine, kernels: kernels, rows: 1)
        #expect(narrow.judge(JudgingTests.text, targets) == alone)
        #expect(Set(alone).count == 6)
    }

    @Test(arguments: engines)
    func noTargetsHaveNoProbabilities(engine: ToneHeader.Engine) throws {
        #expect(try ModelFolder.model(engine).judge(JudgingTests.text, []) == [])
    }

    @Test(arguments: engines)
    func probabilitiesSumToOne(engine: ToneHeader.Engine) throws {
        for found in try ModelFolder.model(engine).judge(
            JudgingTests.text, JudgingTests.targets(JudgingTests.text, ["Holt", "Lind"]))
        {
            let all = [found.negative, found.neutral, found.positive]
            #expect(all.allSatisfy { (0...1).contains($0) } && abs(all.reduce(0, +) - 1) < 1e-12)
        }
    }

    /// What stands outside the passage must not be read; what stands in it must be found wherever it begins.
    @Test(arguments: engines)
    func thePassageIsAllThatCounts(engine: ToneHeader.Engine) throws {
        let model = try ModelFolder.model(engine)
        let inner = Array("Critics called Holt a liar and a fraud.".utf8)
        let alone = model.judge(inner, [ToneTarget(passage: ByteRange(0, inner.count), mention: ByteRange(15, 19))])
        let text = Array("Heroic brilliant ".utf8) + inner + Array(" Wonderful success!".utf8)
        let passage = ByteRange(17, 17 + inner.count)
        #expect(model.judge(text, [ToneTarget(passage: passage, mention: ByteRange(32, 36))]) == alone)
    }

    /// Far more text than an input holds gives what the text around the mention gives alone.
    @Test(arguments: engines, ["word ", "слово, ", "東京の。", "\u{200B}x ", "a-b'c "])
    func longPassagesAreReadAroundTheMention(engine: ToneHeader.Engine, filler: String) throws {
        let model = try ModelFolder.model(engine)
        func input(_ repeats: Int) -> ([UInt8], ToneTarget) {
            let side = Array(String(repeating: filler, count: repeats).utf8)
            let text = side + Array(" Adrian Holt ".utf8) + side
            let mention = ByteRange(side.count + 1, side.count + 12)
            return (text, ToneTarget(passage: ByteRange(0, text.count), mention: mention))
        }
        let (short, near) = input(400)
        let (long, far) = input(1_000_000 / filler.utf8.count)
        let clock = ContinuousClock()
        var found: [ToneProbabilities] = []
        let time = clock.measure { found = model.judge(long, [ToneTarget](repeating: far, count: 8)) }
        #expect(found == [ToneProbabilities](repeating: model.judge(short, [near])[0], count: 8))
        #expect(time < .seconds(2))
    }

    /// One word of a megabyte is one token or one unknown piece, and what stands beyond it still counts.
    @Test(arguments: engines)
    func aGiantWordIsOneToken(engine: ToneHeader.Engine) throws {
        let model = try ModelFolder.model(engine)
        func judged(_ length: Int) -> ToneProbabilities {
            let giant = String(repeating: "q", count: length)
            let text = Array("Awful \(giant) Holt \(giant) liar".utf8)
            let mention = ByteRange(length + 7, length + 11)
            return model.judge(text, [ToneTarget(passage: ByteRange(0, text.count), mention: mention)])[0]
        }
        if engine == .encoder {
            #expect(judged(1_000_000) == judged(101))
        } else {
            _ = judged(1_000_000)
        }
    }

    @Test(arguments: engines)
    func bytesThatAreNoUTF8AndRangesThatCutLettersDoNoHarm(engine: ToneHeader.Engine) throws {
        let model = try ModelFolder.model(engine)
        var random = SeededNumbers(seed: 7)
        let letters: [UInt8] = [
            0x61, 0x20, 0x27, 0xC3, 0xA9, 0xE2, 0x80, 0x99, 0xF0, 0x9F, 0xBF, 0xED, 0xA0, 0xF4, 0xFF, 0,
        ]
        for _ in 0..<40 {
            let text = (0..<random.next() % 300).map { _ in letters[Int(random.next() % UInt64(letters.count))] }
            let places = (0..<4).map { _ in Int(random.next() % 316) - 5 }.sorted()
            let targets = [
                ToneTarget(passage: ByteRange(places[0], places[3]), mention: ByteRange(places[1], places[2])),
                ToneTarget(passage: ByteRange(places[1], places[2]), mention: ByteRange(places[0], places[3])),
                ToneTarget(passage: ByteRange(places[3], places[0]), mention: ByteRange(places[2], places[1])),
                ToneTarget(passage: ByteRange(.min, .max), mention: ByteRange(.max, .min)),
            ]
            let found = model.judge(text, targets)
            #expect(found.count == 4 && found.allSatisfy { $0.positive.isFinite })
            // The right text decodes the same for both directions, and equals its repaired form for the encoder, which
            // skips what cannot be read.
            if engine == .encoder, let target = targets.first?.clamped(to: text.count) {
                func part(_ from: Int, _ to: Int) -> [UInt8] {
                    Array(String(decoding: text[from..<to], as: UTF8.self).utf8)
                }
                let left = part(target.passage.start, target.mention.start)
                let name = part(target.mention.start, target.mention.end)
                let whole = left + name + part(target.mention.end, target.passage.end)
                let repaired = ToneTarget(
                    passage: ByteRange(0, whole.count), mention: ByteRange(left.count, left.count + name.count))
                #expect(model.judge(whole, [repaired])[0] == found[0])
            }
        }
    }
}
