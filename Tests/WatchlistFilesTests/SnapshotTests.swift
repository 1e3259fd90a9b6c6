import NewswatchModel
import Testing

@testable import WatchlistFiles

@Suite("A reading that goes on from the one before")
struct SnapshotTests {
    private func entity(_ id: String, _ name: String, more: String = "") -> String {
        "[[entity]]\nid = \"\(id)\"\nname = \"\(name)\"\nkind = \"person\"\n\(more)\n"
    }

    private func names(_ snapshot: WatchlistSnapshot?) -> [String]? { snapshot?.entries.map(\.entity.name) }

    @Test func unchangedFilesGiveNothingNew() throws {
        let folder = ScratchFolder()
        folder.write("a.toml", entity("b", "Bart"))
        folder.write("b.tsv", "id\tname\tkind\na\tAnna\tperson\n")
        let first = try WatchlistFolder.snapshot(folder.path)
        #expect(names(first) == ["Anna", "Bart"])
        #expect(try WatchlistFolder.load(folder.path, alsoKnown: [], since: first) == nil)
    }

    @Test func onlyWhatChangedIsParsedAndAllIsThere() throws {
        let folder = ScratchFolder()
        folder.write("a.toml", entity("b", "Bart", more: "near-distance = 5"))
        folder.write("b.tsv", "id\tname\tkind\na\tAnna\tperson\nc\tCara\tperson\n")
        var before = try WatchlistFolder.snapshot(folder.path)
        folder.write("b.tsv", "id\tname\tkind\na\tAnne\tperson\n")
        let changed = try #require(try WatchlistFolder.load(folder.path, alsoKnown: [], since: before))
        #expect(names(changed) == ["Anne", "Bart"])
        #expect(changed.warnings == before.warnings && changed.warnings.count == 1)
        let fresh = try WatchlistFolder.snapshot(folder.path)
        #expect(changed.entries == fresh.entries && changed.warnings == fresh.warnings)
        before = changed
        folder.write("a.toml", entity("d", "Dora"))
        #expect(names(try WatchlistFolder.load(folder.path, alsoKnown: [], since: before)) == ["Anne", "Dora"])
        folder.write("c.toml", entity("e", "Emil"))
        #expect(names(try WatchlistFolder.load(folder.path, alsoKnown: [], since: before)) == ["Anne", "Dora", "Emil"])
    }

    @Test func aTakenIdAndALostReferenceAreToldWithTheirPlaces() throws {
        let folder = ScratchFolder()
        folder.write("a.toml", entity("a", "Anna", more: "only-with = [\"b\"]"))
        folder.write("b.toml", entity("b", "Bart"))
        let before = try WatchlistFolder.snapshot(folder.path)
        folder.write("b.toml", entity("a", "Bart"))
        do throws(FileProblems) {
            _ = try WatchlistFolder.load(folder.path, alsoKnown: [], since: before)
            Issue.record("it was taken")
        } catch {
            #expect(
                Set(error.problems.map(\.message)) == [
                    "a: only-with names an entity that is not on the watchlist",
                    "the id is taken: \(folder.path)/a.toml:1 has it too",
                ])
            #expect(error.problems.allSatisfy { $0.line != nil && $0.column != nil })
        }
        // A live entity that may be named in only-with can go without any file being changed.
        folder.write("b.toml", entity("c", "Cara"))
        let live = try #require(EntityID("b"))
        let with = try #require(try WatchlistFolder.load(folder.path, alsoKnown: [live], since: before))
        #expect(throws: FileProblems.self) { try WatchlistFolder.load(folder.path, alsoKnown: [], since: with) }
    }

    @Test func namesThatAreOrdinaryWordsAreToldAtTheirPlaceTheWorstFirst() throws {
        let folder = ScratchFolder()
        folder.write("a.toml", entity("hope", "Hope") + entity("may", "Theresa May", more: "aliases = [\"May\"]"))
        folder.write("b.toml", entity("x", "May", more: "near = [\"minister\"]"))
        let noise = NoiseWarnings.of(try WatchlistFolder.snapshot(folder.path).entries)
        #expect(noise.map(\.line) == [5, 1] || noise.map(\.line) == [6, 1], "\(noise)")
        #expect(noise.allSatisfy { $0.severity == .warning && $0.path.hasSuffix("a.toml") })
        #expect(noise.first?.description.contains("ordinary English word") == true)
    }

    @Test func aLanguageWithoutFormsIsAWarning() throws {
        let folder = ScratchFolder()
        folder.write("a.toml", entity("a", "Anna", more: "inflect = \"fr\""))
        folder.write("b.tsv", "id\tname\tkind\tinflect\nb\tBart\tperson\tfr\nc\tCara\tperson\tde\n")
        let warnings = try WatchlistFolder.snapshot(folder.path).warnings
        #expect(
            warnings.map(\.message)
                == Array(repeating: "inflect has no effect: no forms are known of this language", count: 2))
        #expect(warnings.map(\.line) == [5, 2] && warnings.last?.column == 15)
    }
}
