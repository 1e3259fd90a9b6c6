import FoundationEssentials
import Glibc
import Testing

/// `newswatchctl alerts --follow` as hooks use it.
@Suite struct FollowerTests {
    @Test func aHookIsRunAgainUntilItSucceedsAndTheCursorWaitsForIt() throws {
        let daemon = try RunningDaemon().start()
        let (hook, record, ready) = (daemon.folder + "/hook", daemon.folder + "/record", daemon.folder + "/ready")
        let cursor = daemon.folder + "/cursor"
        try daemon.write(
            """
            #!/bin/sh
            read -r json
            printf '%s %s\\n' "$NEWSWATCH_ALERT_ID" "$json" >>'\(record)'
            test -e '\(ready)'
            """, to: hook)
        chmod(hook, 0o755)
        try daemon.write("0\n", to: cursor)
        for number in 1...3 { try daemon.drop(Samples.visit(number), as: "\(number).txt") }
        let follower = try daemon.spawn(
            "newswatchctl", ["alerts", "--follow", "--cursor-file", cursor, "--exec", hook])
        defer { RunningDaemon.end(follower) }
        func lines() -> [Substring] {
            ((try? String(contentsOfFile: record, encoding: .utf8)) ?? "").split(separator: "\n")
        }
        func place() -> String { (try? String(contentsOfFile: cursor, encoding: .utf8)) ?? "" }
        try eventually("it was tried twice") { lines().count == 2 }
        #expect(place() == "0\n")
        #expect(lines().allSatisfy { $0.hasPrefix("1 {") && $0.hasSuffix("}") })
        try daemon.write("", to: ready)
        try eventually("all three are dealt with") { place() == "3\n" }
        #expect(lines().suffix(2).map { $0.prefix(1) } == ["2", "3"])

        // It goes on where it was, whoever was ended meanwhile.
        RunningDaemon.end(follower)
        daemon.stop(SIGKILL)
        try daemon.start()
        try daemon.drop(Samples.visit(4), as: "4.txt")
        let second = try daemon.spawn("newswatchctl", ["alerts", "--follow", "--cursor-file", cursor, "--exec", hook])
        defer { RunningDaemon.end(second) }
        try eventually("the fourth is dealt with") { place() == "4\n" }
        #expect(lines().filter { $0.hasPrefix("3 ") }.count == 1)
    }

    @Test func anotherArchiveIsToldAndFollowedFromItsBeginning() throws {
        let daemon = try RunningDaemon().start()
        let cursor = daemon.folder + "/cursor"
        try daemon.write("99\n", to: cursor)
        try daemon.drop(Samples.visit(1), as: "1.txt")
        try eventually("an alert") { try daemon.client().request("ALERTS").last == "OK count=1" }
        let follower = try daemon.spawn("newswatchctl", ["alerts", "--follow", "--cursor-file", cursor])
        defer { RunningDaemon.end(follower) }
        try eventually("it is followed") { (try? String(contentsOfFile: cursor, encoding: .utf8)) == "1\n" }
        // A number that the user typed is a mistake of his.
        let typed = try daemon.run("newswatchctl", ["alerts", "--follow", "--after-cursor", "99"])
        #expect(typed.status == 2)
        #expect(typed.output.contains("the last alert is 1"))
    }

    @Test func theShellOffersIdsThatTheDaemonKnows() throws {
        let daemon = try RunningDaemon().start()
        let script = """
            source <(newswatchctl completion bash)
            COMP_WORDS=(newswatchctl alerts --entity '') COMP_CWORD=3
            COMP_LINE='newswatchctl alerts --entity ' COMP_POINT=${#COMP_LINE}
            _newswatchctl newswatchctl '' --entity
            echo "${COMPREPLY[@]}"
            """
        let (status, output) = try daemon.run(path: "/bin/bash", ["-c", script])
        #expect(status == 0)
        #expect(output == "lukashenko putin\n")
    }
}
