import Glibc
import NewswatchModel
import Testing

@testable import WatchlistFiles

/// A folder into which lists are imported.
private final class Workshop {
    let folder = ScratchFolder()
    private(set) var events: [ImportEvent] = []

    var target: String { folder.claim("l.tsv") }

    /// Imports `text`; the report.
    @discardableResult func take(
        _ text: String, _ change: (inout ImportOptions) -> Void = { _ in },
        tick: @escaping (ImportProgress) throws -> Void = { _ in }
    ) throws -> ImportReport {
        try take(Array(text.utf8), change, tick: tick)
    }

    @discardableResult func take(
        _ octets: [UInt8], _ change: (inout ImportOptions) -> Void = { _ in },
        tick: @escaping (ImportProgress) throws -> Void = { _ in }
    ) throws -> ImportReport {
        let path = folder.claim("in")
        let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        #expect(writeAll(descriptor, octets))
        lseek(descriptor, 0, SEEK_SET)
        var options = ImportOptions(path: "in", target: target)
        change(&options)
        events = []
        return try WatchlistImport(options).run(descriptor, tick: tick) { self.events.append($0) }
    }

    /// The lines of the list behind those that name its source and columns.
    func list() throws -> [String] { try text().split(separator: "\n").dropFirst(2).map { String($0) } }

    func text() throws -> String { String(decoding: try readFile(target), as: UTF8.self) }

