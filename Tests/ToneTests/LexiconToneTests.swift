import NewswatchModel
import Testing

@testable import Tone

@Suite struct LexiconToneTests {
    let model = LexiconToneModel()

    /// The score toward `name` at its first place in `text`, which is taken as one sentence.
    func tone(_ text: String, _ name: String, sentences: [ByteRange]? = nil) throws -> ToneScore {
        let bytes = Array(text.utf8)
        let wanted = Array(name.utf8)
        let start = try #require(
            (0...(bytes.count - wanted.count)).first { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) })
        let input = ToneInput(
            text: text, language: "en", sentences: sentences ?? [ByteRange(0, bytes.count)],
            targets: [ToneTarget(range: ByteRange(start, start + wanted.count))])
        return try #require(model.score(input).first)
    }

    @Test(arguments: [
        ("Critics call Holt a corrupt dictator.", "Holt", ToneLabel.negative),
        ("Residents praised Holt for the new school.", "Holt", .positive),
        ("Holt is a brilliant and honest mayor.", "Holt", .positive),
        ("Holt was condemned by the council.", "Holt", .negative),
        ("Holt arrived in the town on Monday.", "Holt", .neutral),
        ("Holt is not corrupt.", "Holt", .positive),
        ("Nobody expects that Holt is not a success.", "Holt", .negative),
        ("The fire brigade condemned the fraud.", "brigade", .negative),
    ])
    func plainCasesAreJudged(text: String, name: String, label: ToneLabel) throws {
        #expect(try tone(text, name).label == label, "\(text)")
    }

    @Test func anotherClauseDoesNotCount() throws {
        let text = "Holt arrived on Monday, but Lind is a corrupt liar."
        #expect(try tone(text, "Holt").label == .neutral)
        #expect(try tone(text, "Lind").label == .negative)
        #expect(try tone("Lind was jailed for fraud; Holt went home.", "Holt").evidence.isEmpty)
    }

    @Test func anotherSentenceDoesNotCount() throws {
        let text = "Holt spoke. Lind is a liar."
        #expect(try tone(text, "Holt", sentences: [ByteRange(0, 11), ByteRange(12, 27)]).evidence.isEmpty)
    }

    @Test func whoActsIsHardlyTouchedByTheAct() throws {
        let text = "Holt condemned Lind."
        #expect(try tone(text, "Holt").label == .neutral)
        #expect(try tone(text, "Lind").label == .negative)
        #expect(try tone("Lind was condemned by Holt.", "Holt").label == .neutral)
    }

    @Test func praiseByCriticsIsNoPraise() throws {
        #expect(try tone("Holt's critics praised the rebel.", "Holt").score <= 0)
    }

    @Test func intensifiersStrengthen() throws {
        let plain = try tone("Holt is corrupt.", "Holt").score
        #expect(try tone("Holt is deeply corrupt.", "Holt").score < plain)
    }

    @Test func evidenceAndClauseAreOffsetsIntoTheText() throws {
        let text = "Später – “Zoë Holt” is a liar, but popular."
        let score = try tone(text, "Zoë Holt")
        let bytes = Array(text.utf8)
        func part(_ range: ByteRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }
        #expect(score.evidence.map { part($0.range) } == ["liar"])
        #expect(part(score.clause) == "Zoë Holt” is a liar")
        #expect(score.evidence[0].weight < 0)
    }

    @Test func probabilitiesSumToOne() throws {
        for text in ["Holt dictator tyrant murderer", "Holt hero brilliant triumph", "Holt", "Holt hero dictator"] {
            let found = try tone(text, "Holt").probabilities
            let all = [found.negative, found.neutral, found.positive]
            #expect(all.allSatisfy { (0...1).contains($0) })
            #expect(abs(all.reduce(0, +) - 1) < 1e-12)
        }
    }

    @Test func everyTargetHasItsScoreInOrderAndTheSameEachTime() {
        let text = "Holt is a hero; Lind is a liar."
        let input = ToneInput(
            text: text, language: "en", sentences: [ByteRange(0, text.utf8.count)],
            targets: [ByteRange(16, 20), ByteRange(0, 4), ByteRange(40, 90), ByteRange(0, 31)].map(ToneTarget.init))
        let scores = model.score(input)
        #expect(scores.map(\.label) == [.negative, .positive, .neutral, .neutral])
        #expect(scores == model.score(input))
        #expect(scores.allSatisfy { $0.model == "lexicon-1" })
    }

    @Test func onlyEnglishIsSupported() {
        #expect(model.supports(language: "en"))
        #expect(!model.supports(language: "ru"))
        #expect(!model.supports(language: nil))
    }
}
