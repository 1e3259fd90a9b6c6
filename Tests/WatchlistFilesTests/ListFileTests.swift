import NewswatchModel
import Testing

@testable import WatchlistFiles

/// One wrong list file and what is said of it.
struct WrongList: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let line: Int?
    let column: Int?
    let key: String?
    let value: String?
    /// Part of the message, and of the cure.
    let message: String
    let cure: String
    var testDescription: String { name }
}

private let head = "id\tname\tkind\taliases\taliases:ru\ttags\tcase\tinflect\tnotes\n"

@Suite struct ListFileTests {
    private func read(_ text: String) -> (entities: [(Entity, Int)], problems: [FileProblem]) {
        var entities: [(Entity, Int)] = []
        let problems = ListFile.read(path: "l.tsv", bytes: Array(text.utf8)) { entity, line, _ in
            entities.append((entity, line))
        } named: { _ in
        }
        return (entities, problems)
    }

    @Test func everyColumnIsRead() throws {
        let (entities, problems) = read(
            head + "ilya\tIlya\tperson\tElias | Elijah of Thisbe\tИлья\tprophet|old\tany\tnone\tnever matched\n")
        #expect(problems.isEmpty)
        let expected = Entity(
            id: try #require(EntityID("ilya")), name: "Ilya", kind: .person,
            aliases: [
                Alias(name: "Elias"), Alias(name: "Elijah of Thisbe"), Alias(name: "Илья", lang: "ru"),
            ], tags: ["prophet", "old"], nameCase: .any, inflect: Inflection.none, notes: "never matched")
        #expect(entities.map(\.0) == [expected])
        #expect(entities.map(\.1) == [2])
    }

    @Test func marksCommentsAndLineEndsOfOtherSystemsDoNotMatter() {
        let (entities, problems) = read(
            "\u{FEFF}# mine\r\n\r\nkind\tid\tname\r\nplace\ta\tAa\r\n# b\r\n  \r\nplace\tb\tBb")
        #expect(problems.isEmpty)
        #expect(entities.map(\.0.name) == ["Aa", "Bb"])
        #expect(entities.map(\.1) == [4, 7])
    }

    @Test(arguments: [
        WrongList(
            name: "unknown column", text: "id\tname\tkind\talias\n", line: 1, column: 14, key: nil, value: "\"alias\"",
            message: "no such column", cure: "did you mean \"aliases\"?"),
        WrongList(
            name: "column like none", text: "id\tname\tkind\tzzzzzz\n", line: 1, column: 14, key: nil,
            value: "\"zzzzzz\"", message: "no such column", cure: "known: id, name, kind"),
        WrongList(
            name: "column twice", text: "id\tname\tkind\tname\n", line: 1, column: 14, key: nil, value: "\"name\"",
            message: "twice", cure: "remove one"),
        WrongList(
            name: "language of a column", text: "id\tname\tkind\taliases:Russian\n", line: 1, column: 14, key: nil,
            value: "\"aliases:Russian\"", message: "no language", cure: "\"ru\""),
        WrongList(
            name: "missing column", text: "# c\nid\tname\n", line: 2, column: 1, key: nil, value: "\"\"",
            message: "no column kind", cure: "id, name and kind"),
        WrongList(
            name: "no columns", text: "\n# c\n", line: nil, column: nil, key: nil, value: nil,
            message: "no line that names its columns", cure: "begin it with id"),
        WrongList(
            name: "too few fields", text: head + "a\tÄÄ\tperson\n", line: 2, column: 12, key: nil, value: nil,
            message: "3 fields, the first line 9", cure: "one tab"),
        WrongList(
            name: "too many fields", text: "id\tname\tkind\na\tÄÄ\tperson\tx\ty\n", line: 2, column: 13, key: nil,
            value: nil, message: "5 fields, the first line 3", cure: "one tab"),
        WrongList(
            name: "id", text: "id\tname\tkind\nA b\tA\tperson\n", line: 2, column: 1, key: "id", value: "\"A b\"",
            message: "no id", cure: EntityID.rule),
        WrongList(
            name: "kind", text: "id\tname\tkind\na\tA\torganization\n", line: 2, column: 5, key: "kind",
            value: "\"organization\"", message: "no such choice", cure: "did you mean \"organisation\"?"),
        WrongList(
            name: "name of signs, columns in characters", text: "kind\tid\tname\nplace\ta\t €!\n", line: 2, column: 10,
            key: "name", value: "\"€!\"", message: "no letter or digit", cure: "article's text"),
        WrongList(
            name: "empty name", text: "id\tname\tkind\na\t\tplace\n", line: 2, column: 3, key: "name", value: "\"\"",
            message: "name is empty", cure: "article's text"),
        WrongList(
            name: "control character", text: "id\tname\tkind\na\tA\u{85}B\tplace\n", line: 2, column: 3, key: "name",
            value: "\"A\\u{85}B\"", message: "control character", cure: "one line"),
        WrongList(
            name: "NUL", text: "id\tname\tkind\na\tÄ\0\tplace\n", line: 2, column: 4, key: nil, value: "byte 0x0",
            message: "NUL", cure: "remove"),
        WrongList(
            name: "long name", text: "id\tname\tkind\na\t\(String(repeating: "ab", count: 257))\tplace\n", line: 2,
            column: 3, key: "name", value: "\"\(String(repeating: "ab", count: 40))…\"", message: "514 octets",
            cure: "at most 512"),
        WrongList(
            name: "empty alias", text: head + "a\tA\tplace\tB || C\t\t\t\t\t\n", line: 2, column: 14, key: "aliases",
            value: "\"\"", message: "aliases is empty", cure: "article's text"),
        WrongList(
            name: "tag", text: head + "a\tA\tplace\t\t\tok | not ok\t\t\t\n", line: 2, column: 18, key: "tags",
            value: "\"not ok\"", message: "no tag", cure: "one word"),
        WrongList(
            name: "case", text: head + "a\tA\tplace\t\t\t\tsmrat\t\t\n", line: 2, column: 14, key: "case",
            value: "\"smrat\"", message: "no such choice", cure: "did you mean \"smart\"?"),
        WrongList(
            name: "inflect", text: head + "a\tA\tplace\t\t\t\t\talways\t\n", line: 2, column: 15, key: "inflect",
            value: "\"always\"", message: "no such choice", cure: "\"none\""),
    ])
    func isToldWithPlaceValueAndCure(_ wrong: WrongList) throws {
        let problems = read(wrong.text).problems
        #expect(problems.count == 1, "\(problems)")
        let problem = try #require(problems.first)
        #expect(problem.severity == .error)
        #expect([problem.line, problem.column] == [wrong.line, wrong.column])
        #expect(problem.key == wrong.key)
        #expect(problem.value == wrong.value)
        #expect(problem.message.contains(wrong.message), "\(problem)")
        #expect(problem.cure.contains(wrong.cure), "\(problem)")
    }

