import FoundationEssentials
import NewswatchModel

/// The entities that were added or changed through the protocol: they cover those of the files.
public struct WatchlistOverlay: Hashable, Sendable {
    public var entities: [EntityID: Entity]
    /// The watchlist's version when the overlay was saved, so that it goes on counting after a restart.
    public var version: Int

    /// No entity, version 0.
    public init() { (entities, version) = ([:], 0) }

    /// Format of the file that this version writes; a file with a higher one is refused.
    static let format = 1

    /// Reads what `save` wrote. No file at `path` is an empty overlay.
    public static func load(path: String) throws(FileProblems) -> WatchlistOverlay {
        guard fileExists(path) else { return WatchlistOverlay() }
        let table = try readJSONObject(try readFile(path), path: path)
        var reader = TableReader(table, called: "the overlay of live edits")
        let format = reader.integer("format", in: 1...Int.max)
        guard let format, format <= Self.format else {
            let found = format.map { "format \($0)" } ?? "no format"
            throw FileProblems([
                FileProblem(
                    path: path, key: "format", message: "the overlay of live edits has \(found)",
                    cure: "use the newswatchd that wrote it, or move the file away to go on without live edits")
            ])
        }
        var overlay = WatchlistOverlay()
        overlay.version = reader.integer("version", in: 0...Int.max) ?? 0
        for table in reader.tables("entities") ?? [] {
            let (entity, problems, _) = EntityReader.read(table)
            reader.adopt(problems.filter { $0.severity == .error })
            if let entity { overlay.entities[entity.id] = entity }
        }
        let problems = reader.finish()
        guard problems.isEmpty else { throw FileProblems(problems) }
        return overlay
    }

    /// Writes the overlay so that after a crash or power cut `path` has either the old or the new one whole.
    /// It is on the disk when this returns. Throws one problem when the file system refuses.
    public func save(path: String) throws(FileProblems) {
        let sorted = entities.values.sorted { $0.id < $1.id }
        let lines = sorted.map(EntityPayload.encode).joined(separator: ",\n")
        let text = "{\"format\": \(Self.format), \"version\": \(version), \"entities\": [\n\(lines)\n]}\n"
        try writeDurably(Array(text.utf8), to: path)
    }

    /// The watchlist's entries: those of the files, covered and joined by live ones; sorted by id.
    public func applied(to entries: [WatchlistEntry]) -> [WatchlistEntry] {
        if entities.isEmpty { return entries }
        var result: [WatchlistEntry] = []
        result.reserveCapacity(entries.count + entities.count)
        var left = entities
        for entry in entries {
            if let live = left.removeValue(forKey: entry.entity.id) {
                result.append(WatchlistEntry(entity: live, origin: .overlay, covers: entry.origin))
            } else {
                result.append(entry)
            }
        }
        result += left.values.map { WatchlistEntry(entity: $0, origin: .overlay) }
        return result.sorted { $0.entity.id < $1.entity.id }
    }
}
