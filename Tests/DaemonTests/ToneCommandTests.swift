import FoundationEssentials
import Glibc
import NewswatchModel
import Testing

/// `newswatchctl tone`: lines in, answers out.
@Suite struct ToneCommandTests {
    private let daemon: RunningDaemon

    init() throws { daemon = try RunningDaemon() }

    private func tone(_ lines: [String], _ options: String = "--json") throws -> (status: Int32, lines: [String]) {
        try daemon.write(lines.joined(separator: "\n") + "\n", to: daemon.folder + "/lines")
        let (status, output) = try daemon.run(
            path: "/bin/sh", ["-c", "newswatchctl tone \(options) <\(daemon.folder)/lines 2>/dev/null"])
        return (status, output.split(separator: "\n").map(String.init))
    }

    private let hard =
        #"{"id": "a", "text": "Critics accuse Lukashenko of torture and murder.", "from": 15, "to": 25, "lang": "en"}"#
    private let kind =
        #"{"id": 7, "text": "Everyone praised Zoë Holt for her courage and honesty.", "from": 17, "to": 25}"#

    @Test func answersComeInOrderWithTheirIDs() throws {
        let (status, lines) = try tone([hard, kind, hard])
        #expect(status == 0)
        #expect(lines.count == 3)
        #expect(lines[0] == lines[2])
        #expect(lines[0].contains(#""id":"a","label":-1,"model":"english-encoder@"#), "\(lines[0])")
        #expect(lines[1].contains(#""id":7,"label":1,"#), "\(lines[1])")
    }

    @Test func manyLinesAreAnsweredInOrder() throws {
        let numbered = (0..<300).map { number in
            number % 7 == 3 ? "no line" : hard.replacing("\"a\"", with: "\(number)")
        }
        let (status, lines) = try tone(numbered, "--json --engine fast")
        #expect(status == 2)
        #expect(lines.count == 300)
        for (number, line) in lines.enumerated() {
            let wanted = number % 7 == 3 ? "\"line\":\(number + 1)," : "\"id\":\(number),"
            #expect(line.contains(wanted), "\(line)")
        }
    }

