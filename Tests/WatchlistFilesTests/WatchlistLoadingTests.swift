import NewswatchModel
import Testing

@testable import WatchlistFiles

@Suite struct WatchlistLoadingTests {
    @Test func everyKeyIsRead() throws {
        let folder = ScratchFolder()
        let path = folder.write(
            "a.toml",
            """
            [[entity]]
            id = "b"
            name = "B"
            kind = "topic"

            [[entity]]
            id = "a"
            name = "A"
            kind = "organisation"
            aliases = ["A1", { name = "А2", lang = "ru", case = "exact", inflect = "none" }]
            tags = ["t"]
            case = "any"
            inflect = "de"
            near = ["n"]
            near-distance = 10
            not-near = ["m"]
            exclude = ["A team"]
            only-with = ["b"]
            notes = "why"
            """)
        let (entries, warnings) = try WatchlistFolder.load(folder.path)
        #expect(warnings.isEmpty)
        #expect(entries.map(\.origin) == [.file(path: path, line: 6), .file(path: path, line: 1)])
        let b = try #require(EntityID("b"))
        #expect(
            entries.first?.entity
                == Entity(
                    id: try #require(EntityID("a")), name: "A", kind: .organisation,
                    aliases: [
                        Alias(name: "A1"), Alias(name: "А2", lang: "ru", nameCase: .exact, inflect: Inflection.none),
                    ], tags: ["t"], nameCase: .any, inflect: Inflection(rawValue: "de"), near: ["n"],
                    nearDistance: 10, notNear: ["m"], exclude: ["A team"], onlyWith: [b], notes: "why"))
    }

    @Test func theSampleListsItsThreeEntities() throws {
        let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        let sample = here.joined(separator: "/") + "/etc/newswatch/watchlist.d"
        let (entries, warnings) = try WatchlistFolder.load(sample)
        #expect(warnings.isEmpty)
        #expect(entries.map(\.entity.id.rawValue) == ["crimea", "lukashenko", "putin"])
        for entry in entries {
            #expect(Set(entry.entity.aliases.compactMap(\.lang)) == ["ru", "uk", "be"])
        }
    }

    @Test func doublesAndAnIdleDistanceAreWarnings() throws {
        let folder = ScratchFolder()
        let path = folder.write(
            "a.toml",
            "[[entity]]\nid = \"a\"\nname = \"A\"\nkind = \"person\"\naliases = [\"B\", \"A\"]\nnear-distance = 3\n")
        let (entries, warnings) = try WatchlistFolder.load(folder.path)
        #expect(entries.count == 1)
        #expect(warnings.map(\.severity) == [.warning, .warning])
        #expect(
            warnings.map(\.description) == [
                "\(path):5:17: \"A\" is there twice (value \"A\"); remove one",
                "\(path):6:17: near-distance has no effect (value 3); give near or not-near too, or remove it",
            ])
    }

    @Test func anEmptyFolderWarns() throws {
        let folder = ScratchFolder()
        folder.write(".hidden.toml", "oops")
        folder.write("notes.txt", "oops")
        let (entries, warnings) = try WatchlistFolder.load(folder.path)
        #expect(entries.isEmpty)
        #expect(warnings.map(\.severity) == [.warning])
    }

    @Test func pathsMayBeFilesAndFolders() throws {
        let folder = ScratchFolder()
        folder.write("in.toml", "[[entity]]\nid = \"a\"\nname = \"A\"\nkind = \"person\"\n")
        let other = ScratchFolder()
        let file = other.write(
            "list.toml", "[[entity]]\nid = \"b\"\nname = \"B\"\nkind = \"person\"\nonly-with = [\"a\"]\n")
        let (entries, _) = try WatchlistFolder.load(paths: [file, folder.path])
        #expect(entries.map(\.entity.id.rawValue) == ["a", "b"])
        #expect(throws: FileProblems.self) { try WatchlistFolder.load(paths: [file]) }
    }

    @Test func liveEntitiesMayBeNamedInOnlyWith() throws {
        let folder = ScratchFolder()
        folder.write("a.toml", "[[entity]]\nid = \"a\"\nname = \"A\"\nkind = \"person\"\nonly-with = [\"live\"]\n")
        let live = try #require(EntityID("live"))
        let (entries, _) = try WatchlistFolder.load(folder.path, alsoKnown: [live])
        #expect(entries.count == 1)
        #expect(WatchlistFolder.danglingReferences(in: entries).map(\.line) == [1])
    }

    @Test func placesAreFoundInEveryWayOfWriting() throws {
        let text =
            "\u{FEFF}'q k' . x = [ 1, # , ]\n  '''a\n]''', {y = \"\"\"b\"\"\"\"}]\n[t.\"u\"]\r\nz = 1979-05-27 07:32:00\n[[t.l]]\nw=1\n[[t.l]]\nw = 2"
        let bytes = Array(text.utf8)
        _ = try TOMLSource(path: "x", bytes: bytes)
        let source = SourceText(path: "x", bytes: bytes)
        let root = TOMLLocator.places(in: bytes)
        func at(_ offset: Int?) -> [Int] { offset.map { [source.line(at: $0), source.column(at: $0)] } ?? [] }
        let list = root.children["q k"]?.children["x"]
        #expect(list?.items.map { at($0.value) } == [[1, 15], [2, 3], [3, 7]])
        #expect(at(list?.items.last?.children["y"]?.value) == [3, 12])
        let table = root.children["t"]
        #expect(at(table?.children["u"]?.children["z"]?.value) == [5, 5])
        #expect(table?.children["l"]?.items.map { at($0.children["w"]?.value) } == [[7, 3], [9, 5]])
    }

    @Test func theLocatorEndsOnAnyBytes() {
        let pieces = ["[", "]", "{", "}", "\"", "'''", "\\", "=", ",", "#", "\n", "a", ".", "[["]
        for a in pieces {
            for b in pieces {
                for c in pieces {
                    let place = TOMLLocator.places(in: Array((a + b + c).utf8))
                    #expect(place.value == 0)
                }
            }
        }
    }
}
