import Alerting
import Archive
import ControlProtocol
import Glibc
import Logging
import NewswatchModel
import ReaderProtocol
import Systemd
import WatchlistFiles

/// Everything that runs, wired together: intake → pipeline → delivery, and the control server beside them.
@LoopActor
final class Daemon {
    /// What a start was told by the command line and found around it.
    struct Setup: Sendable {
        var configurationPath: String?
        var places: Places
        var perUser: Bool
        var reader: String
        var clock: @Sendable () -> Timestamp
    }

    let setup: Setup
    let log: Logger
    let logLevel: LogLevel
    let clock: @Sendable () -> Timestamp
    let archive: Archive
    let shelf: Shelf
    let store: WatchlistStore
    let pool: WorkerPool
    let pipeline: Pipeline
    let server: ControlServer
    private let intake: Intake
    private let delivery: Delivery
    private(set) var configuration: Configuration
    /// The watchlist in force.
    private(set) var current: CompiledWatchlist
    private(set) var isStopping = false
    private(set) var isReloading = false
    /// Why the files of the last reload are not in force.
    private(set) var reloadProblem: String?
    let started = monotonicMilliseconds()
    let startedAt: Timestamp
    let metrics = Metrics()
    private var sources: [EventSource] = []
    private var ownSocket: String?
    /// Live changes and reloads wait for each other here.
    private var changes = Task<Void, Never> {}

