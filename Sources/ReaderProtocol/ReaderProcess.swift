import CLinux
import Glibc

/// Why a worker process could not be started or driven.
public enum ReaderProcessError: Error, Hashable, Sendable, CustomStringConvertible {
    case cannotStart(executable: String, errno: Int32)
    /// The worker ended or said why it cannot go on.
    case gone(String)
    case frame(FrameError)

    public var description: String {
        switch self {
        case .cannotStart(let executable, let code): "\(executable): \(String(cString: strerror(code)))"
        case .gone(let reason): "the reader ended: \(reason)"
        case .frame(let error): "the reader answered nonsense: \(error)"
        }
    }
}

/// A running `newswatch-reader`.
public struct ReaderProcess: Sendable {
    public let pid: pid_t
    /// Our end of its socket; blocking, close-on-exec. The caller closes it, upon which the worker ends.
    public let socket: Int32

    /// The descriptor at which a worker finds its socket.
    public static let workerSocket: Int32 = 3

    /// Starts a worker with its socket as descriptor 3, nothing else open but standard error, no environment
    /// but what it needs, and signals as for a new process.
    public static func spawn(executable: String) throws(ReaderProcessError) -> ReaderProcess {
        #if DEBUG
            try spawn(executable: executable, fault: getenv(faultVariable).map { String(cString: $0) })
        #else
            try spawn(executable: executable, fault: nil)
        #endif
    }

    /// - Parameter fault: the worker's `faultVariable`.
    static func spawn(executable: String, fault: String?) throws(ReaderProcessError) -> ReaderProcess {
        var pair: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
            throw .cannotStart(executable: executable, errno: errno)
        }
        defer { close(pair[1]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // dup2 onto itself clears close-on-exec too (POSIX), so the number may be 3 already. First, since in a
        // parent without standard input and output the number may be 0 or 1.
        posix_spawn_file_actions_adddup2(&actions, pair[1], workerSocket)
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclosefrom_np(&actions, workerSocket + 1)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("newswatch-reader"), nil]
        var environment: [UnsafeMutablePointer<CChar>?] = Self.environment(fault: fault).map { strdup($0) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, executable, &actions, &attributes, &arguments, &environment)
        guard code == 0 else {
            close(pair[0])
            throw .cannotStart(executable: executable, errno: code)
        }
        return ReaderProcess(pid: pid, socket: pair[0])
    }

    /// Swift's backtracer would start a process of its own, which the sandbox denies after a long wait.
    private static func environment(fault: String?) -> [String] {
        ["LANG=C.UTF-8", "SWIFT_BACKTRACE=enable=no"] + (fault.map { ["\(faultVariable)=\($0)"] } ?? [])
    }

    /// In debug builds, names a fault for tests: `crash:TEXT`, `hang:TEXT`, `slow:TEXT` or `memory:TEXT` befalls the worker
    /// that reads a file with TEXT in it.
    public static let faultVariable = "NEWSWATCH_READER_FAULT"
}