    @Test(arguments: [
        (#"{"id": 1, "text": "abc", "from": 2, "to": 9}"#, "0 ≤ from < to ≤ 3"),
        (#"{"id": 1, "text": "abc", "from": 2, "to": 2}"#, "0 ≤ from < to ≤ 3"),
        (#"{"id": 1, "text": "abc", "from": -1, "to": 2}"#, "0 ≤ from < to ≤ 3"),
        (#"{"id": 1, "text": "abc", "from": 9223372036854775806, "to": 9223372036854775807}"#, "0 ≤ from < to ≤ 3"),
        (#"{"id": 1, "from": 0, "to": 1}"#, "\\\"text\\\" is missing"),
        (#"{"id": 1, "text": "abc", "from": "0", "to": 1}"#, "from is no Int"),
        (#"{"id": 1, "text": "El presidente habló", "from": 3, "to": 13, "lang": "es"}"#, "no tone for this language"),
        ("[]", "is no"), ("", "empty"),
    ])
    func aBadLineIsToldAndTheNextIsAnswered(line: String, message: String) throws {
        let (status, lines) = try tone([line, hard])
        #expect(status == 2)
        try #require(lines.count == 2)
        #expect(lines[0].contains(message) && lines[0].contains(#""type":"error""#), "\(lines[0])")
        #expect(line.isEmpty || line == "[]" || lines[0].contains("\"id\":1"), "\(lines[0])")
        #expect(lines[1].contains("\"label\":-1"))
    }

    @Test func rangesCountCharactersNotOctets() throws {
        let shifted = #"{"text": "«Ж» — Critics accuse Lukashenko of torture.", "from": 21, "to": 31, "lang": "en"}"#
        let wrong = #"{"text": "«Ж» — Critics accuse Lukashenko of torture.", "from": 0, "to": 3, "lang": "en"}"#
        let (status, lines) = try tone([shifted, wrong])
        #expect(status == 0)
        #expect(lines[0].contains("\"label\":-1") && !lines[1].contains("\"label\":-1"), "\(lines)")
    }

    @Test func aLineThatWaitsIsAnsweredBeforeTheNextComes() throws {
        // The second line is only sent when the first answer has come.
        let script = """
            mkfifo \(daemon.folder)/in \(daemon.folder)/out
            newswatchctl tone --json <\(daemon.folder)/in >\(daemon.folder)/out & \
            exec 3>\(daemon.folder)/in 4<\(daemon.folder)/out
            echo '\(hard)' >&3; read first <&4; echo '\(kind)' >&3; read second <&4; exec 3>&-
            echo "$first"; echo "$second"; wait
            """
        let (status, output) = try daemon.run(path: "/bin/sh", ["-c", script])
        #expect(status == 0)
        #expect(output.contains(#""id":"a""#) && output.contains(#""id":7"#), "\(output)")
    }
}

/// WHY, VERIFY and what goes into a score, on a running daemon.
@Suite struct ToneEvidenceTests {
    private func alerts(_ daemon: RunningDaemon, _ count: Int) throws {
        try eventually("\(count) alerts") {
            try daemon.client().request("STATUS").first?.contains("\"alerts\":\(count),") == true
        }
    }

    private func number(_ daemon: RunningDaemon, of entity: String) throws -> String {
        let line = try #require(
            daemon.run("newswatchctl", ["alerts", "--json", "--entity", entity]).output.split(separator: "\n").last)
        let id = try #require(line.firstRange(of: "\"id\":"))
        return String(line[id.upperBound...].prefix { $0.isNumber })
    }

    @Test func whyShowsClauseAndWordsAndVerifyAgrees() throws {
        let daemon = try RunningDaemon().start()
        try daemon.drop(Samples.crackdown, as: "a.txt")
        try alerts(daemon, 2)
        let alert = try number(daemon, of: "lukashenko")
        let why = try daemon.run("newswatchctl", ["why", alert])
        #expect(why.status == 0)
        for part in ["ALERT \(alert)", "over 2 mentions by english-encoder@", "Critics accuse Lukashenko", "negative"] {
            #expect(why.output.contains(part), "\(why.output)")
        }
        let json = try daemon.run("newswatchctl", ["why", alert, "--json"]).output
        for part in [#""clause":{"#, #""source":"model""#, #""low":"#, #""type":"why""#] {
            #expect(json.contains(part), "\(json)")
        }
        let verify = try daemon.run("newswatchctl", ["verify", alert])
        #expect(verify.status == 0)
        #expect(verify.output.contains("agrees") && !verify.output.contains("now "), "\(verify.output)")
    }

    @Test func verifyUsesTheEntitiesAsTheyWereThen() throws {
        let daemon = try RunningDaemon().start()
        try daemon.drop(Samples.crackdown, as: "a.txt")
        try alerts(daemon, 2)
        let alert = try number(daemon, of: "lukashenko")
        try daemon.write(
            "[[entity]]\nid = \"lukashenko\"\nname = \"Somebody Else\"\nkind = \"person\"\n",
            to: daemon.configurationFolder + "/watchlist.d/list.toml")
        #expect(try daemon.run("newswatchctl", ["reload"]).status == 0)
        let verify = try daemon.run("newswatchctl", ["verify", alert])
        #expect(verify.status == 0, "\(verify.output)")
        #expect(try daemon.run("newswatchctl", ["why", alert]).output.contains("Critics accuse Lukashenko"))
    }

    @Test func verifyTellsWhatDiffers() throws {
        let daemon = try RunningDaemon().start()
        try daemon.drop(Samples.crackdown, as: "a.txt")
        try alerts(daemon, 2)
        try eventually("the file is put away") { daemon.files(in: "archive").count == 1 }
        let alert = try number(daemon, of: "lukashenko")
        let file = daemon.spool + "/archive/" + daemon.files(in: "archive")[0]
        try daemon.write(Samples.crackdown.replacing("Critics accuse", with: "Critics praise"), to: file)
        let verify = try daemon.run("newswatchctl", ["verify", alert])
        #expect(verify.status == 1)
        #expect(verify.output.contains("differs") && verify.output.contains("file"), "\(verify.output)")
        unlink(file)
        #expect(try daemon.run("newswatchctl", ["verify", alert]).status == 4)
    }

    @Test func theUsersWordsMoveTheScoreAndAreMarked() throws {
        let words = RunningDaemon.sampleWatchlist + "\ntone-words = { \"river\" = 0.9, \"coming winter\" = 0.1 }\n"
        let daemon = try RunningDaemon(watchlist: words).start()
        try daemon.drop(Samples.visit(1), as: "a.txt")
        try alerts(daemon, 1)
        let alert = try number(daemon, of: "putin")
        let why = try daemon.run("newswatchctl", ["why", alert])
        #expect(why.output.contains("river +0.90") && why.output.contains("coming winter +0.10"), "\(why.output)")
        #expect(why.output.contains("yours") && why.output.contains("+1.00 positive"), "\(why.output)")
        #expect(try daemon.run("newswatchctl", ["verify", alert]).status == 0)
    }

    @Test func wordsForAllCountAfterAReload() throws {
        let daemon = try RunningDaemon().start()
        try daemon.write(
            "[spool]\nsettle-milliseconds = 50\n[tone]\nwords = { \"work*\" = -1 }\n",
            to: daemon.configurationFolder + "/newswatchd.toml")
        #expect(try daemon.run("newswatchctl", ["reload"]).status == 0)
        try daemon.drop(Samples.visit(1), as: "a.txt")
        try alerts(daemon, 1)
        let line = try daemon.run("newswatchctl", ["alerts", "--json"]).output
        #expect(line.contains("\"score\":-1}"), "\(line)")
        let alert = try number(daemon, of: "putin")
        #expect(try daemon.run("newswatchctl", ["verify", alert]).status == 0)
    }

    @Test func verifyAgreesWithManyWordsForAllAndForTheEntity() throws {
        func table(_ stem: String) -> String { (0..<300).map { "\(stem)\($0) = 0.5" }.joined(separator: ", ") }
        let daemon = try RunningDaemon(configuration: "[tone]\nwords = { work = -0.2, \(table("all")) }\n").start()
        let own = (0..<300).flatMap { ["--tone-word", "own\($0)=0.5"] }
        let added = try daemon.run(
            "newswatchctl", ["watchlist", "add", "holt", "--name", "Zoë Holt", "--kind", "person"] + own)
        #expect(added.status == 0)
        try daemon.drop("Visit\n\nThe work of Zoë Holt went on in the town all through the week.\n", as: "a.txt")
        try alerts(daemon, 1)
        let verify = try daemon.run("newswatchctl", ["verify", number(daemon, of: "holt")])
        #expect(verify.status == 0, "\(verify.output)")
    }

    @Test func aFileThatCannotBeReadAgainCostsTheNextOneNothing() throws {
        let daemon = try RunningDaemon(configuration: "[workers]\ncount = 1\n").start()
        try daemon.drop(Samples.crackdown, as: "a.txt")
        try alerts(daemon, 2)
        // A folder where the file was: it opens, and cannot be read.
        let archive = daemon.spool + "/archive"
        let swap = "f=$(find \(archive) -type f | head -n 1); rm \"$f\"; mkdir \"$f\""
        #expect(try daemon.run(path: "/bin/sh", ["-c", swap]).status == 0)
        let alert = try number(daemon, of: "lukashenko")
        let added = try daemon.run(
            "newswatchctl", ["watchlist", "add", "holt", "--name", "Zoë Holt", "--kind", "person"])
        #expect(added.status == 0)
        #expect(try daemon.run("newswatchctl", ["verify", alert]).status != 0)
        try daemon.drop("Visit\n\nThe work of Zoë Holt went on in the town all through the week.\n", as: "b.txt")
        try alerts(daemon, 3)
    }

    @Test func anEngineThatIsOffGivesNoTone() throws {
        let daemon = try RunningDaemon(configuration: "[tone]\nengine = \"off\"\n").start()
        try daemon.drop(Samples.crackdown, as: "a.txt")
        try alerts(daemon, 2)
        let json = try daemon.run("newswatchctl", ["alerts", "--json"]).output
        #expect(!json.contains("\"tone\""), "\(json)")
    }

    @Test func aDamagedModelIsToldAndTheOthersWork() throws {
        let daemon = try RunningDaemon()
        let models = daemon.folder + "/models"
        mkdir(models, 0o700)
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let shipped = root + "/Sources/Tone/Resources"
        #expect(try daemon.run(path: "/bin/sh", ["-c", "cp \(shipped)/*.nwtone \(models)"]).status == 0)
        // Among its weights, which only the hash of the whole file can tell.
        let file = models + "/english-encoder.nwtone"
        #expect(
            try daemon.run(
                path: "/bin/sh", ["-c", "printf xyz | dd of=\(file) bs=1 seek=9000000 conv=notrunc 2>/dev/null"]
            ).status == 0)
        try daemon.write("no model at all", to: models + "/other.nwtone")
        mkfifo(models + "/pipe.nwtone", 0o600)
        try daemon.write(
            "[spool]\nsettle-milliseconds = 50\n[tone]\nmodels = \"\(models)\"\n",
            to: daemon.configurationFolder + "/newswatchd.toml")
        try daemon.start()
        try daemon.drop(Samples.crackdown, as: "a.txt")
        try alerts(daemon, 2)
        let status = try daemon.client().request("STATUS").first ?? ""
        for name in ["english-encoder", "other", "pipe"] {
            #expect(daemon.log.contains("\(name).nwtone"), "\(daemon.log)")
            #expect(status.contains("\(name).nwtone"), "\(status)")
        }
        #expect(status.contains("\"english-convolution@") && status.contains("\"russian-convolution@"), "\(status)")
        let json = try daemon.run("newswatchctl", ["alerts", "--json"]).output
        #expect(json.contains("english-convolution@") && !json.contains("english-encoder@"), "\(json)")
    }

    @Test func anOfflineScanExplainsToo() throws {
        let daemon = try RunningDaemon()
        try daemon.write(Samples.crackdown, to: daemon.folder + "/a.txt")
        let scan = try daemon.run(
            "newswatchctl",
            [
                "scan", "--offline", "--watchlist", daemon.configurationFolder + "/watchlist.d", "--why",
                daemon.folder + "/a.txt",
            ])
        #expect(scan.status == 0)
        #expect(scan.output.contains("\"Critics accuse Lukashenko"), "\(scan.output)")
    }
}