    /// Opens everything that can refuse; nothing is claimed and nobody is answered yet.
    init(setup: Setup, configuration: Configuration, listeners: [Int32], log: Logger, logLevel: LogLevel) throws {
        (self.setup, self.configuration, self.log, self.logLevel) = (setup, configuration, log, logLevel)
        clock = setup.clock
        startedAt = setup.clock()
        try SpoolFolders.makePath(configuration.archive.directory)
        let unchecked = Archive.octetsToCheck(directory: configuration.archive.directory)
        if unchecked > 0 {
            // At the pace of a slow disk: the manager's 90 s would end the check of a large archive again and again.
            ServiceNotifier.starting(
                status: "checking the archive after an end without a stop, \(unchecked >> 20) MiB",
                seconds: 90 + unchecked / (10 << 20))
        }
        archive = try Archive(directory: configuration.archive.directory)
        let folders = try SpoolFolders(path: configuration.spool.directory)
        shelf = Shelf(folders: folders)
        store = WatchlistStore(directory: configuration.watchlist.directory, state: configuration.archive.directory)
        if setup.perUser, configuration.watchlist.directory == setup.places.watchlistDirectory {
            // A first start by hand just runs, with nobody to watch yet.
            try SpoolFolders.makePath(configuration.watchlist.directory)
        }
        current = try store.load(current: nil)
        for warning in current.warnings + configuration.emptyScopes(on: current.watchlist) {
            log.warning("\(warning)")
        }
        var sockets = listeners
        if sockets.isEmpty {
            let path = configuration.control.socketPath
            try SpoolFolders.makePath(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
            sockets = [
                try ControlSocket.listen(at: path, mode: mode_t(configuration.control.socketMode))
            ]
            ownSocket = path
        }
        pool = WorkerPool(
            executable: setup.reader, configuration: configuration, index: dup(current.index),
            words: ToneWordLists(
                everywhere: configuration.tone.words, entities: current.watchlist.entries.lazy.map(\.entity)),
            log: log)
        pipeline = Pipeline(
            shelf: shelf, archive: archive, pool: pool,
            rules: AlertRules(rules: configuration.rules, watchlist: current.watchlist),
            toneWords: configuration.tone.words, log: log, clock: setup.clock)
        delivery = Delivery(archive: archive, log: log)
        // The closures below refer to the daemon, which exists when they are first called.
        let reference = DaemonReference()
        intake = Intake(
            folders: folders, settings: configuration.spool, log: log, clock: setup.clock,
            room: { reference.daemon?.pipeline.room ?? 0 },
            claimed: { file in
                CrashPoint.afterClaim.reached()
                reference.daemon?.pipeline.take(file)
            },
            refused: { file, rejection, size in reference.daemon?.pipeline.refuse(file, rejection, size: size) })
        server = ControlServer(
            listeners: sockets, settings: configuration.control, perUser: setup.perUser, log: log,
            handle: { connection, request in await reference.daemon?.answer(connection, request) })
        reference.daemon = self
        pipeline.recorded = { [unowned self] batch, recorded in
            metrics.count(batch, recorded)
            delivery.deliver(recorded.flatMap(\.alerts))
        }
        pool.scanned = { [unowned self] in metrics.countScan(seconds: $0) }
        pipeline.roomFreed = { [unowned self] in intake.roomFreed() }
        pipeline.pauseChanged = { [unowned self] in tellStatus() }
        pool.roomFreed = { [unowned self] in pipeline.advance() }
        delivery.delivered = { [unowned self] alerts in pushLive(alerts) }
    }

    /// Recovers, then opens for work and says so.
    func start() async throws {
        let found = try await Recovery.look(at: shelf.folders, archive: archive, log: log)
        await pipeline.putAway(found.recorded)
        try await delivery.start()
        server.lastSequence = try await archive.lastAlertID()
        pool.start()
        for file in found.poisoned {
            pipeline.refuse(file, Pipeline.poison(attempts: file.attempts, end: "the end of newswatchd"), size: 0)
        }
        for file in found.files { pipeline.take(file) }
        if !found.files.isEmpty { log.notice("\(found.files.count) files of the last run are read now") }
        sources = [
            SignalSource(SIGTERM) { [unowned self] in stop() },
            SignalSource(SIGINT) { [unowned self] in stop() },
            SignalSource(SIGHUP) { [unowned self] in Task { @LoopActor in try? await self.reloadNow() } },
            TimerSource(milliseconds: 5000, repeats: true) { [unowned self] in tellStatus() },
            TimerSource(milliseconds: 3_600_000, repeats: true) { [unowned self] in removeOld() },
        ]
        if let interval = ServiceNotifier.watchdogInterval {
            sources.append(
                TimerSource(milliseconds: interval, repeats: true) { [unowned self] in
                    if pool.makesProgress { ServiceNotifier.watchdog() }
                })
        }
        server.start()
        ServiceNotifier.ready(status: statusLine)
        log.info(
            "newswatchd \(newswatchVersion) is ready: \(current.watchlist.entries.count) entities, \(pool.size) workers, spool \(configuration.spool.directory)",
            metadata: ["MESSAGE_ID": "\(MessageID.started)"])
        intake.start()
        removeOld()
    }

    // MARK: Reload and live changes

    /// Reads configuration and watchlist anew. Returns what is odd but in force.
    /// - Throws: `ReloadProblem` when the old ones stay.
    @discardableResult
    func reloadNow() async throws -> [String] {
        let result = await serially {
            self.isReloading = true
            ServiceNotifier.reloading()
            let result = await self.readAnew()
            self.isReloading = false
            switch result {
            case .success(let warnings):
                self.reloadProblem = nil
                for warning in warnings { self.log.warning("\(warning)") }
                let watchlist = self.current.watchlist
                self.log.info("reloaded: watchlist \(watchlist.version), \(watchlist.entries.count) entities")
            case .failure(let problem):
                self.reloadProblem = problem.description
                self.log.error(
                    "the old configuration stays in force: \(problem)",
                    metadata: ["MESSAGE_ID": "\(MessageID.configurationBroken)"])
            }
            ServiceNotifier.ready(status: self.statusLine)
            return result
        }
        return try result.get()
    }

    /// Why a reload leaves everything as it was.
    struct ReloadProblem: Error, CustomStringConvertible {
        var description: String
    }

    private func readAnew() async -> Result<[String], ReloadProblem> {
        let (setup, store, current) = (setup, store, current)
        do {
            // Parsing a large list takes longer than a turn of the loop may.
            let (fresh, odd, compiled) = try await Task.detached {
                let (fresh, odd) = try Configuration.load(path: setup.configurationPath, places: setup.places)
                return (fresh, odd, try store.load(current: current))
            }.value
            let warnings =
                odd.map(\.description) + compiled.warnings + fresh.emptyScopes(on: compiled.watchlist) + fixed(fresh)
            configuration.rules = fresh.rules
            configuration.archive.retentionDays = fresh.archive.retentionDays
            let wordsChanged = configuration.tone.words != fresh.tone.words
            configuration.tone.words = fresh.tone.words
            if configuration.log != fresh.log {
                configuration.log = fresh.log
                logLevel.value = Logger.Level(rawValue: fresh.log.level.rawValue) ?? .info
            }
            adopt(compiled, wordsChanged: wordsChanged)
            return .success(warnings)
        } catch { return .failure(ReloadProblem(description: "\(error)")) }
    }

    /// Settings that differ and that a running daemon keeps until it is started anew.
    private func fixed(_ fresh: Configuration) -> [String] {
        var sections: [String] = []
        if fresh.spool != configuration.spool { sections.append("[spool]") }
        if fresh.workers != configuration.workers { sections.append("[workers]") }
        if fresh.control != configuration.control { sections.append("[control]") }
        if fresh.archive.directory != configuration.archive.directory { sections.append("[archive] directory") }
        if fresh.tone.engine != configuration.tone.engine || fresh.tone.modelFolder != configuration.tone.modelFolder {
            sections.append("[tone] engine and models")
        }
        if fresh.watchlist != configuration.watchlist { sections.append("[watchlist]") }
        return sections.map { "what changed in \($0) is not in force: it takes a restart of newswatchd" }
    }

    /// Makes one live change of the watchlist, after those before it.
    func changeWatchlist(
        _ change: @escaping @Sendable (WatchlistStore, CompiledWatchlist) throws -> CompiledWatchlist
    ) async throws {
        let result: Result<Void, any Error> = await serially {
            let (store, current) = (self.store, self.current)
            do {
                self.adopt(try await Task.detached { try change(store, current) }.value)
                return .success(())
            } catch { return .failure(error) }
        }
        try result.get()
    }

    private func adopt(_ compiled: CompiledWatchlist, wordsChanged: Bool = false) {
        close(current.index)
        current = compiled
        if compiled.isChanged || wordsChanged { pool.use(index: dup(compiled.index), words: toneWordLists) }
        pipeline.toneWords = configuration.tone.words
        pipeline.rules = AlertRules(rules: configuration.rules, watchlist: compiled.watchlist)
        tellStatus()
    }

    /// The user's words that are in force.
    private var toneWordLists: ToneWordLists {
        ToneWordLists(everywhere: configuration.tone.words, entities: current.watchlist.entries.lazy.map(\.entity))
    }

    /// Runs `operation` when every earlier one is over.
    private func serially<Value: Sendable>(_ operation: @escaping @LoopActor () async -> Value) async -> Value {
        let before = changes
        let task = Task { @LoopActor in
            await before.value
            return await operation()
        }
        changes = Task { _ = await task.value }
        return await task.value
    }

    // MARK: End

    /// Ends the daemon in order: what has been read is recorded, what waits is left for the next start.
    func stop() {
        guard !isStopping else { return }
        isStopping = true
        ServiceNotifier.stopping(status: "stopping")
        log.info("stopping")
        intake.stop()
        Task { @LoopActor in
            // The workers go first: their files get `notTried` or `crashed`, which count for nothing now.
            pipeline.beginStop()
            async let drained: Void = pipeline.stop()
            pool.stop()
            await drained
            await delivery.drain()
            await pool.ended()
            server.stop()
            if let ownSocket { unlink(ownSocket) }
            archive.close()
            LoopActor.shared.loop.stop(code: 0)
        }
    }

    /// Retention, in small steps so that recording goes on between them.
    private func removeOld() {
        guard configuration.archive.retentionDays > 0 else { return }
        let limit = clock().adding(seconds: -Int64(configuration.archive.retentionDays) * 86_400)
        Task { @LoopActor in
            var removed = 0
            do throws(ArchiveError) {
                while !isStopping {
                    let step = try await archive.removeOlder(than: limit, limit: 200)
                    removed += step
                    if step < 200 { break }
                }
            } catch { log.error("retention: \(error)") }
            if removed > 0 {
                log.info(
                    "retention: \(removed) articles older than \(configuration.archive.retentionDays) days removed from the archive"
                )
            }
        }
    }

    /// Lets closures name the daemon before it is whole.
    private final class DaemonReference {
        weak var daemon: Daemon?
    }
}

extension Daemon {
    var filesWaiting: Int { intake.waiting }
    var filesAbandoned: Int { intake.abandoned }
    var intakeOldest: Timestamp? { intake.oldest }
    var lastArrival: Timestamp? { intake.lastArrival }
}
