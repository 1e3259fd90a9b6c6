import Glibc
import NewswatchModel
import Testing

@testable import WatchlistFiles

@Suite struct PayloadAndOverlayTests {
    private func entity(_ id: String, name: String = "A") throws -> Entity {
        Entity(
            id: try #require(EntityID(id)), name: name, kind: .person,
            aliases: [Alias(name: "Ä / \"x\"", lang: "de")], nearDistance: 4, notNear: ["n"], notes: "two\nlines")
    }

    @Test func aPayloadIsReadBackAsItWasWritten() throws {
        let before = try entity("a")
        let text = EntityPayload.encode(before)
        #expect(!text.contains("\n"))
        #expect(try EntityPayload.decode(Array(text.utf8)).entity == before)
        let plain = Entity(id: before.id, name: "A", kind: .topic)
        #expect(EntityPayload.encode(plain) == #"{"id":"a","kind":"topic","name":"A"}"#)
    }

    @Test(arguments: [
        ("{", "this is no JSON", "send one object"),
        ("[1]", "this is a list, not an object", "send one object"),
        (#"{"id":"a","name":"A","kind":"person","nme":1}"#, "no key \"nme\"", "did you mean \"name\"?"),
        (#"{"id":"a","name":"A","kind":"person","tags":"x"}"#, "tags is a string", "a list"),
        (#"{"id":"a","name":"A","kind":"person","notes":null}"#, "notes is null", "text in quotes"),
        (#"{"id":"A!","name":"A","kind":"person"}"#, "no id", "1 to 64"),
        (#"{"id":"a","name":"A","kind":"person","near":["x"],"near-distance":0}"#, "out of range", "1 to 10000"),
        (#"{"id":"a","name":true,"kind":"person"}"#, "name is true or false", "text in quotes"),
    ])
    func aWrongPayloadIsTold(json: String, message: String, cure: String) throws {
        let error = try #require(throws: FileProblems.self) { try EntityPayload.decode(Array(json.utf8)) }
        #expect(error.problems.count == 1)
        let problem = try #require(error.problems.first)
        #expect(problem.path == "payload")
        #expect(problem.line == nil)
        #expect(problem.message.contains(message), "\(problem)")
        #expect(problem.cure.contains(cure), "\(problem)")
    }

    @Test func anOverlayIsReadBackAsItWasSaved() throws {
        let folder = ScratchFolder()
        let path = folder.claim("overlay.json")
        #expect(try WatchlistOverlay.load(path: path) == WatchlistOverlay())
        var overlay = WatchlistOverlay()
        overlay.version = 7
        for id in ["a", "b"] {
            let made = try entity(id)
            overlay.entities[made.id] = made
        }
        try overlay.save(path: path)
        #expect(try WatchlistOverlay.load(path: path) == overlay)
        overlay.entities = [:]
        try overlay.save(path: path)
        #expect(try WatchlistOverlay.load(path: path) == overlay)
        #expect(access(path + ".new", F_OK) != 0)
    }

    @Test func aDamagedOrNewerOverlayIsRefusedWithItsPath() throws {
        let folder = ScratchFolder()
        for text in ["{", "{\"format\": 2, \"version\": 1, \"entities\": []}", "{}"] {
            let path = folder.write("overlay.json", text)
            let error = try #require(throws: FileProblems.self) { try WatchlistOverlay.load(path: path) }
            #expect(error.problems.map(\.path) == [path])
        }
    }

    @Test func savingWhereThereIsNoFolderIsTold() throws {
        let error = try #require(throws: FileProblems.self) {
            try WatchlistOverlay().save(path: "/nonexistent/overlay.json")
        }
        #expect(error.problems.first?.message.contains("cannot be written") == true)
    }

    @Test func liveEntitiesCoverThoseOfFiles() throws {
        let file = EntityOrigin.file(path: "f", line: 3)
        let entries = [
            WatchlistEntry(entity: try entity("a"), origin: file),
            WatchlistEntry(entity: try entity("c"), origin: file),
        ]
        var overlay = WatchlistOverlay()
        for made in [try entity("c", name: "Live"), try entity("b")] { overlay.entities[made.id] = made }
        let result = overlay.applied(to: entries)
        #expect(result.map(\.entity.id.rawValue) == ["a", "b", "c"])
        #expect(result.map(\.origin) == [file, .overlay, .overlay])
        #expect(result.map(\.covers) == [nil, nil, file])
        #expect(result.last?.entity.name == "Live")
    }
}
