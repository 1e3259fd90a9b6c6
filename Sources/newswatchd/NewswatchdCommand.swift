import ArgumentParser
import FoundationEssentials
import Glibc
import Logging
import NewswatchModel
import ReaderProtocol
import Systemd
import WatchlistFiles

/// `newswatchd`: reads the command line and the configuration, then gives the thread to the event loop.
@main
struct NewswatchdCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newswatchd",
        abstract: "Watches a spool folder for articles that mention the entities of a watchlist.",
        discussion: """
            Started by systemd, it uses /etc/newswatch, /var/lib/newswatch and /var/spool/newswatch. Started by hand, it \
            uses the folders under XDG_CONFIG_HOME, XDG_STATE_HOME and XDG_RUNTIME_DIR and stays in the foreground.
            """,
        version: newswatchVersion)

    @Option(help: ArgumentHelp("Read FILE instead of newswatchd.toml in the configuration folder.", valueName: "file"))
    var config: String?

    @Flag(
        help:
            "Check the configuration and the watchlist, tell every problem, and end: 0 when there is no error, 1 else.")
    var checkConfig = false

    /// Exit status for a configuration that cannot be used (sysexits.h EX_CONFIG).
    private static let badConfiguration: Int32 = 78

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        // Before any thread exists, so that all of them have the signals blocked.
        if !checkConfig { SignalSource.block([SIGTERM, SIGINT, SIGHUP, SIGCHLD]) }
        let environment = ProcessInfo.processInfo.environment
        let perUser =
            !(environment["INVOCATION_ID"] != nil && environment["NOTIFY_SOCKET"] != nil && getppid() == 1
            && environment["XDG_RUNTIME_DIR"] == nil)
        let places = Places.current(environment: environment, isSystemService: !perUser)
        let logLevel = LogLevel(.info)
        LoggingSystem.bootstrap { _ in ServiceLogHandler(level: logLevel) }
        let log = Logger(label: "newswatchd")

        let settings: Configuration
        do throws(FileProblems) {
            let (loaded, warnings) = try Configuration.load(path: config, places: places)
            for warning in warnings { log.warning("\(warning)") }
            settings = loaded
        } catch {
            if checkConfig {
                print(error)
                // Told as well, since each problem is to be told.
                try? check(Configuration(places: places), perUser: perUser, places: places)
                throw ExitCode(1)
            }
            log.critical("\(error)")
            throw ExitCode(Self.badConfiguration)
        }
        if checkConfig { return try check(settings, perUser: perUser, places: places) }
        logLevel.value = Logger.Level(rawValue: settings.log.level.rawValue) ?? .info
        guard let reader = ReaderLocation.find() else {
            log.critical("newswatch-reader is neither beside newswatchd nor in /usr/lib/newswatch; install it again")
            throw ExitCode(Self.badConfiguration)
        }
        let listeners = SocketActivation.listeningSockets()
        let setup = Daemon.Setup(
            configurationPath: config, places: places, perUser: perUser, reader: reader, clock: { .now })
        let status = LoopActor.shared.loop.run {
            do {
                let daemon = try Daemon(
                    setup: setup, configuration: settings, listeners: listeners, log: log, logLevel: logLevel)
                Self.running = daemon
                Task { @LoopActor in
                    do { try await daemon.start() } catch { Self.fail(log, error) }
                }
            } catch { Self.fail(log, error) }
        }
        if status != 0 { throw ExitCode(status) }
    }

    /// Keeps the daemon alive while the loop runs.
    @LoopActor private static var running: Daemon?

    @LoopActor private static func fail(_ log: Logger, _ error: any Error) {
        log.critical("\(error)")
        LoopActor.shared.loop.stop(code: error is FileProblems ? badConfiguration : 1)
    }

    private func check(_ settings: Configuration, perUser: Bool, places: Places) throws {
        let folder = settings.watchlist.directory
        if perUser, folder == places.watchlistDirectory, access(folder, F_OK) != 0 {
            print("warning: there is no \(folder): nobody is watched")
            return
        }
        do throws(FileProblems) {
            // Live entities count too, where this user may see them.
            let store = WatchlistStore(directory: folder, state: settings.archive.directory)
            let overlay = (try? WatchlistOverlay.load(path: store.overlayPath)) ?? WatchlistOverlay()
            let (files, warnings) = try WatchlistFolder.load(folder, alsoKnown: Set(overlay.entities.keys))
            let entries = overlay.applied(to: files)
            let watchlist = Watchlist(version: 0, entries: entries)
            for warning in (warnings + NoiseWarnings.of(entries)).map(\.description)
                + settings.emptyScopes(on: watchlist)
            {
                print("warning: \(warning)")
            }
            print(
                "configuration and watchlist are good; entities: \(entries.count), rules: \(settings.rules.count)")
        } catch {
            print(error)
            throw ExitCode(1)
        }
    }
}

extension Timestamp {
    /// The system's clock.
    static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
