import CLinux
import Glibc

/// A file that the user named, open for reading; `-` is standard input, taken into memory whole so that the
/// reader can seek in it.
struct FileInput {
    /// As it is shown.
    let name: String
    let descriptor: Int32

    init(_ path: String) throws {
        guard path == "-" else {
            name = path
            descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
            guard descriptor >= 0 else {
                let status: Failure.Status = errno == ENOENT ? .notFound : errno == EACCES ? .denied : .usage
                throw Failure(status, "\(path): \(String(cString: strerror(errno)))")
            }
            var status = stat()
            let isKnown = fstat(descriptor, &status) == 0
            guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
                close(descriptor)
                let isFolder = isKnown && status.st_mode & S_IFMT == S_IFDIR
                let cure = isFolder ? "a folder; name the files in it" : "not a regular file; pipe it in and write -"
                throw Failure(.usage, "\(path): \(cure)")
            }
            return
        }
        name = "-"
        descriptor = nw_memfd("newswatch-stdin")
        guard descriptor >= 0 else { throw Failure(.internal, "memfd_create: \(String(cString: strerror(errno)))") }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            try FileInput.write(descriptor, buffer[..<count])
        }
        lseek(descriptor, 0, SEEK_SET)
    }

    /// A memory file that holds `bytes`, at its start.
    static func memory(_ name: String, _ bytes: [UInt8]) throws -> Int32 {
        let descriptor = nw_memfd(name)
        guard descriptor >= 0 else { throw Failure(.internal, "memfd_create: \(String(cString: strerror(errno)))") }
        try write(descriptor, bytes[...])
        lseek(descriptor, 0, SEEK_SET)
        return descriptor
    }

    private static func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure(.internal, "memory file: \(String(cString: strerror(errno)))") }
            rest = rest.dropFirst(count)
        }
    }

    /// The name that the daemon is told: without folders.
    var shortName: String { name == "-" ? "stdin" : String(name.split(separator: "/").last ?? "file") }
}
