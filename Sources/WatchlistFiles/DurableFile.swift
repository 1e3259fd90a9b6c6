import Glibc

/// Whether there is anything at `path`, or it cannot be told.
func fileExists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 || errno != ENOENT
}

/// Replaces `path` by a file with `bytes`, mode 0600: a temporary file beside it, fsync, rename, fsync of
/// the folder. The temporary has a fixed name, so that one left by a crash is overwritten by the next.
func writeDurably(_ bytes: [UInt8], to path: String) throws(FileProblems) {
    let temporary = path + ".new"
    func fail(_ what: String) -> FileProblems {
        let problem = cannot(what, path, errno)
        unlink(temporary)
        return FileProblems([problem])
    }
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileProblems([cannot("be written", path, errno)]) }
    do {
        defer { close(descriptor) }
        guard writeAll(descriptor, bytes) else { throw fail("be written") }
        guard fsync(descriptor) == 0 else { throw fail("be written to the disk") }
    }
    guard rename(temporary, path) == 0 else { throw fail("be replaced") }
    guard makeLasting(path) else { throw fail("be made lasting") }
}

/// Writes all of `bytes`; `false`, with `errno` set, when the system refuses.
func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { return false }
        rest = rest.dropFirst(written)
    }
    return true
}

/// The folder in which `path` stands.
func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Puts the name `path`, as it is now, on the disk; `false`, with `errno` set, when the system refuses.
func makeLasting(_ path: String) -> Bool {
    let handle = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return false }
    defer { close(handle) }
    return fsync(handle) == 0
}
