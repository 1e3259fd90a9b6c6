import Glibc
import Synchronization

/// Holds the archive for one process: flock(2) on a file beside it that names the holder's pid.
///
/// The lock goes with the descriptor, so it never outlives the process, and a second opener in the same
/// process is refused as well.
final class ArchiveLock: Sendable {
    private let descriptor: Mutex<Int32?>

    /// - throws: `locked` when somebody has it, `cannotOpen` when the file cannot be made.
    init(path: String, archive: String) throws(ArchiveError) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.holder(file)
            close(file)
            if code == EWOULDBLOCK { throw .locked(path: archive, pid: holder) }
            throw .cannotOpen(path: path, reason: String(cString: strerror(code)))
        }
        // Only for the message of a second opener: when the disk is too full for it, that opener gets no pid.
        let line = Array("\(getpid())\n".utf8)
        if ftruncate(file, 0) == 0 { _ = pwrite(file, line, line.count, 0) }
        descriptor = Mutex(file)
    }

    deinit { release() }

    /// Lets the next opener in. May be called more than once.
    func release() {
        descriptor.withLock {
            // The pid would name a process that no longer holds it.
            if let file = $0 { _ = ftruncate(file, 0); close(file) }
            $0 = nil
        }
    }

    private static func holder(_ file: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(file, &bytes, bytes.count, 0)
        return Int32(String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 0x0A }, as: UTF8.self))
    }
}
