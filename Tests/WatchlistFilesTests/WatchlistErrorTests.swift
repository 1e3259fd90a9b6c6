import NewswatchModel
import Testing

@testable import WatchlistFiles

/// One wrong file and what is said of it.
struct WrongFile: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let line: Int
    let column: Int
    let key: String?
    let value: String?
    /// Part of the message, and of the cure.
    let message: String
    let cure: String
    var testDescription: String { name }
}

private let head = "[[entity]]\nid = \"a\"\nname = \"A\"\nkind = \"person\"\n"

@Suite struct WatchlistErrorTests {
    @Test(arguments: [
        WrongFile(
            name: "syntax", text: "[[entity]]\nid = \"a\nname = 1\n", line: 2, column: 8, key: nil, value: nil,
            message: "no TOML", cure: "syntax"),
        WrongFile(
            name: "unknown top key", text: "# c\n[[entities]]\nid = \"a\"\n", line: 2, column: 1, key: "entities",
            value: "a list of 1", message: "no key \"entities\"", cure: "did you mean \"entity\"?"),
        WrongFile(
            name: "single bracket", text: "[entity]\nid = \"a\"\n", line: 1, column: 1, key: "entity",
            value: "a table", message: "entity is a table", cure: "[[entity]]"),
        WrongFile(
            name: "unknown key", text: head + "  alias = [\"B\"]\n", line: 5, column: 3, key: "alias",
            value: "a list of 1", message: "no key \"alias\"", cure: "did you mean \"aliases\"?"),
        WrongFile(
            name: "key with underscore", text: head + "near_distance = 5\n", line: 5, column: 1,
            key: "near_distance", value: "5", message: "no key", cure: "did you mean \"near-distance\"?"),
        WrongFile(
            name: "key like none", text: head + "zzzzzz = 5\n", line: 5, column: 1, key: "zzzzzz", value: "5",
            message: "no key", cure: "known: id, name, kind"),
        WrongFile(
            name: "id form", text: "[[entity]]\nid = \"Ab c\"\nname = \"A\"\nkind = \"person\"\n", line: 2, column: 6,
            key: "id", value: "\"Ab c\"", message: "no id", cure: EntityID.rule),
        WrongFile(
            name: "id missing", text: "\n[[entity]]\nname = \"A\"\nkind = \"person\"\n", line: 2, column: 1, key: "id",
            value: nil, message: "has no id", cure: "add id"),
        WrongFile(
            name: "name missing", text: "[[entity]]\nid = \"a\"\nkind = \"person\"\n", line: 1, column: 1,
            key: "name", value: nil, message: "has no name", cure: "add name"),
        WrongFile(
            name: "kind missing", text: "[[entity]]\nid = \"a\"\nname = \"A\"\n", line: 1, column: 1, key: "kind",
            value: nil, message: "has no kind", cure: "\"person\""),
        WrongFile(
            name: "name empty", text: "[[entity]]\nid = \"a\"\nname = \"\"\nkind = \"person\"\n", line: 3, column: 8,
            key: "name", value: "\"\"", message: "is empty", cure: "write what stands"),
        WrongFile(
            name: "name of signs", text: "[[entity]]\nid = \"a\"\nname = \"—!\"\nkind = \"person\"\n", line: 3,
            column: 8, key: "name", value: "\"—!\"", message: "no letter or digit", cure: "write what stands"),
        WrongFile(
            name: "name of two lines", text: "[[entity]]\nid = \"a\"\nname = \"A\\nB\"\nkind = \"person\"\n", line: 3,
            column: 8, key: "name", value: "\"A\\nB\"", message: "control character", cure: "one line"),
        WrongFile(
            name: "kind", text: "[[entity]]\nid = \"a\"\nname = \"A\"\nkind = \"organization\"\n", line: 4, column: 8,
            key: "kind", value: "\"organization\"", message: "no such choice",
            cure: "did you mean \"organisation\"?"),
        WrongFile(
            name: "name of a wrong type", text: "[[entity]]\nid = \"a\"\nname = 7\nkind = \"person\"\n", line: 3,
            column: 8, key: "name", value: "7", message: "name is a whole number", cure: "text in quotes"),
        WrongFile(
            name: "aliases as text", text: head + "aliases = \"B\"\n", line: 5, column: 11, key: "aliases",
            value: "\"B\"", message: "aliases is a string", cure: "a list"),
        WrongFile(
            name: "alias of a wrong type, columns in characters", text: head + "aliases = [\"Łü\", 7]\n", line: 5,
            column: 18, key: "aliases", value: "7", message: "an item of aliases is a whole number",
            cure: "text in quotes"),
        WrongFile(
            name: "alias table's unknown key", text: head + "aliases = [\n  { name = \"B\", language = \"ru\" },\n]\n",
            line: 6, column: 17, key: "language", value: "\"ru\"", message: "this alias has no key", cure: "lang"),
        WrongFile(
            name: "alias table without a name", text: head + "aliases = [{ lang = \"ru\" }]\n", line: 5, column: 12,
            key: "name", value: nil, message: "has no name", cure: "add name"),
        WrongFile(
            name: "language", text: head + "aliases = [{ name = \"B\", lang = \"Russian\" }]\n", line: 5, column: 33,
            key: "lang", value: "\"Russian\"", message: "no language", cure: "\"ru\""),
        WrongFile(
            name: "case", text: head + "case = \"smrat\"\n", line: 5, column: 8, key: "case", value: "\"smrat\"",
            message: "no such choice", cure: "did you mean \"smart\"?"),
        WrongFile(
            name: "inflect", text: head + "inflect = \"always\"\n", line: 5, column: 11, key: "inflect",
            value: "\"always\"", message: "no such choice", cure: "\"none\""),
        WrongFile(
            name: "distance too small", text: head + "near = [\"x\"]\nnear-distance = 0\n", line: 6, column: 17,
            key: "near-distance", value: "0", message: "out of range", cure: "1 to 10000"),
        WrongFile(
            name: "distance too large", text: head + "near = [\"x\"]\nnear-distance = 10001\n", line: 6, column: 17,
            key: "near-distance", value: "10001", message: "out of range", cure: "1 to 10000"),
        WrongFile(
            name: "tag with a space", text: head + "tags = [\"ok\", \"not ok\"]\n", line: 5, column: 15, key: "tags",
            value: "\"not ok\"", message: "no tag", cure: "one word"),
        WrongFile(
            name: "only-with unknown", text: head + "only-with = [\"bb\"]\n", line: 5, column: 14, key: "only-with",
            value: "\"bb\"", message: "not on the watchlist", cure: "add the entity \"bb\""),
        WrongFile(
            name: "only-with itself", text: head + "only-with = [\"a\"]\n", line: 5, column: 14, key: "only-with",
            value: "\"a\"", message: "itself", cure: "another"),
    ])
    func isToldWithPlaceValueAndCure(_ wrong: WrongFile) throws {
        let folder = ScratchFolder()
        let path = folder.write("list.toml", wrong.text)
        let error = try #require(throws: FileProblems.self) { try WatchlistFolder.load(folder.path) }
        #expect(error.problems.count == 1)
        let problem = try #require(error.problems.first)
        #expect(problem.severity == .error)
        #expect(problem.path == path)
        #expect([problem.line, problem.column] == [wrong.line, wrong.column])
        #expect(problem.key == wrong.key)
        #expect(problem.value == wrong.value)
        #expect(problem.message.contains(wrong.message), "\(problem)")
        #expect(problem.cure.contains(wrong.cure), "\(problem)")
    }

