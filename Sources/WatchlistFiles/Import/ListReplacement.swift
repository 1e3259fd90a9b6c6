import Glibc

/// A list file that is being written beside the one whose place it takes, whole or not at all.
///
/// Without `commit` nothing is left of it. The temporary file has a fixed name, so that one left by a crash is
/// overwritten by the next, and is locked, so that two imports do not write into one.
final class ListReplacement {
    private let path: String
    private let temporary: String
    private var descriptor: Int32 = -1
    private var buffer: [UInt8] = []

    init(of path: String) throws {
        self.path = path
        let name = path.split(separator: "/").last ?? "list"
        temporary = "\(folder(of: path))/.\(name).new"
        while descriptor < 0 {
            let opened = open(temporary, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard opened >= 0 else { throw FileProblems([cannot("be written", path, errno)]) }
            guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
                close(opened)
                throw FileProblems([
                    FileProblem(path: path, message: "another import writes it", cure: "wait until that has ended")
                ])
            }
            // Another may have put the file in its place between the two calls.
            var (mine, named) = (stat(), stat())
            if fstat(opened, &mine) == 0, stat(temporary, &named) == 0, mine.st_ino == named.st_ino {
                descriptor = opened
            } else {
                close(opened)
            }
        }
        guard ftruncate(descriptor, 0) == 0, fchmod(descriptor, 0o644) == 0 else { throw failed("be written") }
    }

    deinit {
        guard descriptor >= 0 else { return }
        unlink(temporary)
        close(descriptor)
    }

    func append(_ octets: [UInt8]) throws {
        buffer.append(contentsOf: octets)
        if buffer.count >= 1 << 18 { try flush() }
    }

    /// Puts the new list in place of the old one. It is on the disk when this returns.
    func commit() throws {
        try flush()
        guard fsync(descriptor) == 0 else { throw failed("be written to the disk") }
        guard rename(temporary, path) == 0 else { throw failed("be replaced") }
        close(descriptor)
        descriptor = -1
        guard makeLasting(path) else { throw failed("be made lasting") }
    }

    private func flush() throws {
        guard writeAll(descriptor, buffer) else { throw failed("be written") }
        buffer.removeAll(keepingCapacity: true)
    }

    private func failed(_ what: String) -> FileProblems { FileProblems([cannot(what, path, errno)]) }
}
