import FoundationEssentials
import Glibc
import Testing

/// newswatchctl as its user sees it: what it prints and how it ends.
@Suite struct ControlToolTests {
    @Test func itsExitStatusTellsWhatHappened() throws {
        let daemon = try RunningDaemon()
        let path = daemon.folder + "/article.txt"
        try daemon.write(Samples.crackdown, to: path)
        func status(_ arguments: String...) throws -> Int32 { try daemon.run("newswatchctl", arguments).status }
        #expect(try status("ping") == 3)
        try daemon.start()
        #expect(try status("ping") == 0)
        #expect(try status("frobnicate") == 2)
        #expect(try status("alert", "99") == 4)
        #expect(try status("alerts", "--entity", "lukashenka") == 4)
        #expect(try status("scan", daemon.folder + "/nothing") == 4)
        #expect(try status("scan", path) == 0)
        #expect(try status("scan", "--check", path) == 1)
        #expect(try status("watchlist", "remove", "putin") == 5)
        #expect(try status("--version") == 0)
    }

    @Test func aHungDaemonIsToldAfterTenSeconds() throws {
        let daemon = try RunningDaemon().start()
        kill(daemon.pid, SIGSTOP)
        defer { kill(daemon.pid, SIGCONT) }
        let (status, output) = try daemon.run("newswatchctl", ["ping"])
        #expect(status == 6)
        #expect(output.contains("no answer from newswatchd in 10 s"))
    }

    @Test func resultsThatCannotBeWrittenAreNoSuccess() throws {
        let daemon = try RunningDaemon().start()
        let (status, output) = try daemon.run("newswatchctl", ["status"], standardOutput: "/dev/full")
        #expect(status == 70)
        #expect(output.contains("No space left on device"))
    }

    @Test func alertsWithAPlaceToBeginAreAllOfThem() throws {
        let daemon = try RunningDaemon().start()
        for number in 1...130 { try daemon.drop(Samples.visit(number), as: "\(number).txt") }
        try eventually("130 alerts") {
            try daemon.client().request("STATUS").first?.contains("\"alerts\":130,") == true
        }
        func lines(_ arguments: String...) throws -> [Substring] {
            let (status, output) = try daemon.run("newswatchctl", ["alerts", "--json"] + arguments)
            #expect(status == 0)
            return output.split(separator: "\n")
        }
        #expect(try lines("--since", "1d").count == 130)
        #expect(try lines("--since", "today").count == 130 || lines("--since", "yesterday").count == 130)
        #expect(try lines("--after-cursor", "10").count == 120)
        let last = try lines()
        #expect(last.count == 101)
        #expect(last.contains { $0.contains("there are more") })
    }

    @Test func aFileNameSteersNoTerminalAndNoShell() throws {
        let daemon = try RunningDaemon().start()
        let path = daemon.folder + "/my $(name)\u{1B}[31m\nx.pdf"
        try daemon.write("%PDF-1.7\nnothing\n", to: path)
        #expect(try daemon.run("newswatchctl", ["submit", path]).status == 2)
        try daemon.write("%PDF-1.7\nnothing\n", to: daemon.folder + "/my $(name).pdf")
        let submitted = try daemon.run("newswatchctl", ["submit", daemon.folder + "/my $(name).pdf"])
        #expect(submitted.status == 0)
        try eventually("it is in quarantine") { daemon.files(in: "quarantine").count == 2 }
        let files = try daemon.run("newswatchctl", ["files", "--state", "quarantined"]).output
        #expect(files.contains("newswatchctl retry 1\n"), "\(files)")
        #expect(!files.contains("\u{1B}"))
    }

    @Test func scanTellsAFileThatIsNoArticleInJSONToo() throws {
        let daemon = try RunningDaemon().start()
        try daemon.write("", to: daemon.folder + "/empty.txt")
        let list = daemon.configurationFolder + "/watchlist.d"
        for arguments in [["scan", "--json"], ["scan", "--json", "--offline", "--watchlist", list]] {
            let (status, output) = try daemon.run("newswatchctl", arguments + [daemon.folder + "/empty.txt"])
            #expect(status == 2)
            #expect(output.contains("\"type\":\"error\""))
        }
    }

    @Test func aDaemonOfOnesOwnJustRunsWithoutAnyFile() throws {
        let daemon = try RunningDaemon()
        try FileManager.default.removeItem(atPath: daemon.folder + "/config")
        try daemon.start()
        #expect(try daemon.run("newswatchctl", ["status"]).output.contains("0 entities"))
        let (status, output) = try daemon.run("newswatchctl", ["watchlist", "check"])
        #expect(status == 0)
        #expect(output.contains(daemon.configurationFolder + "/watchlist.d"))
    }
}
