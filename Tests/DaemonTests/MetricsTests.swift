import FoundationEssentials
import Glibc
import Testing

@Suite struct MetricsTests {
    private func working() throws -> RunningDaemon {
        let daemon = try RunningDaemon().start()
        mkdir(daemon.incoming + "/wire", 0o700)
        try daemon.drop(Samples.crackdown, as: "march.txt", source: "wire")
        try daemon.drop(Samples.visit(1), as: "visit.txt")
        try daemon.drop(Samples.visit(1), as: "again.txt")
        try daemon.drop("%PDF-1.7\n", as: "report.pdf")
        try eventually("all are put away") {
            daemon.files(in: "archive").count == 3 && daemon.files(in: "quarantine").count == 2
        }
        return daemon
    }

    @Test func theyTellWhatHappenedInOpenMetrics() throws {
        let daemon = try working()
        let text = try daemon.run("newswatchctl", ["metrics"]).output
        for line in [
            "newswatch_files_total{result=\"archived\"} 2", "newswatch_files_total{result=\"duplicate\"} 1",
            "newswatch_files_total{result=\"quarantined\"} 1",
            "newswatch_files_quarantined_total{reason=\"unsupported-format\"} 1", "newswatch_articles_total 2",
            "newswatch_mentions_total 4", "newswatch_alerts_total{rule=\"mention\",severity=\"notice\"} 3",
            "newswatch_scan_seconds_count 4", "newswatch_scan_seconds_bucket{le=\"+Inf\"} 4",
            "newswatch_spool_files{place=\"work\"} 0", "newswatch_spool_oldest_seconds 0",
            "newswatch_worker_restarts_total 0", "newswatch_paused 0",
        ] {
            #expect(text.contains(line + "\n"), "\(line) is not in \(text)")
        }
        #expect(text.contains("newswatch_source_last_arrival_timestamp_seconds{source=\"wire\"} 1"))
        #expect(text.hasSuffix("# EOF\n"))
    }

    @Test func whenASourceLastSentSomethingOutlivesTheDaemon() throws {
        let daemon = try working()
        func arrival() throws -> Substring? {
            try daemon.run("newswatchctl", ["metrics"]).output.split(separator: "\n").first {
                $0.hasPrefix("newswatch_source_last_arrival_timestamp_seconds{source=\"wire\"}")
            }
        }
        let before = try #require(try arrival())
        daemon.stop()
        try daemon.start()
        #expect(try arrival() == before)
    }

    /// promtool is what Prometheus itself checks with; script/setup brings it.
    @Test func promtoolFindsNothingToComplainOf() throws {
        let daemon = try working()
        let file = daemon.folder + "/newswatch.prom"
        let written = try daemon.run("newswatchctl", ["metrics", "--format", "prometheus", "--output", file])
        #expect(written.status == 0, "\(written.output)")
        let checkout = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
            separator: "/")
        let (status, output) = try daemon.run(
            path: "/bin/sh", ["-c", "'\(checkout)/.build/tools/promtool' check metrics <'\(file)'"])
        #expect(status == 0, "\(output)")
    }
}
