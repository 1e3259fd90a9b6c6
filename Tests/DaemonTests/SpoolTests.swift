import CLinux
import FoundationEssentials
import Glibc
import Testing

@Suite struct SpoolTests {
    @Test func aFileRenamedInBecomesAnAlertAndGoesToTheArchive() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        #expect(try client.request("SUBSCRIBE").last == "OK seq=0")
        try daemon.drop(Samples.crackdown, as: "march.txt")
        let first = try client.alert()
        #expect(first.contains("\"entity\":\"lukashenko\""))
        #expect(first.contains("\"file\":\"march.txt\""))
        #expect(first.contains("\"mentions\":2"))
        let second = try client.alert()
        #expect(second.contains("\"entity\":\"putin\""))
        try eventually("the file is in the archive") {
            daemon.files(in: "archive").contains { $0.hasSuffix("-march.txt") }
        }
        #expect(daemon.files(in: "work").isEmpty)
        #expect(daemon.files(in: "in").isEmpty)
    }

    @Test func aFileWrittenInPlaceIsTakenWhenItHasSettled() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        _ = try client.request("SUBSCRIBE")
        let descriptor = open(daemon.incoming + "/slow.txt", O_WRONLY | O_CREAT, 0o644)
        let half = Array(Samples.crackdown.utf8.prefix(150))
        let rest = Array(Samples.crackdown.utf8.dropFirst(150))
        #expect(write(descriptor, half, half.count) == half.count)
        #expect(write(descriptor, rest, rest.count) == rest.count)
        close(descriptor)
        #expect(try client.alert().contains("\"mentions\":2"))
    }

    @Test func unfinishedNamesAreLeftAlone() throws {
        let daemon = try RunningDaemon().start()
        for name in [".hidden", "a.part", "b.tmp", "c.swp", "d~"] { try daemon.drop(Samples.harvest, as: name) }
        try daemon.drop(Samples.visit(1), as: "done.txt")
        try eventually("the good file is read") { daemon.files(in: "archive").count == 1 }
        #expect(daemon.files(in: "in") == [".hidden", "a.part", "b.tmp", "c.swp", "d~"])
        // One that nobody has written to for long is told.
        let long = timeval(tv_sec: time(nil) - 4000, tv_usec: 0)
        utimes(daemon.incoming + "/a.part", [long, long])
        try eventually("it is told") {
            try daemon.client().request("STATUS").first?.contains("\"abandoned\":1,") == true
        }
        #expect(try daemon.run("newswatchctl", ["doctor"]).output.contains("under a temporary name for over an hour"))
    }

    @Test func theSameBytesAgainAreADuplicateWithoutAnAlert() throws {
        let daemon = try RunningDaemon().start()
        for name in ["one.txt", "two.txt", "three.txt"] { try daemon.drop(Samples.crackdown, as: name) }
        try eventually("all three are put away") { daemon.files(in: "archive").count == 3 }
        let client = try daemon.client()
        #expect(try client.request("ALERTS").last == "OK count=2")
        #expect(try client.request("ARTICLES").last == "OK count=1")
        #expect(try client.request("FILES state=duplicate").last == "OK count=2")
    }

    @Test func aFolderInTheSpoolNamesTheSource() throws {
        let daemon = try RunningDaemon().start()
        mkdir(daemon.incoming + "/agency", 0o700)
        try daemon.drop(Samples.visit(1), as: "a.txt", source: "agency")
        let client = try daemon.client()
        try eventually("the file is read") { daemon.files(in: "archive").count == 1 }
        let files = try client.request("FILES")
        #expect(files.first?.contains("\"source\":\"agency\"") == true)
        #expect(files.first?.contains("\"name\":\"a.txt\"") == true)
    }

    @Test func whatIsNoRegularFileGoesToQuarantineWithTheReason() throws {
        let daemon = try RunningDaemon().start()
        symlink("/etc/passwd", daemon.incoming + "/link.txt")
        mkfifo(daemon.incoming + "/pipe.txt", 0o644)
        try daemon.write(Samples.harvest, to: daemon.folder + "/other-name")
        link(daemon.folder + "/other-name", daemon.incoming + "/hard.txt")
        try daemon.drop(Samples.visit(1), as: "good.txt")
        try eventually("three are in quarantine") { daemon.files(in: "quarantine").count == 6 }
        try eventually("the good one is read") { daemon.files(in: "archive").count == 1 }
        let reasons = daemon.files(in: "quarantine").filter { $0.hasSuffix(".why") }.map {
            (try? String(contentsOfFile: daemon.spool + "/quarantine/" + $0, encoding: .utf8)) ?? ""
        }
        #expect(reasons.filter { $0.contains("\"reason\":\"not-regular\"") }.count == 2)
        #expect(reasons.filter { $0.contains("\"reason\":\"hard-linked\"") }.count == 1)
    }

    @Test func anUnknownFormatGoesToQuarantineWithItsType() throws {
        let daemon = try RunningDaemon().start()
        try daemon.drop("%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n", as: "report.pdf")
        try eventually("it is in quarantine") { daemon.files(in: "quarantine").count == 2 }
        let files = try daemon.client().request("FILES state=quarantined")
        #expect(files.first?.contains("\"reason\":\"unsupported-format\"") == true)
        #expect(files.first?.contains("application/pdf") == true)
    }

    @Test func aNameOf255OctetsIsKeptWholeInTheArchive() throws {
        let daemon = try RunningDaemon().start()
        let name = String(repeating: "ж", count: 125) + ".txt"
        try daemon.drop(Samples.visit(1), as: name)
        try eventually("it is read") { daemon.files(in: "archive").count == 1 }
        #expect(try daemon.client().request("FILES").first?.contains("\"name\":\"\(name)\"") == true)
    }

    @Test func aNameThatIsNoUTF8IsTaken() throws {
        let daemon = try RunningDaemon().start()
        try daemon.write(Samples.visit(1), to: daemon.folder + "/plain")
        let target = Array((daemon.incoming + "/").utf8).map { CChar(bitPattern: $0) } + [-1, -2, 10, 97, 0]
        #expect(rename(daemon.folder + "/plain", target) == 0)
        try eventually("it is read") { daemon.files(in: "archive").count == 1 }
    }

    @Test func aQuarantinedFileCanBeTriedAgain() throws {
        let daemon = try RunningDaemon(configuration: "[workers]\ncount = 1\n").start(
            extra: ["NEWSWATCH_READER_FAULT=crash:factory number 7"])
        try daemon.drop(Samples.visit(7), as: "bad.txt")
        try eventually("it is in quarantine") { daemon.files(in: "quarantine").count == 2 }
        daemon.stop()
        try daemon.start()
        let name = try #require(daemon.files(in: "quarantine").first { !$0.hasSuffix(".why") })
        #expect(try daemon.client().request("RETRY \(name)").last == "OK id=\(name)")
        try eventually("it is read now") { daemon.files(in: "archive").count == 1 }
        #expect(daemon.files(in: "quarantine").isEmpty)
    }

    @Test func aFloodOfRenamedFilesDoesNotSettleAndAFollowerFarBehindGetsItAll() throws {
        // Whatever has to settle is not there before the test fails.
        let daemon = try RunningDaemon(configuration: "[control]\nidle = 60\n", settleMilliseconds: 60_000).start()
        let count = 3500
        let sleeper = try daemon.client()
        #expect(try sleeper.request("SUBSCRIBE").last == "OK seq=0")
        for number in 1...count { try daemon.drop(Samples.visit(number), as: "\(number).txt") }
        try eventually("all are put away") { daemon.files(in: "archive").count == count }
        let client = try daemon.client()
        #expect(try client.request("SUBSCRIBE since=0").last == "OK seq=\(count)")
        // More than the output limit waits for a client that is slow to read.
        usleep(300_000)
        for sequence in 1...count { #expect(try client.alert().contains("\"seq\":\(sequence),")) }
        // One who does not read at all is let go, and told the last alert that he has got.
        var (got, resume) = (0, -1)
        while let line = try sleeper.line() {
            if line.contains("\"type\":\"alert\"") { got += 1 }
            if line.contains("\"type\":\"lagged\"") {
                resume = Int(line.drop { !$0.isNumber }.prefix { $0.isNumber }) ?? -1
            }
        }
        #expect(got > 1000 && got < count && resume == got, "\(got) \(resume)")
    }

    @Test func aFileThatIsStillWrittenSettlesForItsWholeTime() throws {
        let daemon = try RunningDaemon(settleMilliseconds: 1500).start()
        // Another file's settling is under way, and must not end this one's early.
        try daemon.write(Samples.visit(1), to: daemon.incoming + "/early.txt")
        usleep(1_300_000)
        try daemon.write(Samples.visit(2), to: daemon.incoming + "/late.txt")
        usleep(700_000)
        #expect(daemon.files(in: "in") == ["late.txt"])
        try eventually("it is taken") { daemon.files(in: "archive").count == 2 }
    }

    @Test func aSourceFolderMayBeMadeAnew() throws {
        let daemon = try RunningDaemon().start()
        for number in 1...2 {
            mkdir(daemon.incoming + "/agency", 0o700)
            try daemon.drop(Samples.visit(number), as: "\(number).txt", source: "agency")
            try eventually("file \(number) is read") { daemon.files(in: "archive").count == number }
            rmdir(daemon.incoming + "/agency")
        }
    }

    @Test func aSourceFolderThatWasMovedAwayIsNotTheOneThatHasItsName() throws {
        let daemon = try RunningDaemon().start()
        mkdir(daemon.incoming + "/agency", 0o700)
        try daemon.drop(Samples.visit(1), as: "1.txt", source: "agency")
        try eventually("it is read") { daemon.files(in: "archive").count == 1 }
        rename(daemon.incoming + "/agency", daemon.folder + "/old-agency")
        mkdir(daemon.incoming + "/agency", 0o700)
        try daemon.drop(Samples.visit(2), as: "2.txt", source: "agency")
        try daemon.write(Samples.visit(3), to: daemon.folder + "/old-agency/3.txt")
        try eventually("the new folder is watched") { daemon.files(in: "archive").count == 2 }
        #expect(access(daemon.folder + "/old-agency/3.txt", F_OK) == 0)
    }

    @Test func whatCannotBePutAwayIsToldAndPutAwayLater() throws {
        let daemon = try RunningDaemon().start()
        let year = String(1900 + Self.year())
        try daemon.write("in the way", to: daemon.spool + "/archive/" + year)
        try daemon.drop(Samples.visit(1), as: "1.txt")
        let client = try daemon.client()
        try eventually("it is told") {
            try client.request("STATUS").first?.contains("cannot be moved out of work") == true
        }
        try daemon.drop(Samples.visit(2), as: "2.txt")
        #expect(daemon.files(in: "work").count == 1)
        unlink(daemon.spool + "/archive/" + year)
        try eventually("both are put away") {
            daemon.files(in: "archive").count == 2 && daemon.files(in: "work").isEmpty
        }
        #expect(try client.request("STATUS").first?.contains("\"state\":\"running\"") == true)
        #expect(try client.request("ALERTS").last == "OK count=2")
    }

    private static func year() -> Int32 {
        var (now, parts) = (time(nil), tm())
        gmtime_r(&now, &parts)
        return parts.tm_year
    }
}
