import Archive
import ControlProtocol
import Glibc
import NewswatchModel
import Systemd
import WatchlistFiles

/// What the daemon says of itself: the service manager's line, STATUS and STATS.
extension Daemon {
    func tellStatus() {
        guard !isStopping else { return }
        ServiceNotifier.status(statusLine)
    }

    /// `watchlist v42 (12 entities, 61 names) · spool 0 waiting, 0 in work · 2 workers`.
    var statusLine: String {
        let watchlist = current.watchlist
        var line =
            "watchlist v\(watchlist.version) (\(watchlist.entries.count) entities, \(watchlist.nameCount) names)"
            + " · spool \(filesWaiting) waiting, \(pipeline.inWork) in work · \(pool.states.count) workers"
        if let detail = trouble { line = detail + " · " + line }
        return line
    }

    /// What is not as it should be, with the cure.
    private var trouble: String? {
        if let pause = pipeline.pause {
            return "PAUSED: \(pause.reason); nothing is claimed, tried again every \(pause.seconds) s"
        }
        return reloadProblem.map { "OLD CONFIGURATION IN FORCE: \($0)" }
    }

    func statusItem() async throws(ArchiveError) -> StatusItem {
        let counts = try await archive.counts()
        let coverage = try await archive.coverage(since: clock().adding(seconds: -86_400))
        return StatusItem(
            pid: getpid(), uptimeSeconds: Int((monotonicMilliseconds() - started) / 1000),
            state: isStopping ? .stopping : isReloading ? .reloading : trouble != nil ? .degraded : .running,
            detail: trouble, watchlistVersion: current.watchlist.version, entities: current.watchlist.entries.count,
            names: current.watchlist.nameCount, watchlistProblem: reloadProblem, waiting: filesWaiting,
            abandoned: filesAbandoned,
            inWork: pipeline.inWork, archived: counts.archived, duplicates: counts.duplicates,
            quarantined: counts.quarantined, articles: counts.articles, mentions: counts.mentions,
            alerts: counts.alerts,
            undelivered: counts.undelivered,
            workers: pool.states.map { StatusItem.Worker(pid: $0.pid, busy: $0.busy, file: $0.file) },
            toneModels: pool.toneModels.map(StatusItem.ToneModel.init), toneProblems: pool.toneProblems,
            workerRestarts: pool.restarts, connections: server.connectionCount, subscribers: server.subscribers.count,
            coverage24h: StatusItem.Coverage(
                files: coverage.files, read: coverage.read, duplicate: coverage.duplicate,
                quarantined: Dictionary(uniqueKeysWithValues: coverage.quarantined.map { ($0.key.rawValue, $0.value) }),
                withoutTone: coverage.withoutTone, lastArrival: coverage.lastArrival),
            spoolDirectory: configuration.spool.directory, stateDirectory: configuration.archive.directory)
    }

    func counters() async throws(ArchiveError) -> [StatsItem] {
        let counts = try await archive.counts()
        return [
            StatsItem(.counter, "archived", counts.archived),
            StatsItem(.counter, "duplicates", counts.duplicates),
            StatsItem(.gauge, "quarantined", counts.quarantined),
            StatsItem(.gauge, "articles", counts.articles),
            StatsItem(.gauge, "mentions", counts.mentions),
            StatsItem(.gauge, "alerts", counts.alerts),
            StatsItem(.gauge, "undelivered", counts.undelivered),
            StatsItem(.gauge, "database-bytes", counts.databaseBytes),
            StatsItem(.counter, "worker-restarts", pool.restarts),
            StatsItem(.gauge, "connections", server.connectionCount),
            StatsItem(.counter, "connections-refused", server.refused),
            StatsItem(.gauge, "subscribers", server.subscribers.count),
        ]
    }

    /// The protocol's code for an error of the layers below.
    static func refusal(for error: any Error) -> Refusal {
        switch error {
        case let change as WatchlistChangeError:
            switch change {
            case .exists(let id, let origin):
                Refusal(
                    .exists, "\(id) is on the watchlist already (\(origin)); SET, or watchlist add --set, replaces it")
            case .notFound(let id): Refusal(.notFound, "there is no entity \(id)")
            case .inFile(let id, let origin):
                Refusal(.denied, "\(id) is defined in \(origin); remove it there and reload", origin.fields)
            case .needed(let id, let others):
                Refusal(
                    .badArgument,
                    "\(others.map(\.rawValue).joined(separator: ", ")) is counted only with \(id); change that first")
            case .invalid(let problem): Refusal(.badArgument, problem)
            case .notDurable(let problem): Refusal(.readOnly, problem)
            }
        case ArchiveError.badQuery(let reason): Refusal(.badArgument, reason)
        case let archive as ArchiveError:
            if case .full = archive { Refusal(.readOnly, "\(archive)") } else { Refusal(.internal, "\(archive)") }
        default: Refusal(.internal, "\(error)")
        }
    }
}

extension EntityOrigin {
    /// `file=` and `line=` of an answer.
    fileprivate var fields: [(String, String)] {
        if case .file(let path, let line) = self { [("file", path), ("line", "\(line)")] } else { [] }
    }
}
