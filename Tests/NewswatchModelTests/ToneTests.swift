import NewswatchModel
import Testing

@Suite struct EntityToneTests {
    private func mention(
        _ negative: Double, _ neutral: Double, _ positive: Double, in field: TextField = .text, quoted: Bool = false
    ) throws -> Mention {
        let id = try #require(EntityID("a"))
        return Mention(
            entity: id, field: field, range: ByteRange(0, 1), surface: "A",
            tone: ToneScore(
                probabilities: ToneProbabilities(negative: negative, neutral: neutral, positive: positive), model: "m",
                macroF1: 0.5, passage: ByteRange(0, 1), isQuoted: quoted))
    }

    @Test func itIsTheMeanOfTheProbabilities() throws {
        let tone = try #require(EntityTone(mean: [mention(0.8, 0.1, 0.1), mention(0.2, 0.2, 0.6)]))
        #expect(abs(tone.score - (0.35 - 0.5)) < 1e-12)
        #expect(tone.label == .negative)
        #expect(tone.count == 2)
        #expect(tone.model == "m")
        #expect(tone.macroF1 == 0.5)
        #expect(tone.quoted == nil)
    }

    @Test func withoutAScoreThereIsNone() throws {
        #expect(EntityTone(mean: [Mention]()) == nil)
        var mention = try mention(1, 0, 0)
        mention.tone = nil
        #expect(EntityTone(mean: [mention]) == nil)
    }

    @Test func aMentionInTheHeadlineCountsTwice() throws {
        let tone = try #require(EntityTone(mean: [mention(1, 0, 0, in: .title), mention(0, 0, 1)]))
        #expect(abs(tone.score + 1.0 / 3) < 1e-12)
        #expect(tone.count == 2)
    }

    @Test func theIntervalNarrowsWithTheMentionsAndWithTheirCertainty() throws {
        func width(_ mentions: [Mention]) throws -> Double {
            let tone = try #require(EntityTone(mean: mentions))
            #expect(tone.low <= tone.score && tone.score <= tone.high)
            #expect(tone.low >= -1 && tone.high <= 1)
            return tone.high - tone.low
        }
        let unsure = try mention(0.4, 0.3, 0.3)
        let sure = try mention(0.98, 0.01, 0.01)
        #expect(try width([sure]) < width([unsure]))
        let four = try width(Array(repeating: unsure, count: 4))
        // Half as wide over four times the mentions: standard errors, not spans. The one alone is cut at ±1.
        #expect(abs(four - 2 * 1.96 * (0.7 - 0.01).squareRoot() / 2) < 1e-12)
        let certain = try mention(0, 1, 0)
        #expect(try width([certain]) == 0)
    }

    @Test func whatSpeakersSayIsToldApart() throws {
        let tone = try #require(EntityTone(mean: [mention(0, 1, 0), mention(1, 0, 0, quoted: true), mention(0, 1, 0)]))
        #expect(tone.quoted == EntityTone.Quoted(count: 1, score: -1))
        #expect(abs(tone.score + 1.0 / 3) < 1e-12)
    }
}

@Suite struct ToneWordsTests {
    @Test func anEntitysOwnWeightGoesBeforeTheOneForAll() throws {
        let id = try #require(EntityID("a"))
        let lists = ToneWordLists(
            everywhere: ToneWords(["hail*": 0.5, "fined": -0.5]), byEntity: [id: ToneWords(["fined": 0.25])])
        #expect(lists.words(for: id).list == [ToneWord("fined", 0.25), ToneWord("hail*", 0.5)])
        #expect(
            lists.words(for: try #require(EntityID("b"))).list == [ToneWord("fined", -0.5), ToneWord("hail*", 0.5)])
    }
}
