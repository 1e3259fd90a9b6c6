/// The bytes of a file, with the way from a byte offset to a line and column.
///
/// Places are offsets until a problem is told: a list of a hundred thousand names that is right never
/// counts a column.
struct SourceText: Sendable {
    let path: String
    let bytes: [UInt8]
    /// Offset of the first byte of each line.
    private let lineStarts: [Int]

    init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        // Editors do not count a byte order mark as a column.
        var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
        lineStarts = starts
    }

    /// Line from 1.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// Column from 1, in Unicode scalars: a byte that continues a scalar is not counted.
    func column(at offset: Int) -> Int {
        let start = lineStarts[line(at: offset) - 1]
        let end = min(max(offset, start), bytes.count)
        return 1 + bytes[start..<end].count { $0 & 0xC0 != 0x80 }
    }
}
