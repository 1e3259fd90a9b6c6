/// A list that keeps its first or its last elements and takes no more memory than those need.
struct EndBuffer<Element> {
    enum Kept {
        case first, last
    }

    let limit: Int
    private let kept: Kept
    private var storage: [Element] = []

    /// - Parameter limit: how many are kept at most.
    init(keeping kept: Kept, _ limit: Int) {
        (self.kept, self.limit) = (kept, limit)
        storage.reserveCapacity(kept == .first ? limit : 2 * limit)
    }

    /// Whether nothing that is added now could be kept.
    var isFull: Bool { kept == .first && storage.count >= limit }

    mutating func append(_ element: Element) {
        if kept == .first {
            if storage.count < limit { storage.append(element) }
            return
        }
        // Room for twice as many, so that what falls out moves the rest only once in a while.
        if storage.count >= 2 * limit { storage.removeFirst(storage.count - limit) }
        storage.append(element)
    }

    mutating func removeAll() { storage.removeAll(keepingCapacity: true) }

    /// What is kept, in the order it came.
    var elements: ArraySlice<Element> { storage.suffix(limit) }
    var count: Int { min(storage.count, limit) }
}