    /// What an import left in the folder beside the list.
    var leftOver: [String] {
        guard let stream = opendir(folder.path) else { return ["no folder"] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names.filter { ![".", "..", "in", "l.tsv"].contains($0) }
    }

    /// `what line id name: detail` of each event.
    var told: [String] { events.map { "\($0.what.rawValue) \($0.line ?? 0) \($0.id) \($0.name): \($0.detail)" } }
}

private let sanctions = #"""
    "id","schema","name","aliases","birth_date","countries"
    "Q-b","Company","Ostrov Trade","""Ostrov; Sons"";Островторг","","by"
    "NK-a","Person","Ilya ""the Elder"" Drozd","Drozd;D;Drozd","1950","by;ru"
    "NK-c","Vessel","Aurora Star","","",""

    """#

@Suite struct ImportTests {
    @Test func openSanctionsTableBecomesASortedList() throws {
        let workshop = Workshop()
        let report = try workshop.take(sanctions)
        #expect(report.format == .opensanctions)
        #expect(
            try workshop.list() == [
                "nk-a\tIlya \"the Elder\" Drozd\tperson\tDrozd\t\t",
                "q-b\tOstrov Trade\torganisation\tOstrov; Sons | Островторг\t\t",
            ])
        #expect(
            workshop.told.prefix(3) == [
                "dropped-name 3 NK-a D: a single letter or digit",
                "dropped-name 3 NK-a Drozd: same as another of the entity",
                "dropped-entity 4 NK-c Aurora Star: schema Vessel not taken",
            ])
        #expect(report.droppedEntities == [.schema: 1])
        #expect(report.droppedNames == [.short: 1, .double: 1])
        #expect([report.entities, report.names, report.new] == [2, 5, 2])
        // What is imported is a list like any other.
        let (entries, warnings) = try WatchlistFolder.load(paths: [workshop.target])
        #expect(warnings.isEmpty)
        #expect(
            entries.map(\.origin) == [.file(path: workshop.target, line: 3), .file(path: workshop.target, line: 4)])
    }

    @Test func aSchemaThatIsAskedForIsATopicUnlessAKindIsGiven() throws {
        let workshop = Workshop()
        try workshop.take(sanctions) { $0.schemas = ["Vessel"] }
        #expect(try workshop.list() == ["nk-c\tAurora Star\ttopic\t\t\t"])
        try workshop.take(sanctions) { $0.kind = .place }
        #expect(try workshop.list().contains("nk-c\tAurora Star\tplace\t\t\t"))
    }

    @Test func followTheMoneyEntitiesAreReadFromJSONLines() throws {
        let workshop = Workshop()
        let text = """
            {"id":"P1","schema":"Person","caption":"Ilya Drozd","properties":{"name":["I. Drozd","Ilya Drozd"],\
            "alias":["Дрозд"],"weakAlias":["Ilya"],"topics":["sanction"],"x":[{"id":"n"}]},"target":true}

            {"id":"A1","schema":"Address","properties":{"full":["Minsk"]}}
            """
        let report = try workshop.take(text)
        #expect(report.format == .ftm)
        #expect(try workshop.list() == ["p1\tIlya Drozd\tperson\tI. Drozd | Дрозд\t\t"])
        try workshop.take(text) { $0.takesWeakAliases = true }
        #expect(try workshop.list() == ["p1\tIlya Drozd\tperson\tI. Drozd | Дрозд | Ilya\t\t"])
    }

    @Test func aTableIsReadByAMapOfItsColumns() throws {
        let workshop = Workshop()
        let text = "QID;Label;altLabel_ru;altLabel;what\nQ1;\"Lake; big\";Озеро/Море;Lac;place\nQ2;Hill;;;place\n"
        let report = try workshop.take(text) {
            $0.columns = [
                ("QID", .id), ("Label", .name), ("altLabel_ru", .aliases(lang: "ru")),
                ("altLabel", .aliases(lang: nil)), ("what", .kind),
            ]
            $0.separator = UInt8(ascii: "/")
            $0.tags = ["geo"]
            $0.idPrefix = "wd-"
        }
        #expect(report.format == .csv)
        #expect(report.delimiter == UInt8(ascii: ";"))
        #expect(
            try workshop.text().split(separator: "\n").dropFirst() == [
                "id\tname\tkind\taliases\taliases:ru\ttags\tnotes",
                "wd-q1\tLake; big\tplace\tLac\tОзеро | Море\tgeo\t", "wd-q2\tHill\tplace\t\t\tgeo\t",
            ])
    }

    @Test func columnsNamedLikeKeysNeedNoMap() throws {
        let workshop = Workshop()
        let report = try workshop.take(
            "name\tkind\taliases\ttags\tnotes\tother\nIlya Drozd\tperson\tDrozd|Ilya D.\ta|b c\tsee\tx\n")
        #expect(report.format == .tsv)
        #expect(try workshop.list() == ["ilya-drozd\tIlya Drozd\tperson\tDrozd | Ilya D.\ta\tsee"])
    }

    @Test func aPlainListMakesIdsOfNames() throws {
        let workshop = Workshop()
        let report = try workshop.take(
            "# towns\nGomel, Belarus\nŁódź\nГомель\n\nlodz\nŁódź\n北京\n  Straße 9 \n"
        ) { $0.kind = .place }
        #expect(report.format == .list)
        #expect(
            try workshop.list()
                == [
                    "9aa1e75cf0257d61\t北京\tplace\t\t\t", "gomel\tГомель\tplace\t\t\t",
                    "gomel-belarus\tGomel, Belarus\tplace\t\t\t", "lodz\tŁódź\tplace\t\t\t",
                    "lodz.2\tlodz\tplace\t\t\t",
                    "strasse-9\tStraße 9\tplace\t\t\t",
                ].sorted())
        #expect(workshop.told.contains("dropped-entity 7 lodz Łódź: the same entity again, as in line 3"))
    }

    @Test func numberedIdsStandWhereTheirOrderIs() throws {
        let workshop = Workshop()
        // "a.2" comes behind "a-x", which is read later.
        try workshop.take("A\na\nA x\nA-X\nAB\n") {
            $0.kind = .topic
            $0.runSize = 40
        }
        let ids = try workshop.list().compactMap { $0.split(separator: "\t").first.map(String.init) }
        #expect(ids == ["a", "a-x", "a-x.2", "a.2", "ab"])
    }

    @Test func theLanguageGoesToNamesWithoutOne() throws {
        let workshop = Workshop()
        try workshop.take("id,name,kind,aliases\nq1,Дрозд,person,Илья\n") { $0.language = "be" }
        #expect(try workshop.list() == ["q1\tДрозд\tperson\t\tИлья\t\tbe\t"])
    }

    @Test(arguments: [
        ("", ImportDrop.empty), ("—!", .noLetterOrDigit), ("A\u{7}B", .controlCharacter), ("A\nB", .controlCharacter),
        ("A\tB", .controlCharacter), ("A | B", .bar), (String(repeating: "x", count: 513), .tooLong),
    ])
    func aNameThatCannotBeMatchedIsDropped(_ name: String, _ reason: ImportDrop) throws {
        let workshop = Workshop()
        let report = try workshop.take("id,name,kind,aliases\nq1,\"\(name)\",person,Good\nq2,Other,person,\n")
        #expect(report.droppedNames == [reason: 1])
        // Another name of the entity takes its place.
        #expect(try workshop.list() == ["q1\tGood\tperson\t\t\t", "q2\tOther\tperson\t\t\t"])
    }

    @Test func namesThatAreNoTextAreDropped() throws {
        let workshop = Workshop()
        let octets = Array("id,name,kind,aliases\nq1,Good,person,B".utf8) + [0xFF] + Array("\n".utf8)
        let report = try workshop.take(octets)
        #expect(report.droppedNames == [.notUTF8: 1])
    }

    @Test(arguments: [
        ("q1,—,person,", ImportDrop.noName), (",A,person,", .noID), ("—,A,person,", .noID), ("q1,A,,", .noKind),
        ("q1,A,Vessel,", .schema), ("q1,A,person", .fields), ("q1,A,person,,,", .fields),
        ("Q-0,A,person,", .collision), ("taken,A,person,", .taken),
    ])
    func anEntityThatCannotBeTakenIsDropped(_ line: String, _ reason: ImportDrop) throws {
        let workshop = Workshop()
        workshop.folder.write("x.toml", "\n[[entity]]\nid = \"taken\"\nname = \"T\"\nkind = \"place\"\n")
        workshop.folder.write("y.tsv", "id\tname\tkind\nother\tO\tplace\n")
        let report = try workshop.take("id,name,kind,aliases\nq-0,Zero,person,\n\(line)\n")
        #expect(report.droppedEntities == [reason: 1])
        #expect(report.entities == 1)
        let detail = workshop.events.first { $0.what == .droppedEntity }?.detail
        if reason == .taken { #expect(detail == "taken by \(workshop.folder.path)/x.toml:2") }
        if reason == .collision { #expect(detail == "another id becomes the same, that of line 2") }
    }

    @Test func entitiesOfOneIdGiveTheirNamesToTheFirst() throws {
        let workshop = Workshop()
        let report = try workshop.take("id,name,kind,aliases\nq1,Bb,person,Cc\nq0,Zz,person,\nq1,Aa,person,Bb|Dd\n")
        #expect(try workshop.list() == ["q0\tZz\tperson\t\t\t", "q1\tBb\tperson\tCc | Aa | Dd\t\t"])
        #expect(report.merged == 1)
        #expect(workshop.told.contains("merged 4 q1 Aa: its names go to line 2"))
    }

    @Test func aLongIdIsCutAndKeepsANumberOfTheWhole() throws {
        let long = String(repeating: "ab", count: 40)
        let (one, two) = (ImportedID.of(long + "1", prefix: ""), ImportedID.of(long + "2", prefix: ""))
        #expect(one?.rawValue.utf8.count == 64)
        #expect(one != two)
        #expect(ImportedID.of("Ä b/C", prefix: "x-")?.rawValue == "x----b-c")
    }

    @Test func aSecondImportTellsWhatCameAndWent() throws {
        let workshop = Workshop()
        try workshop.take("id,name,kind,aliases\na,Aa,person,\nb,Bb,person,Old|Kept\nc,Cc,person,\n")
        let report = try workshop.take("id,name,kind,aliases\nb,Bb,place,Kept|New\nc,Cc,person,\nd,Dd,person,\n")
        #expect([report.new, report.changed, report.gone, report.unchanged] == [1, 1, 1, 1])
        #expect(
            workshop.told == [
                "gone 0 a Aa: ", "changed 2 b Bb: +New; -Old; kind person to place", "new 4 d Dd: ",
            ])
    }

    @Test func nothingIsWrittenWhenNothingChanged() throws {
        let workshop = Workshop()
        #expect(try workshop.take(sanctions).isWritten)
        var (before, after) = (stat(), stat())
        stat(workshop.target, &before)
        #expect(before.st_mode & 0o777 == 0o644)
        #expect(try !workshop.take(sanctions).isWritten)
        stat(workshop.target, &after)
        #expect(before.st_ino == after.st_ino)
    }

    @Test func aDryRunTellsAllAndWritesNothing() throws {
        let workshop = Workshop()
        try workshop.take(sanctions)
        let before = try workshop.text()
        let report = try workshop.take("id,name,kind\nx,X x,person\n") { $0.isDryRun = true }
        #expect([report.new, report.gone] == [1, 2])
        #expect(!report.isWritten)
        #expect(try workshop.text() == before)
    }

    @Test(
        arguments: [
            ("id,name,kind\na,\"Aa,person\nb,Bb,person\n", 2, 3, "never closed"),
            ("id,name,kind\nä,x \"y\",\"z\"z,person\n", 2, 12, "behind a closing quote"),
            ("id,name,kind\n\"a\nb\",\"\n", 3, 4, "never closed"),
            (
                "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Aa\"]}}\n{\"id\":\"ä\"", 2, 10,
                "ends in the middle"
            ),
            ("{\"schema\":\"Person\"}\n", 1, 1, "it has no id"),
            ("id,name,kind\na,Aa,\n", nil, nil, "nothing in it that can be watched"),
        ] as [(String, Int?, Int?, String)])
    func aFailingImportLeavesTheListOctetForOctet(_ text: String, _ line: Int?, _ column: Int?, _ message: String)
        throws
    {
        let workshop = Workshop()
        try workshop.take(sanctions)
        let before = try workshop.text()
        let error = try #require(throws: FileProblems.self) { try workshop.take(text) }
        let problem = try #require(error.problems.first)
        #expect(problem.message.contains(message), "\(problem)")
        #expect([problem.line, problem.column] == [line, column])
        #expect(try workshop.text() == before)
        #expect(workshop.leftOver.isEmpty)
    }

    @Test func anInterruptedImportLeavesTheListAndNothingBeside() throws {
        struct Stop: Error {}
        let workshop = Workshop()
        try workshop.take(sanctions)
        let before = try workshop.text()
        #expect(throws: Stop.self) {
            try workshop.take("id,name,kind\nx,X x,person\n", tick: { _ in throw Stop() })
        }
        #expect(try workshop.text() == before)
        #expect(workshop.leftOver.isEmpty)
    }

    @Test func aListDoesNotLoseMostOfItsEntitiesUnasked() throws {
        let workshop = Workshop()
        let rows = (0..<20).map { "e\($0),Name \($0),person\n" }
        try workshop.take("id,name,kind\n" + rows.joined())
        let before = try workshop.text()
        let cut = "id,name,kind\n" + rows.prefix(9).joined()
        let error = try #require(throws: FileProblems.self) { try workshop.take(cut) }
        #expect(error.description.contains("11 of its 20 entities would go"))
        #expect(try workshop.text() == before)
        #expect(try workshop.take("id,name,kind\n" + rows.prefix(10).joined()).gone == 10)
        try workshop.take("id,name,kind\n" + rows.joined())
        #expect(try workshop.take(cut) { $0.isForced = true }.gone == 11)
    }

    @Test func aListWithErrorsIsReplacedOnlyWhenForced() throws {
        let workshop = Workshop()
        workshop.folder.write("l.tsv", "id\tname\tkind\nX\tX\tperson\n")
        let error = try #require(throws: FileProblems.self) { try workshop.take(sanctions) }
        #expect(error.problems.first?.line == 2)
        #expect(try workshop.take(sanctions) { $0.isForced = true }.isWritten)
    }

    @Test func aListThatWasEditedOutOfOrderIsCompared() throws {
        let workshop = Workshop()
        workshop.folder.write("l.tsv", "name\tid\tkind\nBb\tb\tperson\nAa\ta\tperson\n")
        let report = try workshop.take("id,name,kind\na,Aa,person\nb,Bb,person\n")
        #expect(report.unchanged == 2)
    }

    @Test func aMappedColumnThatIsNotThereIsToldWithAGuess() throws {
        let workshop = Workshop()
        let error = try #require(throws: FileProblems.self) {
            try workshop.take("Label,QID\nA,B\n") { $0.columns = [("label", .name)] }
        }
        #expect(
            error.description
                == "in:1:1: the first line has no such column (value \"label\"); did you mean \"Label\"?")
    }

    @Test func theListIsTheSameHoweverFewFitInMemory() throws {
        let (one, many) = (Workshop(), Workshop())
        let rows = (0..<2000).map { "id-\($0 &* 7919 % 1500),Name \($0),person,Alias \($0)\n" }
        let text = "id,name,kind,aliases\n" + rows.joined()
        let whole = try one.take(text)
        let pieces = try many.take(text) { $0.runSize = 500 }
        #expect(try one.list() == many.list())
        #expect(whole == pieces)
        #expect(whole.merged == 500)
    }

    @Test func runsHoldNoMoreThanTheirSizeAndKeepTheOrderOfEqualKeys() throws {
        let folder = ScratchFolder()
        let runs = try SortedRuns(beside: folder.path + "/x", runSize: 100)
        for number in 0..<300 { try runs.append("k\(number % 7)", Array("\(number)".utf8)) }
        var merge = try runs.merged()
        #expect(runs.runs.count > 20)
        #expect(runs.runs.allSatisfy { $0.count <= 100 })
        var lines: [[Int]] = []
        while let line = try merge.next() {
            lines.append(
                String(decoding: line.dropFirst(), as: UTF8.self).split(separator: "\t").compactMap { Int($0) })
        }
        #expect(lines == (0..<300).map { [$0 % 7, $0] }.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
    }
}
