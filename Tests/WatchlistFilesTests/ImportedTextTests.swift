import NewswatchModel
import Testing

@testable import WatchlistFiles

/// What an import makes of files that are not as they should be, or not as most are.
@Suite struct ImportedTextTests {
    private func fault(
        _ octets: [UInt8], _ change: (inout ImportOptions) -> Void = { _ in }
    ) throws -> String {
        let workshop = Workshop()
        let error = try #require(throws: FileProblems.self) { try workshop.take(octets, change) }
        #expect(workshop.leftOver.isEmpty)
        return error.description
    }

    @Test(
        arguments: [
            ("[\n  {\"id\": \"a\"}\n]\n", "in:1:1: this looks like JSON that is spread over lines", "jq -c '.[]' FILE"),
            ("\n{\r\n  \"id\": \"a\"\n}\n", "in:2:1: this looks like JSON that is spread over lines", "jq -c . FILE"),
            ("[{\"id\": \"a\"}]\n", "in:1:1: this looks like an array of JSON", "give one object a line"),
        ])
    func jsonThatHasNoObjectALineIsToldWithACure(_ text: String, _ what: String, _ cure: String) throws {
        let told = try fault(Array(text.utf8))
        #expect(told.contains(what))
        #expect(told.contains(cure))
    }

    @Test func aListMayBeginWithANameInBrackets() throws {
        let workshop = Workshop()
        #expect(try workshop.take("[Grey] Wolf\n") { $0.kind = .topic }.format == .list)
    }

