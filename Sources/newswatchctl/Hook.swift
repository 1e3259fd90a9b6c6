import CLinux
import Glibc

/// Where a follower stands: a file with the number of the last alert that was dealt with.
struct CursorFile {
    let path: String

    /// The number in the file; `nil` where there is no file yet.
    func read() throws -> Int64? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Failure(.usage, "\(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 32)
        let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard text.count == 1, let number = Int64(text[0]), number >= 0 else {
            throw Failure(
                .usage, "\(path): no cursor; it holds the number of an alert, and without the file a new one begins")
        }
        return number
    }

    /// Replaces the number; on the disk when this returns, so that a power cut repeats no alert that was dealt with.
    func write(_ cursor: Int64) throws {
        let temporary = path + ".new"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        let octets = Array("\(cursor)\n".utf8)
        let isWritten =
            descriptor >= 0
            && octets.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) } == octets.count
            && fsync(descriptor) == 0 && rename(temporary, path) == 0
        let reason = errno
        if descriptor >= 0 { close(descriptor) }
        guard isWritten else { throw Failure(.internal, "\(path): \(String(cString: strerror(reason)))") }
        // The new name must be there after a power cut as well.
        let parent = path.lastIndex(of: "/" as Character).map { String(path[...$0]) } ?? "."
        let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }
}

/// A program of the user's that is run for each alert, with the alert as a line of JSON on its standard input.
struct Hook {
    /// Seconds until the next try after a failure: the first wait, doubled each time, and the longest.
    static let waits: ClosedRange<UInt32> = 1...300

    let program: String

    /// Runs the program until it succeeds.
    func deliver(_ json: String, number: Int64) throws {
        var wait = Self.waits.lowerBound
        while true {
            let status = try run(json, number: number)
            if nw_exited(status) != 0, nw_exit_status(status) == 0 { return }
            let end =
                nw_exited(status) != 0 ? "exit status \(nw_exit_status(status))" : "signal \(nw_term_signal(status))"
            Output.complain("\(program) failed for alert \(number): \(end); again in \(wait) s")
            sleep(wait)
            wait = min(wait * 2, Self.waits.upperBound)
        }
    }

    /// One run; its wait status.
    private func run(_ json: String, number: Int64) throws -> Int32 {
        // A file in memory, not a pipe: a program that reads nothing must not hold up or end this one.
        let input = try FileInput.memory("newswatch-alert", Array((json + "\n").utf8))
        defer { close(input) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // This tool ignores SIGPIPE; a shell script of the user's expects it.
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        setenv("NEWSWATCH_ALERT_ID", "\(number)", 1)
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), nil]
        defer { free(arguments[0]) }
        var pid: pid_t = 0
        let code = posix_spawn(&pid, program, &actions, &attributes, &arguments, environ)
        guard code == 0 else { throw Failure(.usage, "\(program): cannot be run: \(String(cString: strerror(code)))") }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return status
    }
}