    @Test func octetsThatAreNoTextAreToldByLineAndColumn() {
        let bytes = Array("id\tname\tkind\na\té".utf8) + [0xE9] + Array("\tplace\n".utf8)
        let problems = ListFile.read(path: "l.tsv", bytes: bytes) { _, _, _ in
        } named: { _ in
        }
        #expect(
            problems.map(\.description) == [
                "l.tsv:2:4: the file is not UTF-8 (value byte 0xe9); save the file as UTF-8"
            ])
    }

    @Test func aSpellingTwiceIsAWarning() {
        let (entities, problems) = read(head + "a\tA\tperson\tB | A\t\t\t\t\t\n")
        #expect(entities.count == 1)
        #expect(
            problems.map(\.description) == ["l.tsv:2:16: \"A\" is there twice (value \"A\"); remove one"])
        #expect(problems.map(\.severity) == [.warning])
    }

    @Test func allErrorsOfALineAndAllLinesComeAtOnceUpToAHundred() {
        let two = read("id\tname\tkind\nA\t\tx\nB\t\tx\n").problems
        #expect(two.map { [$0.line, $0.column] } == [[2, 1], [2, 3], [2, 4], [3, 1], [3, 3], [3, 4]])
        let many = read("id\tname\tkind\n" + String(repeating: "a,b,c\n", count: 350)).problems
        #expect(many.count == 101)
        #expect(many.last?.description == "l.tsv:102: there are 250 more errors from here on; mend those above first")
    }

    @Test func aFolderOfBothKindsIsReadInTheOrderOfNames() throws {
        let folder = ScratchFolder()
        let toml = folder.write(
            "b.toml", "[[entity]]\nid = \"m\"\nname = \"M\"\nkind = \"place\"\nonly-with = [\"z\"]\n")
        let list = folder.write("a.tsv", "id\tname\tkind\nz\tZ\tperson\nb\tB\tplace\n")
        folder.write(".c.tsv", "oops")
        let (entries, warnings) = try WatchlistFolder.load(folder.path)
        #expect(warnings.isEmpty)
        #expect(entries.map(\.entity.id.rawValue) == ["b", "m", "z"])
        #expect(
            entries.map(\.origin) == [
                .file(path: list, line: 3), .file(path: toml, line: 1), .file(path: list, line: 2),
            ])
    }

    @Test func anIdTwiceNamesBothPlaces() throws {
        let folder = ScratchFolder()
        let first = folder.write("a.tsv", "name\tid\tkind\nA\ta\tplace\nÄ\ta\tplace\n")
        let second = folder.write("b.toml", "[[entity]]\nid = \"a\"\nname = \"A\"\nkind = \"person\"\n")
        let error = try #require(throws: FileProblems.self) { try WatchlistFolder.load(folder.path) }
        let rest =
            "the id is taken: \(first):2 has it too (value \"a\"); "
            + "give one of them another id, or make them one entity"
        #expect(error.problems.map(\.description) == ["\(first):3:3: \(rest)", "\(second):2:6: \(rest)"])
    }

    @Test func whatIsWrittenIsReadBackToEqualEntities() throws {
        let entities = [
            Entity(
                id: try #require(EntityID("a")), name: "Ä, b", kind: .topic,
                aliases: [Alias(name: "B"), Alias(name: "C c"), Alias(name: "Д", lang: "ru")], tags: ["t", "u"],
                nameCase: .exact, inflect: Inflection(rawValue: "de"), notes: "a | b"),
            Entity(id: try #require(EntityID("b")), name: "B", kind: .organisation),
        ]
        let writer = ListFileWriter([
            .id, .name, .kind, .aliases(lang: nil), .aliases(lang: "ru"), .tags, .nameCase, .inflect, .notes,
        ])
        var octets = writer.header
        for entity in entities { writer.write(entity, to: &octets) }
        let (back, problems) = read(String(decoding: octets, as: UTF8.self))
        #expect(problems.isEmpty)
        #expect(back.map(\.0) == entities)
    }
}