    @Test(
        arguments: [
            (Array("id,name,kind\nq1,M".utf8) + [0xFC] + Array("ller,person\n".utf8), "in:2:5: ", "byte 0xfc"),
            (Array("N".utf8) + [0xE4] + Array("me,kind\n".utf8), "in:1:2: ", "byte 0xe4"),
            ([0x61, 0, 0x62, 0, 0x0A, 0], "in:1:2: ", "byte 0x0"),
            (Array("Minsk\n\nG".utf8) + [0xF3, 0x6D], "in:3:2: ", "byte 0xf3"),
            ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0x80], "in:1:8: ", "byte 0x0"),
            ([0x93, 0x1C, 0xF0, 0x0A, 0x22], "in:1:1: ", "byte 0x93"),
        ] as [([UInt8], String, String)])
    func aFileOfAnotherEncodingIsRefusedWhateverItsFormat(_ octets: [UInt8], _ place: String, _ value: String) throws {
        for format in [nil, ImportFormat.csv, .tsv, .list] {
            let told = try fault(octets) { ($0.format, $0.kind) = (format, .topic) }
            #expect(told.hasPrefix(place + "this is no text in UTF-8 (value \(value)); "), "\(told)")
            #expect(told.contains("iconv -f ENCODING -t UTF-8"))
        }
    }

    @Test func aLetterThatTheFirstPieceCutsIsNoFault() throws {
        // The last octet of what is looked at is the first of a letter.
        let text = String(repeating: "Ab\n", count: (1 << 16) / 3 - 1) + "Łódź " + String(repeating: "ż", count: 9)
        #expect(try Workshop().take(text) { $0.kind = .topic }.entities == 2)
    }

    @Test(
        arguments: [
            ("id,name,kind\na,Aa,person\nb,B", 3, 4, "2 of 3 fields"),
            ("id,name,kind\na,Aa,person\nb,\"Bä\"", 3, 7, "2 of 3 fields"),
            ("id\tname\tkind\r\na\tAa\tperson\r\nb", 3, 2, "1 of 3 fields"),
            ("id,schema,name,aliases\na,Person,\"A\na\",\nb,Person", 4, 9, "2 of 4 fields"),
        ])
    func aTableThatIsCutIsToldByLineAndColumn(_ text: String, _ line: Int, _ column: Int, _ fields: String) throws {
        let workshop = Workshop()
        let error = try #require(throws: FileProblems.self) { try workshop.take(text) }
        #expect(error.problems.map { [$0.line, $0.column] } == [[line, column]])
        #expect(error.description.contains("the file ends in the middle of a record, which has \(fields)"))
        #expect(workshop.leftOver.isEmpty)
    }

    @Test(arguments: ["a,Aa,person", "a,Aa,person\nb\n", "a,Aa,person\n  "])
    func aTableThatEndsWithoutALineEndOrHasAShortRecordInsideIsTaken(_ rows: String) throws {
        #expect(try Workshop().take("id,name,kind\n" + rows).entities == 1)
    }

    @Test func twoColumnsOfOneTitleAreAnErrorIfTheyAreUsed() throws {
        let text = "id,name,kind,name,x,x\na,Aa,person,Bb,,\n"
        #expect(
            try fault(Array(text.utf8))
                == "in:1: the column is there twice (value \"name\"); remove one, or give it another title")
        let mapped = try fault(Array("id,Label,Label,kind\na,Aa,Bb,person\n".utf8)) {
            $0.columns = [("Label", .name)]
        }
        #expect(mapped.contains("the column is there twice (value \"Label\")"))
        #expect(try Workshop().take("id,name,kind,x,x\na,Aa,person,,\n").entities == 1)
    }

    @Test(
        arguments: [
            ("{\"id\":7,\"schema\":\"Person\"}", 7, "its id is no text"),
            ("{\"id\":\"a\",\"schema\":[\"Person\"]}", 20, "its schema is no text"),
        ])
    func anEntityOfWhichIdOrSchemaIsNoTextIsToldSo(_ text: String, _ column: Int, _ what: String) throws {
        #expect(try fault(Array(text.utf8)).hasPrefix("in:1:\(column): this is no entity: \(what); "))
    }

    @Test func aPropertyMayBeATextAndItsListMayHaveNulls() throws {
        let workshop = Workshop()
        try workshop.take(
            "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":\"Aa\",\"alias\":[null,\"Bb\",7]}}\n")
        #expect(try workshop.list() == ["a\tAa\tperson\tBb\t\t"])
    }

    @Test func aSchemaThatNoEntityHasIsToldWithAGuess() throws {
        let workshop = Workshop()
        let error = try #require(throws: FileProblems.self) {
            try workshop.take(Workshop.sanctions) { $0.schemas = ["Vesel"] }
        }
        #expect(error.description.contains("nothing in it that can be watched"))
        #expect(error.description.hasSuffix("did you mean \"Vessel\"?"))
        let report = try workshop.take(Workshop.sanctions) { $0.schemas = ["Vesel", "Person"] }
        #expect(
            report.warnings.map(\.description) == [
                "in: no entity has this schema (value \"Vesel\"); did you mean \"Vessel\"?"
            ])
    }

    @Test(arguments: ["PERSON", "Person", "person"], ["COMPANY", "company", "Organisation", "ORGANIZATION"])
    func kindsOfATableMayHaveCapitalsOrNot(_ person: String, _ company: String) throws {
        let workshop = Workshop()
        try workshop.take("id,name,kind\na,Aa,\(person)\nb,Bb,\(company)\n")
        #expect(try workshop.list() == ["a\tAa\tperson\t\t\t", "b\tBb\torganisation\t\t\t"])
    }

    @Test(
        arguments: [
            ("http://www.wikidata.org/entity/Q2280", "q2280"), ("https://www.wikidata.org/wiki/Q7", "q7"),
            ("http://www.wikidata.org/entity/Q", "http---www.wikidata.org-entity-q"),
            ("http://example.org/entity/Q7", "http---example.org-entity-q7"),
        ])
    func theAddressOfAWikidataItemMakesItsNumberTheId(_ address: String, _ id: String) {
        #expect(ImportedID.of(address, prefix: "")?.rawValue == id)
    }

    @Test func aLanguageWithoutFormsIsToldAndMakesNone() throws {
        let workshop = Workshop()
        let report = try workshop.take("id,name,kind\na,Бойко Борисов,person\n") { $0.language = "bg" }
        #expect(
            report.warnings.map(\.description)
                == ["--language bg: no forms are known of this language; names match as they are written"])
        let (entries, warnings) = try WatchlistFolder.load(paths: [workshop.target])
        #expect(entries.map(\.entity.inflect) == [.none])
        #expect(warnings.isEmpty)
        #expect(try workshop.take("id,name,kind\na,Aa,person\n") { $0.language = "de" }.warnings.isEmpty)
    }

    @Test func theWorstOrdinaryWordsAreToldAndTheOthersCounted() throws {
        let words = ["the", "and", "with", "from", "this", "have", "they"]
        let rows = words.enumerated().map { "\($0.offset),\($0.element),topic\n" }
        let report = try Workshop().take("id,name,kind\n" + rows.joined()) { $0.isDryRun = true }
        let told = report.noise.warnings
        #expect(told.count == 6)
        #expect(told.first?.hasPrefix("in:2: 0: this is an ordinary English word too: expect ") == true)
        #expect(told.last == "2 more names are ordinary words too; newswatchctl watchlist check tells all")
        #expect(told.allSatisfy(NoiseWarnings.isNoise))
        #expect(!NoiseWarnings.isNoise(EntityRules.withoutForms("inflect", "pt")?.message ?? ""))
    }

    @Test func onlyFilesOfAWatchlistAreReadAsSuch() throws {
        let folder = ScratchFolder()
        let table = folder.write("towns.csv", "id,name,kind\n")
        let error = try #require(throws: FileProblems.self) { try WatchlistFolder.load(paths: [table]) }
        #expect(
            error.description == "\(table): a watchlist file ends in .toml or .tsv; "
                + "newswatchctl watchlist import makes one of a table")
        let missing = try #require(throws: FileProblems.self) { try WatchlistFolder.load(paths: [table + "x"]) }
        #expect(missing.description.contains("No such file"))
    }
}
