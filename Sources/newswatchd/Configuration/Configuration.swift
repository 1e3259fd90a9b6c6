import NewswatchModel
import ReaderProtocol

/// Everything that the user decides about the daemon. etc/newswatch/newswatchd.toml explains each value.
struct Configuration: Sendable, Equatable {
    struct Spool: Sendable, Equatable {
        var directory: String
        /// Octets.
        var maxFileSize = 16 << 20
        var settleMilliseconds = 1000
        var rescanSeconds = 30
    }

    struct Workers: Sendable, Equatable {
        /// 0: one a core, at most 4.
        var count = 0
        var deadlineMilliseconds = 5000
        var memoryMiB = 512
    }

    struct Control: Sendable, Equatable {
        var socketPath: String
        /// Permission bits, of a socket that the daemon makes itself.
        var socketMode: UInt32
        /// Octets.
        var payloadMaxBytes = 16 << 20
        var connectionsMax = 128
        var connectionsPerUID = 16
        var idleSeconds = 300
    }

    struct ArchiveSettings: Sendable, Equatable {
        var directory: String
        /// 0: for ever.
        var retentionDays = 0
    }

    struct Log: Sendable, Equatable {
        /// The raw values are swift-log's.
        enum Level: String, Sendable, CaseIterable {
            case trace, debug, info, notice, warning, error, critical
        }
        var level = Level.info
    }

    struct Tone: Sendable, Equatable {
        var engine = ToneEngine.auto
        /// Of the `.nwtone` files; `nil` where there is none.
        var modelFolder: String?
        /// Count toward every entity.
        var words = ToneWords()
    }

    struct WatchlistSettings: Sendable, Equatable {
        var directory: String
    }

    var spool: Spool
    var workers = Workers()
    var control: Control
    var archive: ArchiveSettings
    var log = Log()
    var tone = Tone()
    var watchlist: WatchlistSettings
    var rules = [Configuration.everyMention]

    /// The values in force where the user says nothing.
    init(places: Places) {
        spool = Spool(directory: places.spoolDirectory)
        control = Control(socketPath: places.socketPath, socketMode: places.socketMode)
        archive = ArchiveSettings(directory: places.stateDirectory)
        watchlist = WatchlistSettings(directory: places.watchlistDirectory)
        tone.modelFolder = ModelLocation.find()
    }

    /// What `rules` name and `watchlist` has not: such a rule is silent for ever, mostly by a slip.
    func emptyScopes(on watchlist: Watchlist) -> [String] {
        let wanted = Set(rules.flatMap(\.tags))
        // A long list is looked through only for what rules name.
        let tags = wanted.isEmpty ? [] : Set(watchlist.entries.flatMap { $0.entity.tags.filter(wanted.contains) })
        return rules.flatMap { rule in
            let entities = rule.entities.filter { watchlist[$0] == nil }.map { "entity \($0)" }
            let unknown = entities + rule.tags.filter { !tags.contains($0) }.map { "tag \"\($0)\"" }
            return unknown.map {
                "rule \(rule.id) names the \($0), which the watchlist has not; add it, or mend the rule"
            }
        }
    }

    /// The one rule of a configuration without `[[rule]]`: tell of each article that mentions an entity.
    static let everyMention = AlertRule(id: "mention", condition: .mention, severity: .notice)
}
