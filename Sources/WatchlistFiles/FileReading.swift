import Glibc

/// The bytes of the regular file at `path`. A FIFO or device is refused without waiting on it.
func readFile(_ path: String, maxSize: Int = TOMLSource.maxSize) throws(FileProblems) -> [UInt8] {
    func problem(_ message: String, _ cure: String) -> FileProblems {
        FileProblems([FileProblem(path: path, message: message, cure: cure)])
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblems([cannot("be opened", path, errno)]) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblems([cannot("be read", path, errno)]) }
    guard status.st_mode & S_IFMT == S_IFREG else {
        throw problem("this is no regular file", "name a file, or move this out of the folder")
    }
    guard status.st_size <= maxSize else {
        throw problem("the file has \(status.st_size) octets", "split it: at most \(maxSize) are read")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    while bytes.count <= maxSize {
        var got = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            got = read(descriptor, buffer.baseAddress, buffer.count)
            count = max(0, got)
        }
        if got < 0 && errno == EINTR { continue }
        guard got >= 0 else { throw FileProblems([cannot("be read", path, errno)]) }
        if got == 0 { break }
        bytes += chunk
    }
    return bytes
}

/// A failed system call in words, with the cure that its error number suggests.
func cannot(_ what: String, _ path: String, _ error: Int32) -> FileProblem {
    let cure =
        switch error {
        case ENOENT: "create it, or name another"
        case EACCES, EPERM: "let uid \(geteuid()) read it: see its mode and owner, and those of its folders"
        case ENOTDIR: "one of the folders in its path is a file"
        case ENOSPC, EDQUOT: "free space on its file system"
        case EROFS: "its file system is read-only: name a folder that may be written"
        default: "see the system's message"
        }
    return FileProblem(path: path, message: "it cannot \(what): \(String(cString: strerror(error)))", cure: cure)
}
