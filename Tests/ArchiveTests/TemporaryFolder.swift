import Glibc

/// A folder of a test's own, gone with the value.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/newswatch-archive-XXXXXX".utf8CString)
        path = String(cString: mkdtemp(&template))
    }

    deinit {
        for name in names { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    var names: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }

    /// What a process that dies now leaves on the disk.
    func copyAsAfterKill() -> TemporaryFolder {
        let copy = TemporaryFolder()
        for name in names where name != "archive.sqlite-shm" {
            write(Self.octets("\(path)/\(name)"), as: name, in: copy)
        }
        return copy
    }

    func overwrite(_ name: String, at offset: Int, with octets: [UInt8]) {
        let file = open("\(path)/\(name)", O_WRONLY | O_CREAT, 0o600)
        _ = pwrite(file, octets, octets.count, off_t(offset))
        close(file)
    }

    func size(_ name: String) -> Int {
        var status = stat()
        return stat("\(path)/\(name)", &status) == 0 ? Int(status.st_size) : 0
    }

    private func write(_ octets: [UInt8], as name: String, in folder: TemporaryFolder) {
        folder.overwrite(name, at: 0, with: octets)
    }

    private static func octets(_ path: String) -> [UInt8] {
        let file = open(path, O_RDONLY)
        defer { close(file) }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(file, &buffer, buffer.count), count > 0 { result += buffer.prefix(count) }
        return result
    }
}
