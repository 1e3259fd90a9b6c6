import CLinux
import Glibc
import Testing

@Suite struct RecoveryTests {
    /// Every crash point of the spool's way, each seen hit by the exit status that it alone has.
    @Test(arguments: ["C0", "C1", "C2", "C3", "C4", "C5"])
    func nothingIsLostOrDoubledByAnEndAtEachCrashPoint(_ point: String) throws {
        let daemon = try RunningDaemon().start()
        daemon.stop()
        for number in 1...30 { try daemon.drop(Samples.visit(number), as: "visit-\(number).txt") }
        try daemon.start(extra: ["NEWSWATCH_CRASH=\(point)"], waits: false)
        let status = daemon.waitForEnd()
        #expect(nw_exited(status) != 0 && nw_exit_status(status) == 86, "the crash point was not hit: \(daemon.log)")
        try daemon.start()
        try expectAllThere(daemon, count: 30)
    }

    @Test func nothingIsLostOrDoubledByKillsUnderLoad() throws {
        let daemon = try RunningDaemon().start()
        for round in 0..<5 {
            for number in 1...40 {
                try daemon.drop(Samples.visit(round * 40 + number), as: "visit-\(round)-\(number).txt")
            }
            // The moment differs from round to round; whatever it hits must hold.
            usleep(UInt32(round) * 15_000)
            daemon.stop(SIGKILL)
            try daemon.start()
        }
        try expectAllThere(daemon, count: 200)
    }

    @Test func aCleanStopBlamesNoFile() throws {
        let daemon = try RunningDaemon(configuration: "[workers]\ncount = 1\ndeadline-milliseconds = 60000\n")
        for _ in 0..<4 {
            try daemon.start(extra: ["NEWSWATCH_READER_FAULT=hang:factory number 7 "])
            if daemon.files(in: "work").isEmpty { try daemon.drop(Samples.visit(7), as: "visit.txt") }
            try eventually("a worker has it") {
                try daemon.client().request("STATUS").first?.contains("\"busy\":true") == true
            }
            daemon.stop()
        }
        try daemon.start()
        try expectAllThere(daemon, count: 1)
    }

    private func expectAllThere(_ daemon: RunningDaemon, count: Int) throws {
        try eventually("\(count) files are in the archive") { daemon.files(in: "archive").count == count }
        #expect(daemon.files(in: "work").isEmpty)
        #expect(daemon.files(in: "in").isEmpty)
        #expect(daemon.files(in: "quarantine").isEmpty)
        let client = try daemon.client()
        #expect(try client.request("FILES limit=10000").last == "OK count=\(count)")
        #expect(try client.request("ARTICLES limit=10000").last == "OK count=\(count)")
        #expect(try client.request("ALERTS limit=10000").last == "OK count=\(count)")
    }

    @Test func aSubmissionThatWasCutOffIsClearedAway() throws {
        let daemon = try RunningDaemon().start()
        daemon.stop()
        let cutOff = ".01M87WEVXC7Z2G9DTDHM9RG4JY-half.txt"
        try daemon.write("half of", to: daemon.spool + "/work/" + cutOff)
        try daemon.write("somebody's", to: daemon.spool + "/work/notes")
        try daemon.start()
        #expect(daemon.files(in: "work") == ["notes"])
        #expect(daemon.log.contains("work/notes"))
    }

    @Test func aNameThatBeginsWithAMarkIsKnownAgain() throws {
        let daemon = try RunningDaemon().start()
        daemon.stop()
        try daemon.drop(Samples.visit(1), as: "\u{301}accent.txt")
        try daemon.start(extra: ["NEWSWATCH_CRASH=C0"], waits: false)
        #expect(nw_exit_status(daemon.waitForEnd()) == 86)
        try daemon.start()
        try expectAllThere(daemon, count: 1)
    }

    @Test func endsOfTheDaemonAreHeldAgainstNoFileThatOnlyWaited() throws {
        let daemon = try RunningDaemon(configuration: "[workers]\ncount = 1\n")
        try daemon.start()
        daemon.stop()
        for number in 1...5 { try daemon.drop(Samples.visit(number), as: "\(number).txt") }
        for _ in 0..<4 {
            try daemon.start(extra: ["NEWSWATCH_CRASH=C1"], waits: false)
            #expect(nw_exit_status(daemon.waitForEnd()) == 86)
        }
        try daemon.start()
        try expectAllThere(daemon, count: 5)
    }
}
