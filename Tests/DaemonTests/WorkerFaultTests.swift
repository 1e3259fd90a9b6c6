import Glibc
import Testing

@Suite struct WorkerFaultTests {
    @Test(arguments: [
        ("crash", "poison", "signal 6"), ("hang", "deadline", "deadline-milliseconds"), ("memory", "poison", "signal"),
    ])
    func aFileThatBreaksItsWorkerCostsItselfOnly(_ fault: String, _ reason: String, _ detail: String) throws {
        let daemon = try RunningDaemon(
            configuration:
                "[workers]\ncount = 2\ndeadline-milliseconds = \(fault == "hang" ? 1000 : 20_000)\nmemory = \"256 MiB\"\n"
        )
        try daemon.start(extra: ["NEWSWATCH_READER_FAULT=\(fault):factory number 7 "])
        for number in 1...20 { try daemon.drop(Samples.visit(number), as: "visit-\(number).txt") }
        try eventually("all are put away") {
            daemon.files(in: "archive").count == 19 && daemon.files(in: "quarantine").count == 2
        }
        let files = try daemon.client().request("FILES state=quarantined")
        #expect(files.last == "OK count=1")
        #expect(files.first?.contains("\"name\":\"visit-7.txt\"") == true)
        #expect(files.first?.contains("\"reason\":\"\(reason)\"") == true)
        #expect(files.first?.contains(detail) == true)
        #expect(try daemon.client().request("ALERTS").last == "OK count=19")
    }

    @Test func theDaemonGoesOnAfterALongLineOfBadFiles() throws {
        let daemon = try RunningDaemon(configuration: "[workers]\ncount = 1\n")
        try daemon.start(extra: ["NEWSWATCH_READER_FAULT=crash:factory number 1"])
        for number in [1, 10, 11, 2] { try daemon.drop(Samples.visit(number), as: "visit-\(number).txt") }
        try eventually("all are put away") {
            daemon.files(in: "archive").count == 1 && daemon.files(in: "quarantine").count == 6
        }
    }

    @Test func timeInWhichTheDaemonStoodStillIsNotTheFiles() throws {
        let daemon = try RunningDaemon(configuration: "[workers]\ncount = 2\ndeadline-milliseconds = 1000\n")
        try daemon.start(extra: ["NEWSWATCH_READER_FAULT=slow:factory number"])
        for number in 1...20 { try daemon.drop(Samples.visit(number), as: "\(number).txt") }
        try eventually("they are being read") { daemon.files(in: "archive").count > 0 }
        kill(daemon.pid, SIGSTOP)
        usleep(1_800_000)
        kill(daemon.pid, SIGCONT)
        try eventually("all are read") { daemon.files(in: "archive").count == 20 }
        #expect(daemon.files(in: "quarantine").isEmpty)
    }
}
