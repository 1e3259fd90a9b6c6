import Archive
import NewswatchModel
import Systemd

/// What METRICS counts, since the start of the daemon.
@LoopActor
final class Metrics {
    private struct AlertKind: Hashable {
        var rule: String
        var severity: Severity
    }

    private var files: [DropState: Int] = [:]
    private var quarantined: [QuarantineReason: Int] = [:]
    private var articles = 0
    private var mentions = 0
    private var alerts: [AlertKind: Int] = [:]
    private var scans = Histogram()

    /// Counts what one transaction recorded.
    func count(_ batch: [Archive.Finished], _ recorded: [Archive.Recorded]) {
        for (file, entry) in zip(batch, recorded) {
            files[entry.drop.state, default: 0] += 1
            if let reason = entry.drop.rejection?.reason { quarantined[reason, default: 0] += 1 }
            articles += entry.articles.count
            for alert in entry.alerts { alerts[AlertKind(rule: alert.rule, severity: alert.severity), default: 0] += 1 }
            guard entry.drop.state == .archived, case .scanned(let result) = file.result,
                case .articles(let scanned) = result.outcome
            else { continue }
            mentions += scanned.reduce(0) { $0 + $1.mentions.count }
        }
    }

    /// Counts the time that a worker had a file, in seconds.
    func countScan(seconds: Double) { scans.add(seconds: seconds) }

    /// - Parameter rules: those in force, which are told from the start: a rate sees no first alert otherwise.
    func write(into text: inout OpenMetricsText, rules: [AlertRule]) {
        text.family(
            "newswatch_files", .counter, help: "Files that are done with, by what became of them.",
            DropState.allCases.map { (labels: [("result", $0.rawValue)], value: Double(files[$0] ?? 0)) })
        text.family(
            "newswatch_files_quarantined", .counter, help: "Files that went to quarantine, by the reason.",
            QuarantineReason.allCases.map { (labels: [("reason", $0.rawValue)], value: Double(quarantined[$0] ?? 0)) })
        text.family("newswatch_articles", .counter, help: "Articles that were recorded.", Double(articles))
        text.family("newswatch_mentions", .counter, help: "Mentions that were recorded.", Double(mentions))
        let known = Dictionary(
            rules.map { (AlertKind(rule: $0.id, severity: $0.severity), 0) }, uniquingKeysWith: { first, _ in first })
        let kinds = alerts.merging(known) { counted, _ in counted }.sorted {
            ($0.key.rule, $0.key.severity) < ($1.key.rule, $1.key.severity)
        }
        text.family(
            "newswatch_alerts", .counter, help: "Alerts that were raised, by rule and severity.",
            kinds.map { kind, count in
                (labels: [("rule", kind.rule), ("severity", kind.severity.rawValue)], value: Double(count))
            })
        text.histogram(
            "newswatch_scan_seconds", unit: "seconds", help: "How long a worker had a file that it read.", scans)
    }
}

extension Daemon {
    /// All figures, as OpenMetrics text.
    func metricsText() async throws(ArchiveError) -> String {
        let counts = try await archive.counts()
        let arrivals = try await archive.lastArrivals()
        var text = OpenMetricsText()
        text.family(
            "newswatch_build", .info, help: "The release.", [(labels: [("version", newswatchVersion)], value: 1)])
        text.family(
            "newswatch_start_time_seconds", .gauge, unit: "seconds", help: "When the daemon started, since 1970.",
            Double(startedAt.milliseconds) / 1000)
        metrics.write(into: &text, rules: configuration.rules)
        text.family(
            "newswatch_quarantined_files", .gauge, help: "Files in quarantine.", Double(counts.quarantined))
        text.family(
            "newswatch_alerts_undelivered", .gauge, help: "Alerts in the outbox.", Double(counts.undelivered))
        text.family(
            "newswatch_spool_files", .gauge,
            help:
                "Files in the folder in, complete or settling; there under a temporary name for an hour; in the folder work.",
            [
                (labels: [("place", "waiting")], value: Double(filesWaiting)),
                (labels: [("place", "abandoned")], value: Double(filesAbandoned)),
                (labels: [("place", "work")], value: Double(pipeline.inWork)),
            ])
        text.family(
            "newswatch_spool_oldest_seconds", .gauge, unit: "seconds",
            help: "How long the oldest of them has been known, 0 when there is none.", oldestFileSeconds)
        let busy = pool.states.count { $0.busy }
        text.family(
            "newswatch_workers", .gauge, help: "Worker processes.",
            [
                (labels: [("state", "busy")], value: Double(busy)),
                (labels: [("state", "idle")], value: Double(pool.states.count - busy)),
            ])
        text.family(
            "newswatch_worker_restarts", .counter, help: "Workers that ended and were replaced.", Double(pool.restarts))
        text.family(
            "newswatch_source_last_arrival_timestamp_seconds", .gauge, unit: "seconds",
            help: "When the last file of a source was received, since 1970; the source of in itself is empty.",
            arrivals.sorted { $0.key < $1.key }.map { name, moment in
                (labels: [("source", name)], value: Double(moment.milliseconds) / 1000)
            })
        text.family(
            "newswatch_archive_bytes", .gauge, unit: "bytes", help: "Size of the database.",
            Double(counts.databaseBytes))
        text.family(
            "newswatch_archive_articles", .gauge, help: "Articles in the archive.", Double(counts.articles))
        let watchlist = current.watchlist
        text.family(
            "newswatch_watchlist_entities", .gauge, help: "Entities that are watched.", Double(watchlist.entries.count))
        text.family("newswatch_watchlist_names", .gauge, help: "Names that are matched.", Double(watchlist.nameCount))
        text.family(
            "newswatch_connections", .gauge, help: "Clients of the control socket.", Double(server.connectionCount))
        text.family(
            "newswatch_subscribers", .gauge, help: "Those that follow alerts.", Double(server.subscribers.count))
        text.family(
            "newswatch_connections_refused", .counter, help: "Clients turned away at a limit.", Double(server.refused))
        text.family(
            "newswatch_paused", .gauge, help: "1 while nothing is claimed, since the archive cannot be written.",
            pipeline.pause == nil ? 0 : 1)
        text.family(
            "newswatch_configuration_problem", .gauge, help: "1 while an old configuration is in force.",
            reloadProblem == nil ? 0 : 1)
        return text.finished
    }

    /// Seconds since the file that has been known longest, of those in the spool's in and work, was first seen.
    private var oldestFileSeconds: Double {
        let moments = [intakeOldest, pipeline.oldest].compactMap { $0 }
        guard let oldest = moments.min() else { return 0 }
        return Double(max(0, clock().milliseconds - oldest.milliseconds)) / 1000
    }
}
