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
}
