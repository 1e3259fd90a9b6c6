import CLinux
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
}
