import CLinux
import Glibc
import ReaderProtocol

/// What the worker gives up once it has its configuration and has loaded all that it needs by path.
enum Sandbox {
    /// Locks the process in; `nil`, or what failed. It cannot be undone.
    ///
    /// - Parameter mapped: octets of the mapped watchlist and tone models, which come on top of the memory limit.
    static func enter(_ configuration: ReaderConfiguration, mapped: Int) -> String? {
        allowMemory(configuration.memoryLimit + mapped)
        // The socket, standard error, the index, the file, and some that are on their way.
        limit(RLIMIT_NOFILE, 64)
        limit(RLIMIT_CORE, 0)
        limit(RLIMIT_FSIZE, 0)
        guard nw_sandbox_process() == 0 else { return failure("prctl") }
        guard nw_sandbox_landlock() >= 0 else { return failure("landlock") }
        guard nw_sandbox_filter() == 0 else { return failure("seccomp") }
        return nil
    }

    /// Sets the address space, in octets, that the worker may have from now on; what is mapped stays.
    static func allowMemory(_ octets: Int) { soften(RLIMIT_AS, octets) }

    /// Gives the worker `seconds` of processor time from now on, after which the kernel ends it.
    ///
    /// The kernel counts over the whole life of a process, so a limit set once would end a worker that is merely
    /// long at work. Nothing for 0.
    static func allowProcessorTime(_ seconds: Int) {
        guard seconds > 0 else { return }
        var used = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
        // The kernel looks at whole seconds.
        soften(RLIMIT_CPU, used.tv_sec + 1 + seconds)
    }

    /// Sets the limit that is in force and leaves its ceiling, so that it can be set again.
    private static func soften(_ resource: __rlimit_resource, _ value: Int) {
        var limit = rlimit()
        getrlimit(Int32(resource.rawValue), &limit)
        limit.rlim_cur = min(rlim_t(value), limit.rlim_max)
        setrlimit(Int32(resource.rawValue), &limit)
    }

    private static func limit(_ resource: __rlimit_resource, _ value: Int) {
        var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
        setrlimit(Int32(resource.rawValue), &limit)
    }

    private static func failure(_ what: String) -> String { "\(what): \(String(cString: strerror(errno)))" }
}
