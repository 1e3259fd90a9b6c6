import NewswatchModel

/// Counts the names that ordinary words will be taken for, and keeps the worst: a long list has hundreds.
public struct NoiseTally: Hashable, Sendable {
    private var worst: [FileProblem] = []
    /// The false hits expected of each of `worst`.
    private var hits: [Double] = []
    private var count = 0

    public init() {}

    /// The worst names, and how many there are beside them; nothing where there are none.
    public var warnings: [String] { NoiseWarnings.told(worst, of: count) }

    /// Adds the names of `entity`, which stands in a line of `path`.
    mutating func add(_ entity: Entity, path: String, line: Int) {
        for found in NoiseWarnings.found(in: entity, path: path, line: line) {
            count += 1
            let place = hits.firstIndex { $0 < found.hits } ?? hits.count
            guard place < NoiseWarnings.shown else { continue }
            worst.insert(found.problem, at: place)
            hits.insert(found.hits, at: place)
            if hits.count > NoiseWarnings.shown {
                worst.removeLast()
                hits.removeLast()
            }
        }
    }
}
