import CLinux
import Glibc
import NewswatchModel

/// What keeps the spool from being used; each description tells the cure.
enum SpoolError: Error, CustomStringConvertible {
    case unusable(path: String, doing: String, errno: Int32)
    case twoFileSystems(String, String)

    var description: String {
        switch self {
        case .unusable(let path, let doing, let code):
            let who = geteuid()
            return
                "\(path): cannot \(doing): \(String(cString: strerror(code))); the spool's folders must belong to uid \(who) "
                + "(systemd-tmpfiles --create newswatch.conf sets them up)"
        case .twoFileSystems(let a, let b):
            return
                "\(a) and \(b) are on different file systems; a file can only be renamed within one: put the whole spool on one"
        }
    }
}

/// The spool's four folders, held open so that every operation is relative to them.
struct SpoolFolders: Sendable {
    let path: String
    let incoming: Int32
    let work: Int32
    let archive: Int32
    let quarantine: Int32

    /// Opens the folders below `path`, making those that are missing (mode 0700; the packaging makes them with
    /// their own modes before).
    init(path: String) throws(SpoolError) {
        self.path = path
        try Self.makePath(path)
        incoming = try Self.open(path + "/in")
        work = try Self.open(path + "/work")
        archive = try Self.open(path + "/archive")
        quarantine = try Self.open(path + "/quarantine")
        let devices = [incoming, work, archive, quarantine].map { descriptor in
            var status = stat()
            fstat(descriptor, &status)
            return status.st_dev
        }
        for (name, device) in zip(["work", "archive", "quarantine"], devices.dropFirst()) where device != devices[0] {
            throw .twoFileSystems(path + "/in", "\(path)/\(name)")
        }
    }

    func close() {
        for descriptor in [incoming, work, archive, quarantine] { Glibc.close(descriptor) }
    }

    /// Makes `path` and what is missing above it.
    static func makePath(_ path: String, mode: mode_t = 0o700) throws(SpoolError) {
        var prefix = ""
        for part in path.split(separator: "/") {
            prefix += "/" + part
            if mkdir(prefix, mode) != 0, errno != EEXIST {
                let code = errno
                var status = stat()
                // A read-only or foreign parent that exists answers EROFS or EACCES before EEXIST.
                if stat(prefix, &status) != 0 { throw .unusable(path: prefix, doing: "make the folder", errno: code) }
            }
        }
    }

    private static func open(_ path: String) throws(SpoolError) -> Int32 {
        if mkdir(path, 0o700) != 0, errno != EEXIST {
            throw .unusable(path: path, doing: "make the folder", errno: errno)
        }
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .unusable(path: path, doing: "open the folder", errno: errno) }
        return descriptor
    }

    /// Calls `body` with each name in a folder, as octets with a final zero, without `.` and `..`, until it says
    /// false. An errno, or 0 when it came to the end.
    @discardableResult
    static func forEachName(in folder: Int32, _ body: ([CChar]) -> Bool) -> Int32 {
        let descriptor = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return errno }
        guard let stream = fdopendir(descriptor) else {
            let code = errno
            Glibc.close(descriptor)
            return code
        }
        defer { closedir(stream) }
        while true {
            errno = 0
            guard let entry = readdir(stream) else { return errno }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { start in
                    Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
                }
            }
            if name != [46, 0], name != [46, 46, 0], !body(name) { return 0 }
        }
    }
}
