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
}
