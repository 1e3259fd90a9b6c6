import Glibc

/// A file mapped into memory, read-only, shared with every process that maps it; unmapped with its last owner.
///
/// Safe to read from for as long as this object lives, on one condition that no program can check: nobody cuts the file
/// in the meantime. Model files are replaced by renaming, which leaves the mapped one as it is.
final class ToneFileMapping {
    let bytes: UnsafeRawBufferPointer

    /// Maps the whole file that `descriptor` stands for, which may be closed afterwards.
    init(descriptor: Int32, file: String) throws(ToneModelError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw ToneFileMapping.refused(file, "be looked at") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw ToneModelError(
                file: file, kind: .notAModel, wrong: "it is no regular file", right: "a model is a .nwtone file")
        }
        let length = Int(status.st_size)
        guard (1...ToneFileMapping.most).contains(length) else {
            throw ToneModelError(
                file: file, kind: .notAModel, wrong: "it has \(length) octets",
                right: "a model has 1 to \(ToneFileMapping.most)")
        }
        guard let start = mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED else {
            throw ToneFileMapping.refused(file, "be mapped")
        }
        bytes = UnsafeRawBufferPointer(start: start, count: length)
    }

    /// Maps the file at `path`; a pipe by that name is refused, and not waited for.
    convenience init(path: String) throws(ToneModelError) {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw ToneFileMapping.refused(path, "be opened") }
        defer { close(descriptor) }
        try self.init(descriptor: descriptor, file: path)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count) }

    /// Offsets in the format are below 2³¹.
    private static let most = 1 << 31 - 1

    private static func refused(_ file: String, _ what: String) -> ToneModelError {
        ToneModelError(
            file: file, kind: .unreadable, wrong: "it cannot \(what): \(String(cString: strerror(errno)))",
            right: "this user must be able to read it")
    }
}
