import NewswatchModel

/// How the daemon is: STATUS' item.
public struct StatusItem: Codable, Sendable, Hashable {
    /// What the daemon is doing.
    public enum State: String, Codable, Sendable, CaseIterable {
        case running, reloading
        /// It works, but not as it should: `detail` says what and the cure.
        case degraded
        case stopping
    }

    /// One worker process.
    public struct Worker: Codable, Sendable, Hashable {
        public var pid: Int32
        public var busy: Bool
        /// Name, as it was dropped, of the file that it reads.
        public var file: String?

        public init(pid: Int32, busy: Bool, file: String? = nil) {
            (self.pid, self.busy, self.file) = (pid, busy, file)
        }
    }

    /// One tone model in use.
    public struct ToneModel: Codable, Sendable, Hashable {
        /// Name and version, as scores carry it.
        public var name: String
        public var language: String
        /// `encoder` or `convolution`.
        public var engine: String
        /// Mean over the sets it was measured on.
        public var macroF1: Double

        enum CodingKeys: String, CodingKey {
            case name, language, engine
            case macroF1 = "macro-f1"
        }

        public init(_ facts: ToneModelFacts) {
            (name, language, engine) = (facts.name, facts.language, facts.engine)
            macroF1 = ToneItem.short(facts.macroF1)
        }
    }

    /// What became of the files of the last 24 hours: silence is only good news when files were read.
    public struct Coverage: Codable, Sendable, Hashable {
        public var files: Int
        /// Those whose articles are in the archive.
        public var read: Int
        public var duplicate: Int
        /// Counts by `QuarantineReason`.
        public var quarantined: [String: Int]
        /// Articles in a language without a tone model.
        public var withoutTone: Int
        public var lastArrival: Timestamp?

        public init(
            files: Int = 0, read: Int = 0, duplicate: Int = 0, quarantined: [String: Int] = [:], withoutTone: Int = 0,
            lastArrival: Timestamp? = nil
        ) {
            (self.files, self.read, self.duplicate) = (files, read, duplicate)
            (self.quarantined, self.withoutTone, self.lastArrival) = (quarantined, withoutTone, lastArrival)
        }
    }

    public var schema = ControlJSON.schema
    public var type = "status"
    public var version = newswatchVersion
    public var pid: Int32
    public var uptimeSeconds: Int
    public var state: State
    /// One sentence for the user where `state` wants one.
    public var detail: String?
    public var watchlistVersion: Int
    public var entities: Int
    public var names: Int
    /// Why the files in the watchlist folder are not in force: file, line, column, value, cure.
    public var watchlistProblem: String?
    /// Files in the spool's folders.
    public var waiting: Int
    /// Those in `in/` under a name of an unfinished file, which nobody has written to for an hour.
    public var abandoned: Int
    public var inWork: Int
    public var quarantined: Int
    /// Since the archive began.
    public var archived: Int
    public var duplicates: Int
    public var articles: Int
    public var mentions: Int
    public var alerts: Int
    /// Alerts that are recorded and not yet delivered.
    public var undelivered: Int
    public var workers: [Worker]
    /// Empty while no worker is ready, and where tone is switched off.
    public var toneModels: [ToneModel]
    /// What is wrong with the tone models, a sentence each.
    public var toneProblems: [String]
    /// Since the daemon started.
    public var workerRestarts: Int
    public var connections: Int
    public var subscribers: Int
    public var coverage24h: Coverage
    /// Where the spool's four folders and the archive are.
    public var spoolDirectory: String
    public var stateDirectory: String

    public init(
        pid: Int32, uptimeSeconds: Int, state: State, detail: String? = nil, watchlistVersion: Int, entities: Int,
        names: Int, watchlistProblem: String? = nil, waiting: Int, abandoned: Int, inWork: Int, archived: Int,
        duplicates: Int,
        quarantined: Int, articles: Int, mentions: Int, alerts: Int, undelivered: Int, workers: [Worker],
        toneModels: [ToneModel] = [], toneProblems: [String] = [], workerRestarts: Int, connections: Int,
        subscribers: Int, coverage24h: Coverage, spoolDirectory: String,
        stateDirectory: String
    ) {
        (self.pid, self.uptimeSeconds, self.state, self.detail) = (pid, uptimeSeconds, state, detail)
        (self.watchlistVersion, self.entities, self.names) = (watchlistVersion, entities, names)
        (self.watchlistProblem, self.waiting, self.inWork) = (watchlistProblem, waiting, inWork)
        self.abandoned = abandoned
        (self.archived, self.duplicates, self.quarantined) = (archived, duplicates, quarantined)
        (self.articles, self.mentions, self.alerts) = (articles, mentions, alerts)
        (self.undelivered, self.workers, self.workerRestarts) = (undelivered, workers, workerRestarts)
        (self.toneModels, self.toneProblems) = (toneModels, toneProblems)
        (self.connections, self.subscribers, self.coverage24h) = (connections, subscribers, coverage24h)
        (self.spoolDirectory, self.stateDirectory) = (spoolDirectory, stateDirectory)
    }
}

/// One figure: STATS' item.
public struct StatsItem: Codable, Sendable, Hashable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// It never falls while the daemon runs.
        case counter
        /// How it is at the moment.
        case gauge
    }

    public var schema = ControlJSON.schema
    public var type: Kind
    public var name: String
    public var value: Int

    public init(_ type: Kind, _ name: String, _ value: Int) { (self.type, self.name, self.value) = (type, name, value) }
}

/// All figures as a monitoring system reads them: METRICS' item.
public struct MetricsItem: Codable, Sendable, Hashable {
    public var schema = ControlJSON.schema
    public var type = "metrics"
    /// OpenMetrics 1.0 (prometheus.io/docs/specs/om/open_metrics_spec), with its last line `# EOF`.
    public var text: String

    public init(text: String) { self.text = text }
}

/// One verb: HELP's item.
public struct HelpItem: Codable, Sendable, Hashable {
    public var schema = ControlJSON.schema
    public var type = "verb"
    public var verb: String
    /// The least role that may use it.
    public var role: String
    public var usage: String
    public var summary: String

    public init(_ verb: Verb) {
        (self.verb, role, usage, summary) = (verb.rawValue, verb.role.name, verb.usage, verb.summary)
    }
}
