import CLinux
import FoundationEssentials
import Glibc

/// What a test harness cannot go on without.
struct HarnessError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A real newswatchd of the build under test, in a folder of its own, started as a user would by hand.
final class RunningDaemon {
    static let buildFolder: String =
        getenv("NEWSWATCH_BUILD").map { String(cString: $0) }
        ?? String(#filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/"))
        + "/.build/debug"

    static let sampleWatchlist = """
        [[entity]]
        id = "lukashenko"
        name = "Alexander Lukashenko"
        kind = "person"
        aliases = ["Lukashenko", "Лукашенко"]
        tags = ["belarus"]

        [[entity]]
        id = "putin"
        name = "Putin"
        kind = "person"
        """

    let folder: String
    private(set) var pid: pid_t = 0

    var socketPath: String { folder + "/run/newswatch/control.sock" }
    var spool: String { folder + "/state/newswatch/spool" }
    var incoming: String { spool + "/in" }
    var configurationFolder: String { folder + "/config/newswatch" }
    var log: String { (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? "" }

    /// Makes the folder with a watchlist and a configuration that settles fast; does not start anything.
    init(
        watchlist: String = RunningDaemon.sampleWatchlist, configuration: String = "", settleMilliseconds: Int = 50
    ) throws {
        var template = Array("/tmp/newswatch-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw HarnessError("mkdtemp: \(errno)") }
        folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for path in ["config", "config/newswatch", "config/newswatch/watchlist.d", "run", "state"] {
            mkdir("\(folder)/\(path)", 0o700)
        }
        try write(watchlist, to: configurationFolder + "/watchlist.d/list.toml")
        try write(
            "[spool]\nsettle-milliseconds = \(settleMilliseconds)\nrescan-seconds = 1\n" + configuration,
            to: configurationFolder + "/newswatchd.toml")
    }

    deinit {
        if pid > 0 {
            kill(pid, SIGKILL)
            _ = waitForEnd()
        }
        try? FileManager.default.removeItem(atPath: folder)
    }

    var environment: [String] {
        [
            "PATH=\(Self.buildFolder):/usr/bin:/bin", "LANG=C.UTF-8", "HOME=\(folder)",
            "XDG_CONFIG_HOME=\(folder)/config",
            "XDG_STATE_HOME=\(folder)/state", "XDG_RUNTIME_DIR=\(folder)/run", "SWIFT_BACKTRACE=enable=no",
        ]
    }

    /// Starts the daemon and waits until it answers.
    @discardableResult
    func start(extra: [String] = [], waits: Bool = true) throws -> RunningDaemon {
        pid = try Self.spawn(
            Self.buildFolder + "/newswatchd", [], environment: environment + extra, output: folder + "/log")
        if waits { try waitUntilAnswering() }
        return self
    }

    func waitUntilAnswering() throws {
        try eventually("newswatchd answers") {
            guard let client = try? ControlClient(path: socketPath) else {
                var status: Int32 = 0
                if waitpid(pid, &status, WNOHANG) == pid {
                    pid = 0
                    throw HarnessError(
                        "newswatchd ended with status \(nw_exit_status(status)) instead of starting:\n\(log)")
                }
                return false
            }
            return try client.request("PING").last == "OK pong"
        }
    }

    func client() throws -> ControlClient { try ControlClient(path: socketPath) }

    /// Ends it with `signal` and returns the wait status.
    @discardableResult
    func stop(_ signal: Int32 = SIGTERM) -> Int32 {
        kill(pid, signal)
        return waitForEnd()
    }

    /// Waits for the end of the daemon and returns the wait status. One that does not end within 20 s is killed,
    /// so that the test fails rather than hangs.
    func waitForEnd() -> Int32 {
        var status: Int32 = 0
        for _ in 0..<2000 {
            if waitpid(pid, &status, WNOHANG) == pid {
                pid = 0
                return status
            }
            usleep(10_000)
        }
        kill(pid, SIGKILL)
        waitpid(pid, &status, 0)
        pid = 0
        return status
    }

    /// Writes beside the spool and renames into `in/`, as a careful writer does.
    func drop(_ text: String, as name: String, source: String? = nil) throws {
        let beside = folder + "/state/.dropping"
        try write(text, to: beside)
        guard rename(beside, incoming + "/" + (source.map { $0 + "/" } ?? "") + name) == 0 else {
            throw HarnessError("rename \(name): \(errno)")
        }
    }

    func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    /// Names of regular files below a folder of the spool, however deep.
    func files(in place: String) -> [String] {
        let root = spool + "/" + place
        let found = FileManager.default.subpaths(atPath: root) ?? []
        return found.filter { path in
            var status = stat()
            return lstat(root + "/" + path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
        }.sorted()
    }

    /// Runs a program to its end; its status, and what it wrote to standard error and, unless that goes elsewhere,
    /// standard output. One that does not end within 60 s is killed.
    func run(
        _ program: String, _ arguments: [String], standardOutput: String? = nil
    ) throws -> (status: Int32, output: String) {
        try run(path: Self.buildFolder + "/" + program, arguments, standardOutput: standardOutput)
    }

    /// The same for a program of the system; ours are in its PATH.
    func run(
        path: String, _ arguments: [String], standardOutput: String? = nil
    ) throws -> (status: Int32, output: String) {
        let output = folder + "/output"
        let child = try Self.spawn(
            path, arguments, environment: environment, output: output, standardOutput: standardOutput)
        var status: Int32 = 0
        var looks = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            usleep(2000)
            looks += 1
            if looks == 30_000 { kill(child, SIGKILL) }
        }
        return (nw_exit_status(status), (try? String(contentsOfFile: output, encoding: .utf8)) ?? "")
    }

    /// Starts a program of ours and leaves it running; `end` must be called.
    func spawn(_ program: String, _ arguments: [String]) throws -> pid_t {
        try Self.spawn(
            Self.buildFolder + "/" + program, arguments, environment: environment, output: folder + "/spawned")
    }

    /// Ends a process that `spawn` started; harmless when done twice.
    static func end(_ child: pid_t) {
        guard waitpid(child, nil, WNOHANG) == 0 else { return }
        kill(child, SIGKILL)
        waitpid(child, nil, 0)
    }

    private static func spawn(
        _ executable: String, _ arguments: [String], environment: [String], output: String,
        standardOutput: String? = nil
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 2, 1)
        if let standardOutput { posix_spawn_file_actions_addopen(&actions, 1, standardOutput, O_WRONLY, 0) }
        var argv: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for text in argv + envp { free(text) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, executable, &actions, nil, &argv, &envp)
        guard code == 0 else { throw HarnessError("\(executable): \(String(cString: strerror(code)))") }
        return pid
    }
}

/// Asks again and again, for what happens in another process and tells nobody; fails after 20 s.
func eventually(_ what: String, _ condition: () throws -> Bool) throws {
    for _ in 0..<2000 {
        if try condition() { return }
        usleep(10_000)
    }
    throw HarnessError("waited 20 s in vain until \(what)")
}
