import NewswatchModel
import Testing

@testable import WatchlistFiles

@Suite struct ImportTests {
    @Test func openSanctionsTableBecomesASortedList() throws {
        let workshop = Workshop()
        let report = try workshop.take(Workshop.sanctions)
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
        try workshop.take(Workshop.sanctions) { $0.schemas = ["Vessel"] }
        #expect(try workshop.list() == ["nk-c\tAurora Star\ttopic\t\t\t"])
        try workshop.take(Workshop.sanctions) { $0.kind = .place }
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

    @Test func aColumnNamedLikeAKeyIsTakenBesideTheMapUnlessAnotherIsMappedToIt() throws {
        let workshop = Workshop()
        try workshop.take("Label,name,id,aliases:ru,aliases:be\nGomel,x y,q1,Гомель,Гомель|Гомельшчына\n") {
            $0.columns = [("Label", .name)]
            $0.kind = .place
        }
        #expect(
            try workshop.text().split(separator: "\n").dropFirst() == [
                "id\tname\tkind\taliases\taliases:ru\taliases:be\ttags\tnotes",
                "q1\tGomel\tplace\t\tГомель\tГомель | Гомельшчына\t\t",
            ])
    }

    @Test func spacesAroundNamesDoNotCountAndChangeNothing() throws {
        let workshop = Workshop()
        let text = "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\" Aa \",\"Aa\",\"Bb \"]}}\n"
        try workshop.take(text)
        #expect(try workshop.list() == ["a\tAa\tperson\tBb\t\t"])
        #expect(try workshop.take(text).unchanged == 1)
    }

    @Test(
        arguments: [
            ([0x1F, 0x8B, 8, 0], "zcat FILE | newswatchctl"), ([0x50, 0x4B, 3, 4], "unzip -p FILE"),
            ([0xFF, 0xFE, 0x61, 0], "iconv"),
        ] as [([UInt8], String)])
    func aFileThatIsNoTextIsToldWithACure(_ octets: [UInt8], _ cure: String) throws {
        let error = try #require(throws: FileProblems.self) { try Workshop().take(octets) }
        #expect(error.description.contains("in:1:1: this is no text in UTF-8; "))
        #expect(error.description.contains(cure))
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
        let octets = Array("id,name,kind,aliases\nq0,Żaba,person,\nq1,Good,person,B".utf8) + [0xFF] + Array("\n".utf8)
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
