import Glibc

/// Sorts more lines than memory holds: as many as fit are sorted and written as one run to a temporary file, and
/// `merged` reads all runs side by side.
///
/// A line begins with its key, which a tab ends. Lines with the same key keep their order.
final class SortedRuns {
    private struct Line {
        /// The first eight octets of the key, the first the most significant.
        let prefix: UInt64
        let start: Int
        let keyEnd: Int
        let end: Int
    }

    private let runSize: Int
    private let path: String
    private let descriptor: Int32
    private var octets: [UInt8] = []
    private var lines: [Line] = []
    private var written = 0
    /// Where each run stands in the file.
    private(set) var runs: [Range<Int>] = []

    /// - Parameters:
    ///   - target: the file beside which the temporary one is made; that has no name from the begin on, so nothing is
    ///     left of it whatever ends the program.
    ///   - runSize: octets that are sorted at a time.
    init(beside target: String, runSize: Int) throws {
        self.runSize = runSize
        let folder = folder(of: target)
        path = folder
        var template = Array((folder + "/.newswatch-import-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            var problem = cannot("be written to", folder, errno)
            if errno == EACCES {
                problem.cure = "do it as a user who may, as with sudo, or name another folder with --into"
            }
            throw FileProblems([problem])
        }
        unlink(&template)
    }

    deinit { close(descriptor) }

    /// Adds the line `key`, tab, `rest`; neither has a line end, and `key` no tab.
    func append(_ key: String, _ rest: [UInt8]) throws {
        if !octets.isEmpty, octets.count + rest.count + key.utf8.count + 2 > runSize { try writeRun() }
        // Room for a run is asked for once: what is not used of it costs nothing.
        if octets.isEmpty { octets.reserveCapacity(runSize) }
        let start = octets.count
        octets.append(contentsOf: key.utf8)
        let keyEnd = octets.count
        octets.append(0x09)
        octets.append(contentsOf: rest)
        octets.append(0x0A)
        var prefix: UInt64 = 0
        for offset in 0..<8 {
            prefix = prefix << 8 | (start + offset < keyEnd ? UInt64(octets[start + offset]) : 0)
        }
        lines.append(Line(prefix: prefix, start: start, keyEnd: keyEnd, end: octets.count))
    }

    /// All lines in the order of their keys. Nothing may be added any more.
    func merged() throws -> RunMerge {
        if !lines.isEmpty { try writeRun() }
        octets = []
        lines = []
        return try RunMerge(self)
    }

    /// Octets of the temporary file from `offset`, at most `count`; empty at the end.
    func read(at offset: Int, count: Int) throws -> [UInt8] {
        var got = 0
        let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            repeat {
                got = pread(descriptor, buffer.baseAddress, count, off_t(offset))
            } while got < 0 && errno == EINTR
            initialized = max(0, got)
        }
        guard got >= 0 else { throw FileProblems([cannot("be read", path, errno)]) }
        return piece
    }

    private func writeRun() throws {
        sortLines()
        let start = written
        var buffer: [UInt8] = []
        for line in lines {
            buffer.append(contentsOf: octets[line.start..<line.end])
            if buffer.count >= 1 << 18 {
                try write(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try write(buffer)
        runs.append(start..<written)
        lines.removeAll(keepingCapacity: true)
        octets.removeAll(keepingCapacity: true)
    }

    private func sortLines() {
        let octets = octets
        lines.sort { a, b in
            if a.prefix != b.prefix { return a.prefix < b.prefix }
            let (left, right) = (octets[a.start..<a.keyEnd], octets[b.start..<b.keyEnd])
            if left.lexicographicallyPrecedes(right) { return true }
            return left == right && a.start < b.start
        }
    }

    private func write(_ buffer: [UInt8]) throws {
        guard writeAll(descriptor, buffer) else { throw FileProblems([cannot("be written", path, errno)]) }
        written += buffer.count
    }
}
