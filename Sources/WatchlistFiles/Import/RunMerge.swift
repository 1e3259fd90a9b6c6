/// Reads the runs of `SortedRuns` side by side and gives all their lines in order.
struct RunMerge {
    /// One run with a piece of it in memory.
    private struct Run {
        var left: Range<Int>
        var piece: [UInt8] = []
        var position = 0
        var key: [UInt8] = []
    }

    /// Octets in memory of all runs together, so that many runs take no more than few.
    private static let memory = 8 << 20

    private let source: SortedRuns
    private let pieceSize: Int
    private var runs: [Run]
    /// Indices of the runs that have a line yet: a binary heap with the least key, and of equal ones the first run,
    /// on top.
    private var heap: [Int] = []

    init(_ source: SortedRuns) throws {
        self.source = source
        runs = source.runs.map { Run(left: $0) }
        pieceSize = max(512, min(1 << 18, Self.memory / max(1, runs.count)))
        for index in runs.indices where try findKey(index) {
            heap.append(index)
            rise(heap.count - 1)
        }
    }

    /// The next line without its end; `nil` behind the last.
    mutating func next() throws -> [UInt8]? {
        guard let top = heap.first else { return nil }
        let line = try takeLine(top)
        if try !findKey(top) {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
        }
        sink(0)
        return line
    }

    /// Reads the key of the run's next line; `false` at its end.
    private mutating func findKey(_ index: Int) throws -> Bool {
        guard let end = try find(0x09, index) else { return false }
        runs[index].key.removeAll(keepingCapacity: true)
        runs[index].key.append(contentsOf: runs[index].piece[runs[index].position..<end])
        return true
    }

    private mutating func takeLine(_ index: Int) throws -> [UInt8] {
        let end = try find(0x0A, index) ?? runs[index].piece.count
        defer { runs[index].position = end + 1 }
        return Array(runs[index].piece[runs[index].position..<end])
    }

    /// Where `byte` stands next in the run's piece, which grows until it does.
    private mutating func find(_ byte: UInt8, _ index: Int) throws -> Int? {
        var from = runs[index].position
        while true {
            var place = from
            let count = runs[index].piece.count
            while place < count, runs[index].piece[place] != byte { place += 1 }
            if place < count { return place }
            let left = runs[index].left
            guard !left.isEmpty else { return nil }
            let more = try source.read(at: left.lowerBound, count: min(pieceSize, left.count))
            guard !more.isEmpty else { return nil }
            runs[index].left = left.lowerBound + more.count..<left.upperBound
            // What was given goes; the begin of a line stays.
            runs[index].piece.removeFirst(runs[index].position)
            from = runs[index].piece.count
            runs[index].piece += more
            runs[index].position = 0
        }
    }

    private func isLess(_ a: Int, _ b: Int) -> Bool {
        let (left, right) = (runs[a].key, runs[b].key)
        return left.lexicographicallyPrecedes(right) || (left == right && a < b)
    }

    private mutating func rise(_ start: Int) {
        var child = start
        while child > 0, isLess(heap[child], heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func sink(_ start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isLess(heap[child], heap[least]) {
                least = child
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
