import CLinux
import FoundationEssentials
import Glibc
import Testing

@Suite struct LifeTests {
    @Test func aTermSignalEndsItCleanlyWithinTwoSeconds() throws {
        let daemon = try RunningDaemon().start()
        var before = timespec()
        clock_gettime(CLOCK_MONOTONIC, &before)
        let status = daemon.stop()
        var after = timespec()
        clock_gettime(CLOCK_MONOTONIC, &after)
        #expect(nw_exited(status) != 0 && nw_exit_status(status) == 0, "\(daemon.log)")
        #expect(after.tv_sec - before.tv_sec < 2)
        #expect(access(daemon.socketPath, F_OK) != 0, "the socket is left behind")
    }

    @Test func aSecondDaemonRefusesToTakeALiveSocketOrArchive() throws {
        let daemon = try RunningDaemon().start()
        let second = try daemon.run("newswatchd", [])
        #expect(second.status != 0)
        #expect(
            second.output.contains("is in use by process \(daemon.pid)")
                || second.output.contains("another newswatchd"), "\(second.output)")
        #expect(try daemon.client().request("PING") == ["OK pong"])
    }

    @Test func aSocketThatAKilledDaemonLeftIsTakenOver() throws {
        let daemon = try RunningDaemon().start()
        daemon.stop(SIGKILL)
        #expect(access(daemon.socketPath, F_OK) == 0)
        try daemon.start()
    }

    @Test func checkConfigTellsFileLineAndCure() throws {
        let daemon = try RunningDaemon()
        #expect(try daemon.run("newswatchd", ["--check-config"]).status == 0)
        try daemon.write(
            "[[entity]]\nid = \"x\"\nname = \"X\"\nkind = \"planet\"\n",
            to: daemon.configurationFolder + "/watchlist.d/bad.toml")
        let (status, output) = try daemon.run("newswatchd", ["--check-config"])
        #expect(status == 1)
        #expect(output.contains("bad.toml:4:"))
        #expect(output.contains("planet"))
        #expect(output.contains("did you mean \"place\"?"))
    }

    @Test func aBrokenWatchlistOnReloadKeepsTheOldOneAndSaysSo() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        try daemon.write("[[entity]\n", to: daemon.configurationFolder + "/watchlist.d/list.toml")
        let answer = try client.request("RELOAD wait").last ?? ""
        #expect(answer.hasPrefix("ERR bad-argument"))
        #expect(answer.contains("list.toml:1"))
        let status = try client.request("STATUS").first ?? ""
        #expect(status.contains("\"state\":\"degraded\""))
        #expect(status.contains("\"entities\":2"))
        #expect(daemon.log.contains("stays in force"))
        try daemon.write(RunningDaemon.sampleWatchlist, to: daemon.configurationFolder + "/watchlist.d/list.toml")
        #expect(try client.request("RELOAD wait").last?.hasPrefix("OK watchlist=") == true)
        #expect(try client.request("STATUS").first?.contains("\"state\":\"running\"") == true)
    }

    @Test func aHangUpSignalReloads() throws {
        let daemon = try RunningDaemon().start()
        let client = try daemon.client()
        try daemon.write(
            RunningDaemon.sampleWatchlist + "\n[[entity]]\nid = \"crimea\"\nname = \"Crimea\"\nkind = \"place\"\n",
            to: daemon.configurationFolder + "/watchlist.d/list.toml")
        kill(daemon.pid, SIGHUP)
        try eventually("the new entity is there") { try client.request("ENTITY crimea").last?.hasPrefix("OK") == true }
    }

    @Test func aDamagedOrForeignIndexIsBuiltAnew() throws {
        let daemon = try RunningDaemon().start()
        let index = daemon.folder + "/state/newswatch/watchlist.index"
        let good = try Data(contentsOf: URL(fileURLWithPath: index))
        for bad in [Data("no index".utf8), good.prefix(good.count / 2), Data(), damaged(good)] {
            daemon.stop()
            try bad.write(to: URL(fileURLWithPath: index))
            try daemon.start()
            try daemon.write("Putin came to Minsk today, and nobody else did.\n", to: daemon.folder + "/a.txt")
            #expect(try daemon.run("newswatchctl", ["scan", "--check", daemon.folder + "/a.txt"]).status == 1)
            #expect(try Data(contentsOf: URL(fileURLWithPath: index)).count == good.count)
        }
    }

    private func damaged(_ bytes: Data) -> Data {
        var bytes = bytes
        bytes[bytes.count / 3] ^= 0x10
        return bytes
    }

    @Test func aScanSeesTheOldListOrTheNewOneNeverHalf() throws {
        func list(_ letter: String) -> String {
            (1...40).map { "[[entity]]\nid = \"\(letter)\($0)\"\nname = \"Name\($0)\"\nkind = \"person\"\n" }.joined()
        }
        let daemon = try RunningDaemon(watchlist: list("a")).start()
        try daemon.write((1...40).map { "Name\($0)" }.joined(separator: ", ") + "\n", to: daemon.folder + "/all.txt")
        var seen: Set<String> = []
        for round in 0..<20 {
            let path = daemon.configurationFolder + "/watchlist.d/list.toml"
            try daemon.write(list(round % 2 == 0 ? "b" : "a"), to: path)
            let reload = try daemon.spawn("newswatchctl", ["reload"])
            repeat {
                let scan = try daemon.run("newswatchctl", ["scan", "--json", daemon.folder + "/all.txt"]).output
                let counts = ["a", "b"].map { letter in
                    (1...40).count { scan.contains("\"entity\":\"\(letter)\($0)\"") }
                }
                #expect(counts == [40, 0] || counts == [0, 40], "\(counts)")
                seen.insert("\(counts)")
            } while waitpid(reload, nil, WNOHANG) == 0
        }
        #expect(seen.count == 2)
    }
}
