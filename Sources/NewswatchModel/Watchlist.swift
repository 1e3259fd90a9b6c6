/// Where an entity's definition stands.
public enum EntityOrigin: Hashable, Sendable {
    /// A file that the user wrote; `line` counts from 1 and names the `[[entity]]` heading.
    case file(path: String, line: Int)
    /// Added or changed through the protocol; kept in the state folder.
    case overlay
}

extension EntityOrigin: CustomStringConvertible {
    public var description: String {
        switch self {
        case .file(let path, let line): "\(path):\(line)"
        case .overlay: "live"
        }
    }
}

/// One entity of the watchlist with where it comes from.
public struct WatchlistEntry: Hashable, Sendable {
    public var entity: Entity
    public var origin: EntityOrigin
    /// The file whose definition a live change covers, when there is one.
    public var covers: EntityOrigin?

    public init(entity: Entity, origin: EntityOrigin, covers: EntityOrigin? = nil) {
        (self.entity, self.origin, self.covers) = (entity, origin, covers)
    }
}

/// All entities in force, sorted by id, each id once.
public struct Watchlist: Sendable {
    /// Grows by one with each change that takes effect; stays the same across restarts without a change.
    public var version: Int
    public var entries: [WatchlistEntry]

    public init(version: Int, entries: [WatchlistEntry]) {
        self.version = version
        // What is sorted already is shared, not copied: a long list is kept once.
        let isSorted = entries.indices.dropFirst().allSatisfy { entries[$0 - 1].entity.id < entries[$0].entity.id }
        self.entries = isSorted ? entries : entries.sorted { $0.entity.id < $1.entity.id }
    }

    public subscript(id: EntityID) -> WatchlistEntry? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].entity.id < id { low = middle + 1 } else { high = middle }
        }
        return low < entries.count && entries[low].entity.id == id ? entries[low] : nil
    }

    /// How many names all entities have together.
    public var nameCount: Int { entries.reduce(0) { $0 + 1 + $1.entity.aliases.count } }
}
