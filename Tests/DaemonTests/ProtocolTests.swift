import CLinux
import FoundationEssentials
import Glibc
import Testing

@Suite struct ProtocolTests {
    @Test func answersComeInTheOrderOfPipelinedRequests() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        let requests = (0..<500).map { "@t\($0) \($0 % 3 == 0 ? "VERSION" : "PING")\n" }.joined()
        try client.send(requests)
        for number in 0..<500 { #expect(try client.line()?.hasPrefix("@t\(number) OK") == true) }
    }

    @Test func anyNumberOfPipelinedPingsIsAnsweredAtOnce() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        try client.send(String(repeating: "PING\n", count: 1000))
        for _ in 0..<1000 { #expect(try client.line() == "OK pong") }
    }

    @Test func whatAClientSentBeforeItClosedItsSideIsAnswered() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        try client.send("PING\nENTITIES\nVERSION\n")
        client.finishSending()
        var lines: [String] = []
        while let line = try client.line() { lines.append(line) }
        #expect(lines.count == 5)
        #expect(lines.last?.hasPrefix("OK version=") == true)
    }

    @Test func clientsThatHangUpInTheMiddleOfAnAnswerDoNoHarm() throws {
        let daemon = try RunningDaemon().start()
        let articles = (1...300).map { Samples.visit($0) }
        for (number, text) in articles.enumerated() { try daemon.drop(text, as: "\(number).txt") }
        try eventually("all are read") { daemon.files(in: "archive").count == articles.count }
        for round in 0..<60 {
            let client = try daemon.client()
            try client.send(String(repeating: "ALERTS limit=10000\nARTICLES limit=10000\n", count: 3))
            usleep(UInt32(round % 6) * 10_000)
        }
        #expect(try daemon.client().request("PING") == ["OK pong"])
        #expect(daemon.stop() == 0)
    }

    @Test func scanTellsMentionsAndStoresNothing() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        let answer = try client.request("SCAN name=march.txt", payload: Samples.crackdown)
        #expect(answer.last == "OK count=1")
        #expect(answer.first?.contains("\"surface\":\"Lukashenko\"") == true)
        #expect(try client.request("ARTICLES").last == "OK count=0")
    }

    @Test func submitIsOnDiskBeforeItIsAnsweredAndKnowsADuplicate() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        _ = try client.request("SUBSCRIBE")
        let answer = try client.request("SUBMIT name=march.txt", payload: Samples.crackdown).last ?? ""
        #expect(answer.hasPrefix("OK id="))
        #expect(try client.alert().contains("\"file\":\"march.txt\""))
        #expect(
            try client.request("SUBMIT name=again.txt", payload: Samples.crackdown).last?.hasPrefix("OK dup=") == true)
        #expect(daemon.files(in: "work").isEmpty)
    }

    @Test func aDescriptorIsScannedAndOneThatIsNoFileIsRefused() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        try daemon.write(Samples.crackdown, to: daemon.folder + "/article")
        let file = open(daemon.folder + "/article", O_RDONLY)
        defer { close(file) }
        #expect(try client.request("SCANFD name=article", descriptors: [file]).last == "OK count=1")
        #expect(try client.request("SCANFD name=article").last?.hasPrefix("ERR no-fd") == true)
        let directory = open(daemon.folder, O_RDONLY | O_DIRECTORY)
        defer { close(directory) }
        #expect(try client.request("SCANFD", descriptors: [directory]).last?.hasPrefix("ERR bad-argument") == true)
    }

    @Test func aRefusedRequestTakesItsDescriptorWithIt() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        func open(_ number: Int) throws -> Int32 {
            try daemon.write(Samples.visit(number), to: daemon.folder + "/\(number)")
            return Glibc.open(daemon.folder + "/\(number)", O_RDONLY)
        }
        let files = try (1...3).map(open)
        defer { for file in files { close(file) } }
        #expect(
            try client.request("SUBMITFD colour=red", descriptors: [files[0]]).last?.hasPrefix("ERR bad-argument")
                == true)
        #expect(
            try client.request("SUBMITFD name=a/b", descriptors: [files[1]]).last?.hasPrefix("ERR bad-argument") == true
        )
        #expect(try client.request("SUBMITFD name=3.txt", descriptors: [files[2]]).last?.hasPrefix("OK id=") == true)
        try eventually("it is recorded") { try client.request("ARTICLES").last == "OK count=1" }
        #expect(try client.request("ARTICLES").first?.contains("Visit number 3") == true)
        // Who sends descriptors without end is let go.
        for _ in 0..<20 { try? client.send("X", descriptors: Array(repeating: files[0], count: 4)) }
        var lines: [String] = []
        while let line = try? client.line() { lines.append(line) }
        #expect(lines.contains { $0.hasPrefix("ERR limit") })
    }

    @Test func liveChangesAreDurableAndFilesAreProtected() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        let payload = #"{"id":"harbour","name":"Harbour Authority","kind":"organisation"}"#
        #expect(try client.request("ADD", payload: payload).last?.hasPrefix("OK watchlist=") == true)
        #expect(try client.request("ADD", payload: payload).last?.hasPrefix("ERR exists") == true)
        #expect(
            try client.request("ADD", payload: #"{"id":"x","nme":"X"}"#).last?.hasPrefix("ERR bad-argument") == true)
        let refusal = try client.request("REMOVE putin").last ?? ""
        #expect(refusal.hasPrefix("ERR denied") && refusal.contains("list.toml:8"), "\(refusal)")
        daemon.stop(SIGKILL)
        try daemon.start()
        let again = try daemon.client()
        #expect(try again.request("ENTITY harbour").first?.contains("\"origin\":\"live\"") == true)
        _ = try again.request("SUBSCRIBE")
        try daemon.drop(
            "Strike talks\n\nThe Harbour Authority met the dockers' union for the third time this week.\n",
            as: "strike.txt")
        #expect(try again.alert().contains("\"entity\":\"harbour\""))
        #expect(try again.request("REMOVE harbour").last?.hasPrefix("OK") == true)
        #expect(try again.request("ENTITY harbour").last?.hasPrefix("ERR not-found") == true)
    }

    @Test func aSubscriberThatComesBackMissesNothing() throws {
        let daemon = try RunningDaemon().start()
        for number in 1...10 { try daemon.drop(Samples.visit(number), as: "\(number).txt") }
        try eventually("ten alerts") { try daemon.client().request("ALERTS").last == "OK count=10" }
        daemon.stop()
        try daemon.start()
        let client = try daemon.client()
        #expect(try client.request("SUBSCRIBE since=4").last?.hasPrefix("OK seq=") == true)
        try daemon.drop(Samples.visit(11), as: "11.txt")
        for sequence in 5...11 { #expect(try client.alert().contains("\"seq\":\(sequence),")) }
    }

    @Test func aListThatGoesOnSaysSoAndAMisspeltIdIsNoSilence() throws {
        let daemon = try RunningDaemon().start()
        for number in 1...3 { try daemon.drop(Samples.visit(number), as: "\(number).txt") }
        let client = try daemon.client()
        try eventually("three alerts") { try client.request("ALERTS").last == "OK count=3" }
        let last = try client.request("ALERTS limit=2")
        #expect(last.last == "OK count=2 more=yes")
        #expect(last.first?.contains("\"seq\":2,") == true)
        #expect(try client.request("ALERTS after=0 limit=2").first?.contains("\"seq\":1,") == true)
        #expect(try client.request("ARTICLES limit=1").last == "OK count=1 more=yes")
        #expect(try client.request("FILES limit=3").last == "OK count=3")
        #expect(try client.request("ALERTS entity=lukashenko").last == "OK count=0")
        #expect(try client.request("ALERTS entity=lukashenka").last?.hasPrefix("ERR not-found") == true)
        #expect(try client.request("ALERTS rule=mentoin").last?.hasPrefix("ERR not-found") == true)
        let answer = try client.request("SUBSCRIBE since=99").last ?? ""
        #expect(answer.hasPrefix("ERR bad-argument") && answer.hasSuffix(" last=3"), "\(answer)")
    }

    @Test func aReloadTellsWhatIsOddOrNotYetInForce() throws {
        let daemon = try RunningDaemon().start()
        try daemon.write(
            """
            [workers]
            count = 3
            [[rule]]
            id = "r"
            condition = "mention"
            entities = ["nobody"]
            tags = ["no-such-tag"]
            """, to: daemon.configurationFolder + "/newswatchd.toml")
        let answer = try daemon.client().request("RELOAD wait")
        #expect(answer.last?.hasSuffix(" warnings=4") == true, "\(answer)")
        for part in ["entity nobody", "tag \\\"no-such-tag\\\"", "[workers]", "[spool]"] {
            #expect(answer.contains { $0.contains(part) }, "\(part)")
        }
    }

    @Test func namesThatNoFileCouldHaveAreRefused() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        for name in ["\"\"", "a/b", "\"a\\nb\"", String(repeating: "x", count: 256)] {
            #expect(try client.request("SUBMIT name=\(name)", payload: "x").last?.hasPrefix("ERR bad-argument") == true)
        }
    }

    @Test func aSecondSubscriptionReplacesTheFirst() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        #expect(try client.request("SUBSCRIBE entity=lukashenko").last == "OK seq=0")
        #expect(try client.request("SUBSCRIBE entity=putin").last == "OK seq=0")
        try daemon.drop(Samples.crackdown, as: "march.txt")
        #expect(try client.alert().contains("\"entity\":\"putin\""))
    }

    @Test func theExamplesOfTheProtocolsDocumentAreTrue() throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let document = try String(contentsOfFile: root + "/docs/protocol.md", encoding: .utf8)
        let blocks = document.components(separatedBy: "```nwp\n").dropFirst().map {
            $0.components(separatedBy: "\n```")[0].split(separator: "\n").map(String.init)
        }
        #expect(blocks.count > 10)
        for block in blocks {
            let daemon = try RunningDaemon().start()
            let client = try daemon.client()
            var sent: [String] = []
            for step in block {
                let text = String(step.dropFirst(3))
                if step.hasPrefix("C:") {
                    try client.send(text + "\n")
                    sent.append(text)
                } else if step.hasPrefix("S: ") {
                    let line = try #require(try client.line(), "closed instead of \(text) in \(block)")
                    #expect(matches(line, text), "\(line)\nis not\n\(text)\nafter \(sent)")
                }
            }
        }
    }

    /// `…` in the pattern stands for anything.
    private func matches(_ line: String, _ pattern: String) -> Bool {
        let parts = pattern.components(separatedBy: "…")
        guard line.hasPrefix(parts[0]), parts.count > 1 || line == pattern else { return false }
        var rest = line.dropFirst(parts[0].count)
        for part in parts.dropFirst().dropLast() {
            guard let range = rest.range(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return parts.count == 1 || rest.hasSuffix(parts[parts.count - 1])
    }
}
