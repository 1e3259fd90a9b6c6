import Glibc
import NewswatchModel
import Testing

@testable import WatchlistFiles

/// What an import does to the list that was there.
@Suite struct ListReplacementTests {
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
        #expect(try workshop.take(Workshop.sanctions).isWritten)
        var (before, after) = (stat(), stat())
        stat(workshop.target, &before)
        #expect(before.st_mode & 0o777 == 0o644)
        #expect(try !workshop.take(Workshop.sanctions).isWritten)
        stat(workshop.target, &after)
        #expect(before.st_ino == after.st_ino)
    }

    @Test func aDryRunTellsAllAndWritesNothing() throws {
        let workshop = Workshop()
        try workshop.take(Workshop.sanctions)
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
        try workshop.take(Workshop.sanctions)
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
        try workshop.take(Workshop.sanctions)
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
        let error = try #require(throws: ListShrinkage.self) { try workshop.take(cut) }
        #expect(error.description.contains("11 of its 20 entities would go"))
        #expect(error.gone.map(\.id) == (9..<20).map { "e\($0)" }.sorted())
        #expect(error.more == 0)
        #expect(try workshop.text() == before)
        #expect(try workshop.take("id,name,kind\n" + rows.prefix(10).joined()).gone == 10)
        try workshop.take("id,name,kind\n" + rows.joined())
        #expect(try workshop.take(cut) { $0.isForced = true }.gone == 11)
    }

    @Test func aListWithErrorsIsReplacedOnlyWhenForced() throws {
        let workshop = Workshop()
        workshop.folder.write("l.tsv", Self.marker + "id\tname\tkind\nX\tX\tperson\n")
        let error = try #require(throws: FileProblems.self) { try workshop.take(Workshop.sanctions) }
        #expect(error.problems.first?.line == 3)
        #expect(try workshop.take(Workshop.sanctions) { $0.isForced = true }.isWritten)
    }

    private static let marker = String(decoding: ListMarker.line(.csv), as: UTF8.self)

    @Test(arguments: ["", "id\tname\tkind\nx\tX\tperson\n", "# From my desk\nid\tname\tkind\nx\tX\tperson\n"])
    func aListThatSomebodyWroteIsReplacedOnlyWhenForced(_ text: String) throws {
        let workshop = Workshop()
        workshop.folder.write("l.tsv", text)
        for isDryRun in [true, false] {
            let error = try #require(throws: FileProblems.self) {
                try workshop.take(Workshop.sanctions) { $0.isDryRun = isDryRun }
            }
            #expect(error.description.hasPrefix("\(workshop.target): somebody wrote this list: "))
            #expect(error.description.contains("--force"))
        }
        #expect(try workshop.text() == text)
        #expect(try workshop.take(Workshop.sanctions) { $0.isForced = true }.isWritten)
        // From then on it is the import's.
        #expect(try !workshop.take(Workshop.sanctions).isWritten)
    }

    @Test func mergedAliasesOfSeveralLanguagesDoNotCountAsAChangeTheNextTime() throws {
        let workshop = Workshop()
        let text = "id,name,kind,aliases,aliases:ru\nq1,Aa,place,Bb,Ба\nq1,Cc,place,Dd,Да\n"
        try workshop.take(text)
        #expect(try workshop.list() == ["q1\tAa\tplace\tBb | Cc | Dd\tБа | Да\t\t"])
        #expect(try workshop.take(text).unchanged == 1)
    }

    @Test func aListThatWasEditedOutOfOrderIsCompared() throws {
        let workshop = Workshop()
        workshop.folder.write("l.tsv", Self.marker + "name\tid\tkind\nBb\tb\tperson\nAa\ta\tperson\n")
        let report = try workshop.take("id,name,kind\na,Aa,person\nb,Bb,person\n")
        #expect(report.unchanged == 2)
    }
}
