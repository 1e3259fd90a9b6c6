import FoundationEssentials
import Glibc
import Testing

/// newswatchctl watchlist import as its user sees it.
@Suite struct ImportCommandTests {
    private static let table = """
        id,schema,name,aliases,birth_date
        Q7,Person,Mara Velin,Мара Велин,1961
        Q8,Company,Velin Shipping,,
        Q9,Vessel,Sea Lark,,

        """

    /// Imports the file at `path` into the daemon's watchlist.
    private func take(_ daemon: RunningDaemon, _ path: String, _ arguments: String...) throws -> (
        status: Int32, output: String
    ) {
        let folder = daemon.configurationFolder + "/watchlist.d"
        return try daemon.run("newswatchctl", ["watchlist", "import", path, "--into", folder] + arguments)
    }

    private func list(_ daemon: RunningDaemon, _ name: String = "sanctions") -> String? {
        try? String(contentsOfFile: "\(daemon.configurationFolder)/watchlist.d/\(name).tsv", encoding: .utf8)
    }

    private func leftOver(_ daemon: RunningDaemon) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: daemon.configurationFolder + "/watchlist.d")
            .filter { $0.hasPrefix(".") }
    }

    @Test func anImportedListIsInForceAtOnce() throws {
        let daemon = try RunningDaemon().start()
        let path = daemon.folder + "/sanctions.csv"
        try daemon.write(Self.table, to: path)
        let (status, output) = try take(daemon, path)
        #expect(status == 0, "\(output)")
        #expect(output.contains("sanctions.csv: read as opensanctions"))
        #expect(output.contains("schema Vessel not taken"))
        #expect(output.contains("sanctions.tsv: 2 entities, 3 names: 2 new, 0 changed, 0 gone, 0 unchanged"))
        #expect(output.contains("in force: watchlist v2 (4 entities)"))
        let shown = try daemon.run("newswatchctl", ["watchlist", "show", "q7"]).output
        #expect(shown.contains("watchlist.d/sanctions.tsv:3"))
        try daemon.write("Мара Велин sold her ships.\n", to: daemon.folder + "/note.txt")
        #expect(try daemon.run("newswatchctl", ["scan", "--check", daemon.folder + "/note.txt"]).status == 1)
    }

    @Test func aListThatIsWrittenAndNotInForceComesIntoForceByTheNextImport() throws {
        let daemon = try RunningDaemon().start()
        let path = daemon.folder + "/sanctions.csv"
        try daemon.write(Self.table, to: path)
        #expect(try take(daemon, path, "--no-reload").output.contains("in force") == false)
        #expect(try take(daemon, path, "--no-reload").output.contains("in force") == false)
        #expect(try take(daemon, path, "--dry-run").output.contains("in force") == false)
        let broken = daemon.configurationFolder + "/watchlist.d/other.toml"
        try daemon.write("[[entity]]\nid = \"x\"\n", to: broken)
        let (status, output) = try take(daemon, path)
        #expect(status == 2)
        #expect(output.contains("nothing changed, nothing written"))
        #expect(output.contains("the list was not read again: "), "\(output)")
        #expect(output.contains("other.toml:1"))
        try FileManager.default.removeItem(atPath: broken)
        let mended = try take(daemon, path)
        #expect(mended.status == 0)
        #expect(mended.output.contains("nothing changed, nothing written"))
        #expect(mended.output.contains("in force: watchlist v2 (4 entities)"))
    }

    @Test func aFolderThatTheDaemonDoesNotReadIsNotCalledInForce() throws {
        let daemon = try RunningDaemon().start()
        let (path, folder) = (daemon.folder + "/sanctions.csv", daemon.folder + "/lists")
        try daemon.write(Self.table, to: path)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        for begin in ["written to", "it stands in"] {
            let (status, output) = try daemon.run("newswatchctl", ["watchlist", "import", path, "--into", folder])
            #expect(status == 0)
            #expect(output.contains("\(begin) \(folder), which newswatchd does not read"), "\(output)")
            #expect(!output.contains("in force"))
        }
        // The same entities in the daemon's folder are no sign that it reads the other.
        #expect(try take(daemon, path).output.contains("in force"))
        #expect(
            try daemon.run("newswatchctl", ["watchlist", "import", path, "--into", folder]).output
                .contains("it stands in"))
    }

    @Test func liveEditsThatHideAChangeAreTold() throws {
        let daemon = try RunningDaemon().start()
        let path = daemon.folder + "/names.csv"
        let rows = (0..<50).map { "e\($0 + 100),Person Number \($0),person\n" }
        try daemon.write("id,name,kind\n" + rows.joined(), to: path)
        #expect(try take(daemon, path).status == 0)
        for number in 0..<24 {
            let edit = ["watchlist", "add", "e\(number + 100)", "--name", "Edited Person", "--kind", "person", "--set"]
            #expect(try daemon.run("newswatchctl", edit).status == 0)
        }
        // The first and the last edited one are gone, and the others changed but for one.
        let changed = rows[1..<22].map { $0.replacing("Number", with: "No.") }
        try daemon.write("id,name,kind\n" + changed.joined() + rows[22] + rows[24...].joined(), to: path)
        let (status, output) = try take(daemon, path)
        #expect(status == 0)
        #expect(output.contains("warning: e100: it is gone from "), "\(output)")
        #expect(output.contains("sanctions.tsv") == false)
        #expect(
            output.contains("has changed, and the live edit that covers it stays in force; newswatchctl watchlist "))
        #expect(output.contains("remove e101 ends that"))
        #expect(output.split(separator: "\n").count { $0.hasSuffix(" ends that") } == 20)
        #expect(output.contains("warning: 3 more changes are covered by live edits\n"))
        #expect(try take(daemon, path).output.contains("live edit") == false)
    }

    @Test func ordinaryWordsOfTheListAreToldAndNotThoseOfOthers() throws {
        let daemon = try RunningDaemon(
            watchlist: RunningDaemon.sampleWatchlist
                + "\n[[entity]]\nid = \"now\"\nname = \"now\"\nkind = \"topic\"\n"
        ).start()
        let path = daemon.folder + "/words.csv"
        try daemon.write("id,name,kind\nw1,with,topic\nw2,Mara Velin,person\n", to: path)
        let told = "warning: \(path):2: w1: this is an ordinary English word too"
        #expect(try take(daemon, path, "--dry-run").output.contains(told))
        let output = try take(daemon, path).output
        #expect(output.split(separator: "\n").count { $0.contains("ordinary") } == 1, "\(output)")
        #expect(output.contains(told))
        #expect(try take(daemon, path).output.contains("ordinary") == false)
    }

    @Test func aListThatWouldShrinkOrThatSomebodyWroteIsNamedAndKept() throws {
        let daemon = try RunningDaemon()
        let path = daemon.folder + "/names.csv"
        let rows = (0..<60).map { "e\($0 + 100),Person Number \($0),person\n" }
        try daemon.write("id,name,kind\n" + rows.joined(), to: path)
        #expect(try take(daemon, path, "--no-reload").status == 0)
        try daemon.write("id,name,kind\n" + rows[..<10].joined(), to: path)
        let (status, output) = try take(daemon, path, "--no-reload")
        #expect(status == 2)
        #expect(output.contains("50 of its 60 entities would go"))
        #expect(output.contains("\n gone  e110  Person Number 10\n"))
        #expect(output.contains("\n gone  e129  Person Number 29\n and 30 more; --report FILE keeps them all\n"))
        let own = daemon.configurationFolder + "/watchlist.d/own.tsv"
        try daemon.write("id\tname\tkind\nx\tX x\tperson\n", to: own)
        let refused = try take(daemon, path, "--no-reload", "--as", "own")
        #expect(refused.status == 2)
        #expect(refused.output.contains("\(own): somebody wrote this list"))
        #expect(try take(daemon, path, "--no-reload", "--as", "own", "--id-prefix", "x", "--force").status == 0)
    }

    @Test func importedAgainItTellsTheDifferenceAndNothingElse() throws {
        let daemon = try RunningDaemon().start()
        let path = daemon.folder + "/sanctions.csv"
        try daemon.write(Self.table, to: path)
        #expect(try take(daemon, path).status == 0)
        #expect(try take(daemon, path).output.contains("nothing changed, nothing written"))
        try daemon.write(Self.table.replacing("Мара Велин", with: "M. Velin"), to: path)
        let report = daemon.folder + "/report.tsv"
        let (status, output) = try take(daemon, path, "--report", report)
        #expect(status == 0)
        #expect(output.contains("+M. Velin; -Мара Велин"))
        #expect(output.contains("0 new, 1 changed, 0 gone, 1 unchanged"))
        let lines = try String(contentsOfFile: report, encoding: .utf8).split(separator: "\n")
        #expect(
            lines == [
                "what\tline\tid\tname\tdetail", "dropped-entity\t4\tQ9\tSea Lark\tschema Vessel not taken",
                "changed\t2\tq7\tMara Velin\t+M. Velin; -Мара Велин",
            ])
    }

    @Test func aDryRunWritesNothing() throws {
        let daemon = try RunningDaemon().start()
        let path = daemon.folder + "/sanctions.csv"
        try daemon.write(Self.table, to: path)
        let (status, output) = try take(daemon, path, "--dry-run")
        #expect(status == 0)
        #expect(output.contains("2 new"))
        #expect(output.contains("not written: a dry run"))
        #expect(list(daemon) == nil)
        #expect(try leftOver(daemon) == [])
    }

    @Test func aBadFileIsToldByLineAndColumnAndLeavesTheList() throws {
        let daemon = try RunningDaemon()
        let path = daemon.folder + "/sanctions.csv"
        try daemon.write(Self.table, to: path)
        #expect(try take(daemon, path, "--no-reload").status == 0)
        let before = list(daemon)
        try daemon.write(Self.table + "Q10,Person,\"Ilya,,\n", to: path)
        let (status, output) = try take(daemon, path)
        #expect(status == 2)
        #expect(output.contains("\(path):5:12: a quote is opened here and never closed"))
        #expect(list(daemon) == before)
        #expect(try leftOver(daemon) == [])
    }

    @Test func withoutADaemonTheListIsWrittenAndTheUserTold() throws {
        let daemon = try RunningDaemon()
        let path = daemon.folder + "/towns.txt"
        try daemon.write("Brest\nGrodno\n", to: path)
        let (status, output) = try take(daemon, path, "--kind", "place", "--tag", "town", "--as", "places")
        #expect(status == 0)
        #expect(output.contains("it reads the list when it starts"))
        #expect(
            list(daemon, "places")?.hasSuffix("brest\tBrest\tplace\t\ttown\t\ngrodno\tGrodno\tplace\t\ttown\t\n")
                == true)
        #expect(
            try take(daemon, path, "--kind", "place", "--as", "places", "--no-reload").output.contains("starts")
                == false)
    }

    @Test func jsonTellsTheCountsInOneObject() throws {
        let daemon = try RunningDaemon()
        let path = daemon.folder + "/sanctions.csv"
        try daemon.write(Self.table, to: path)
        let (status, output) = try take(daemon, path, "--json", "--no-reload")
        #expect(status == 0)
        struct Imported: Decodable {
            let type: String
            let format: String
            let entities: Int
            let droppedEntities: [String: Int]
            let written: Bool
        }
        let item = try JSONDecoder().decode(Imported.self, from: Data(output.utf8))
        #expect(item.type == "imported")
        #expect(item.format == "opensanctions")
        #expect(item.entities == 2)
        #expect(item.droppedEntities == ["schema not taken": 1])
        #expect(item.written)
    }

    @Test(arguments: [
        (["--map", "name"], "give COLUMN=KEY"), (["--map", "name=nme"], "the key is id, name, kind"),
        (["--map", "Name=name"], "did you mean \"name\"?"), (["--delimiter", "ab"], "one character"),
        (["--as", "A b"], "no name of a list"), (["--tag", "a b"], "no tag"),
        (["--language", "Russian"], "no language"),
        (["--id-prefix", "A"], "begins no id"), (["--schema", "Pet"], "nothing in it that can be watched"),
    ])
    func wrongUsageIsToldWithACure(_ arguments: [String], _ message: String) throws {
        let daemon = try RunningDaemon()
        let path = daemon.folder + "/sanctions.csv"
        try daemon.write(Self.table, to: path)
        let folder = daemon.configurationFolder + "/watchlist.d"
        let (status, output) = try daemon.run(
            "newswatchctl", ["watchlist", "import", path, "--into", folder] + arguments)
        #expect(status == 2)
        #expect(output.contains(message), "\(output)")
        #expect(list(daemon) == nil)
    }

    @Test func anInterruptLeavesTheListAndNothingBeside() throws {
        let daemon = try RunningDaemon()
        let path = daemon.folder + "/sanctions.csv"
        try daemon.write(Self.table, to: path)
        #expect(try take(daemon, path, "--no-reload").status == 0)
        let before = list(daemon)
        // A pipe that nobody writes to: the import waits for it.
        let pipe = daemon.folder + "/pipe"
        mkfifo(pipe, 0o600)
        let folder = daemon.configurationFolder + "/watchlist.d"
        let (status, output) = try daemon.run(
            path: "/bin/bash",
            [
                "-c",
                "exec 3<>'\(pipe)'; newswatchctl watchlist import - --as sanctions --into '\(folder)' <'\(pipe)' & "
                    + "echo 'id,schema,name,aliases' >&3; "
                    // It holds signals back from the begin of its work on.
                    + "until grep -q '^SigBlk:.*[1-9a-f]' /proc/$!/status; do :; done; kill -TERM $!; wait $!",
            ])
        #expect(status == 128 + SIGTERM)
        #expect(output.contains("interrupted; the list is as it was"))
        #expect(list(daemon) == before)
        #expect(try leftOver(daemon) == [])
    }

    @Test func aFolderThatMayNotBeWrittenIsToldWithACure() throws {
        let daemon = try RunningDaemon()
        let path = daemon.folder + "/sanctions.csv"
        try daemon.write(Self.table, to: path)
        let (status, output) = try daemon.run("newswatchctl", ["watchlist", "import", path, "--into", "/nonexistent"])
        #expect(status == 2)
        #expect(output.contains("/nonexistent: it cannot be written to: No such file or directory"))
    }
}