    @Test func allErrorsOfAllFilesComeAtOnce() {
        let folder = ScratchFolder()
        folder.write("b.toml", "[[entity]]\nid = \"B\"\nname = 1\n")
        folder.write("a.toml", "oops")
        let error = #expect(throws: FileProblems.self) { try WatchlistFolder.load(folder.path) }
        let places = error?.problems.map { "\($0.path.suffix(6)):\($0.line ?? 0)" }
        #expect(places == ["a.toml:1", "b.toml:1", "b.toml:2", "b.toml:3"])
    }

    @Test func anIdTwiceNamesBothPlaces() throws {
        let folder = ScratchFolder()
        let first = folder.write("a.toml", "# one\n" + head)
        let second = folder.write("b.toml", head)
        let error = try #require(throws: FileProblems.self) { try WatchlistFolder.load(folder.path) }
        #expect(
            error.problems.map(\.description) == [
                "\(second):2:6: the id is taken: \(first):2 has it too (value \"a\"); "
                    + "give one of them another id, or make them one entity"
            ])
    }

    @Test func aMissingFolderIsAnErrorWithACure() throws {
        let error = try #require(throws: FileProblems.self) { try WatchlistFolder.load("/nonexistent/list") }
        #expect(
            error.description == "/nonexistent/list: it cannot be opened as a watchlist folder: "
                + "No such file or directory; create it, or name another")
    }

    @Test func aFolderNamedLikeAFileIsRefused() throws {
        let error = try #require(throws: FileProblems.self) { try TOMLSource(path: "/tmp") }
        #expect(error.problems.first?.message == "this is no regular file")
    }

    @Test func aNULIsToldByLineAndColumn() throws {
        let error = try #require(throws: FileProblems.self) { try TOMLSource(path: "x", bytes: Array("# a\0".utf8)) }
        #expect(error.description == "x:1:4: a NUL character (value byte 0x0); remove it")
    }

    @Test func bytesThatAreNoUTF8AreToldByLineAndColumn() throws {
        let bytes = Array("a = 1\n# é".utf8) + [0xE9, 0x20]
        let error = try #require(throws: FileProblems.self) { try TOMLSource(path: "x", bytes: bytes) }
        #expect(error.description == "x:2:4: the file is not UTF-8 (value byte 0xe9); save the file as UTF-8")
    }
}
