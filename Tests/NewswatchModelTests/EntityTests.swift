import NewswatchModel
import Testing

@Suite struct EntityTests {
    @Test(arguments: ["putin", "a", "0-9._x", String(repeating: "x", count: 64)])
    func wellFormedIDsAreTaken(_ text: String) { #expect(EntityID(text)?.rawValue == text) }

    @Test(arguments: ["", "Putin", "-a", ".a", "a b", "a/b", "ä", String(repeating: "x", count: 65)])
    func otherIDsAreRefused(_ text: String) { #expect(EntityID(text) == nil) }

    @Test func aWatchlistFindsEachOfItsEntitiesAndNoOther() throws {
        let ids = try ["c", "a", "d", "b"].map { try #require(EntityID($0)) }
        let watchlist = Watchlist(
            version: 1,
            entries: ids.map { WatchlistEntry(entity: Entity(id: $0, name: "N", kind: .topic), origin: .overlay) })
        for id in ids { #expect(watchlist[id]?.entity.id == id) }
        #expect(watchlist[try #require(EntityID("e"))] == nil)
        #expect(watchlist[try #require(EntityID("0"))] == nil)
        #expect(watchlist.nameCount == 4)
    }

    @Test func meanToneIsTheMeanOfTheProbabilities() throws {
        func score(_ negative: Double, _ neutral: Double, _ positive: Double) -> ToneScore {
            ToneScore(
                probabilities: ToneProbabilities(negative: negative, neutral: neutral, positive: positive), model: "m",
                clause: ByteRange(0, 1))
        }
        let tone = try #require(EntityTone(mean: [score(0.8, 0.1, 0.1), score(0.2, 0.2, 0.6)]))
        #expect(abs(tone.score - (0.35 - 0.5)) < 1e-12)
        #expect(tone.label == .negative)
        #expect(tone.count == 2)
        #expect(EntityTone(mean: []) == nil)
    }
}
