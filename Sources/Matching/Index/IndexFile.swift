import Glibc

/// An index image as a file.
public enum IndexFile {
    /// Writes `image` beside `path`, syncs it and renames it over `path`: a reader sees the old file or the new one,
    /// whole. Mode 0644; the temporary file is removed on failure.
    public static func write(_ image: [UInt8], to path: String) throws(IndexError) {
        let temporary = "\(path).\(getpid()).tmp"
        let descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw .system(call: "open", path: temporary, code: errno) }
        do throws(IndexError) {
            try fill(descriptor, image, temporary)
            guard rename(temporary, path) == 0 else { throw .system(call: "rename", path: path, code: errno) }
        } catch {
            unlink(temporary)
            throw error
        }
        try syncFolder(of: path)
    }

    /// Maps the image at `path`.
    public static func open(path: String) throws(IndexError) -> WatchlistIndex {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(call: "open", path: path, code: errno) }
        defer { close(descriptor) }
        return try WatchlistIndex(descriptor: descriptor)
    }

    /// Writes and syncs, and closes `descriptor` in any case.
    private static func fill(_ descriptor: Int32, _ image: [UInt8], _ path: String) throws(IndexError) {
        var failure: IndexError?
        var written = 0
        while written < image.count, failure == nil {
            let count = image.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written) }
            if count > 0 {
                written += count
            } else if count < 0, errno != EINTR {
                failure = .system(call: "write", path: path, code: errno)
            }
        }
        if failure == nil, fsync(descriptor) != 0 { failure = .system(call: "fsync", path: path, code: errno) }
        if close(descriptor) != 0, failure == nil { failure = .system(call: "close", path: path, code: errno) }
        if let failure { throw failure }
    }

    /// Makes the rename durable.
    private static func syncFolder(of path: String) throws(IndexError) {
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(call: "open", path: folder, code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(call: "fsync", path: folder, code: errno) }
    }
}
