import NewswatchModel
import Testing

@testable import Matching

@Suite("Context")
struct ContextTests {
    private func gates(_ entities: [Entity], title: String = "", _ text: String) throws -> [String] {
        let found = try find(entities, title: title, text)
        let all = found.mentions.map { ($0, "ok") } + found.refused.map { ($0.mention, $0.gate.rawValue) }
        return all.sorted { ($0.0.field.rawValue, $1.0.range) > ($1.0.field.rawValue, $0.0.range) }
            .map { "\($0.0.entity):\($0.1)" }
    }

    @Test func nearWantsOneOfItsWordsAnywhere() throws {
        let apple = try entity(0, "Apple") { $0.near = ["iphone", "Tim Cook"] }
        #expect(try gates([apple], "An Apple pie") == ["e0:near"])
        #expect(try gates([apple], "Apple sells IPHONES") == ["e0:near"])
        #expect(try gates([apple], "Apple sells an Iphone") == ["e0:ok"])
        #expect(try gates([apple], title: "TIM\u{A0}COOK speaks", "Apple grows") == ["e0:ok"])
    }

    @Test func distanceCountsTokensToEitherSide() throws {
        let apple = try entity(0, "Apple") { ($0.near, $0.nearDistance) = (["phone"], 2) }
        #expect(try gates([apple], "phone by Apple") == ["e0:ok"])
        #expect(try gates([apple], "phone made by Apple") == ["e0:near"])
        #expect(try gates([apple], "Apple, phone") == ["e0:ok"])
        #expect(try gates([apple], "Apple a b phone") == ["e0:near"])
        #expect(try gates([apple], title: "phone", "Apple") == ["e0:near"])
        #expect(try gates([apple], "phone x x Apple x x Apple phone") == ["e0:near", "e0:ok"])
    }

    @Test func aNamesOwnWordsAreNotNearIt() throws {
        let entity = try entity(0, "Apple Bank") { $0.near = ["bank"] }
        #expect(try gates([entity], "Apple Bank") == ["e0:near"])
        #expect(try gates([entity], "Apple Bank, a bank") == ["e0:ok"])
    }

    @Test func notNearRefusesAndTellsTheWord() throws {
        let turkey = try entity(0, "Turkey") { ($0.notNear, $0.nearDistance) = (["roast", "thanksgiving"], 3) }
        let found = try find([turkey], "Turkey for Thanksgiving. One two three four. Turkey votes")
        #expect(found.mentions.map(\.range.start) == [45])
        #expect(found.refused.map(\.gate) == [.notNear])
        #expect(found.refused.map(\.detail) == ["thanksgiving"])
    }

    @Test func excludeRefusesASpanInsideThePhrase() throws {
        let person = try entity(0, "Jobs") { $0.exclude = ["Jobs’ garage", "Jobs's yacht", "new Jobs"] }
        #expect(try gates([person], "Jobs' garage") == ["e0:exclude"])
        #expect(try gates([person], "JOBS’S YACHT and new jobs") == ["e0:exclude"])
        #expect(try gates([person], "Jobs has a garage") == ["e0:ok"])
        #expect(try gates([person], "new Jobs, old Jobs") == ["e0:exclude", "e0:ok"])
    }

    @Test func onlyWithWantsACompanionThatIsAMention() throws {
        guard let minsk = EntityID("e1"), let unknown = EntityID("nowhere") else { throw IndexError.foreign }
        let union = try entity(0, "Union") { $0.onlyWith = [minsk, unknown] }
        let city = try entity(1, "Minsk") { $0.exclude = ["Minsk tractor"] }
        #expect(try gates([union, city], "Union") == ["e0:only-with"])
        #expect(try gates([union, city], title: "Minsk", "Union") == ["e1:ok", "e0:ok"])
        #expect(try gates([union, city], "Union of Minsk tractor works") == ["e0:only-with", "e1:exclude"])
        #expect(try find([union, city], "Union").refused.map(\.detail) == ["e1, nowhere"])
    }

    @Test func companionsOfEachOtherCountTogether() throws {
        guard let first = EntityID("e0"), let second = EntityID("e1") else { throw IndexError.foreign }
        let pair = try [entity(0, "Hansel") { $0.onlyWith = [second] }, entity(1, "Gretel") { $0.onlyWith = [first] }]
        #expect(try gates(pair, "Hansel and Gretel") == ["e0:ok", "e1:ok"])
        #expect(try gates(pair, "Gretel alone") == ["e1:only-with"])
    }

    @Test func aSharedSpanIsDecidedForEachEntity() throws {
        let both = try [
            entity(0, "Georgia") { $0.near = ["Tbilisi"] }, entity(1, "Georgia") { $0.near = ["Atlanta"] },
        ]
        #expect(try gates(both, "Georgia, capital Tbilisi") == ["e0:ok", "e1:near"])
    }
}
