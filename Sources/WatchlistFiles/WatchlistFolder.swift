import Glibc
import NewswatchModel

/// Reads watchlists: TOML files that people write, with one `[[entity]]` table for each entity, and list files in
/// tab-separated values, with a line for each.
public enum WatchlistFolder {
    /// Reads each `*.toml` and `*.tsv` of `directory` in the order of the names; hidden files are left out.
    ///
    /// - Parameter alsoKnown: entities that `only-with` may name though no file has them (live ones).
    /// - Returns: the entities sorted by id, and what is odd but no error.
    /// - Throws: all errors of all files. A missing folder is one, an id twice is one that names both places.
    public static func load(
        _ directory: String, alsoKnown: Set<EntityID> = []
    ) throws(FileProblems) -> (entries: [WatchlistEntry], warnings: [FileProblem]) {
        let snapshot = try snapshot(directory, alsoKnown: alsoKnown)
        return (snapshot.entries, snapshot.warnings)
    }

    /// Reads `directory` as `load(_:alsoKnown:)` does, but parses only files whose bytes differ from those that
    /// `snapshot` was made of. Returns `nil` when none does.
    public static func load(
        _ directory: String, alsoKnown: Set<EntityID>, since snapshot: WatchlistSnapshot
    ) throws(FileProblems) -> WatchlistSnapshot? {
        do throws(FileProblems) {
            var reading = WatchlistReading(since: snapshot)
            reading.folder(directory)
            if reading.isAsBefore, WatchlistFolder.danglingReferences(in: snapshot.entries, alsoKnown).isEmpty {
                return nil
            }
            return try reading.snapshot(alsoKnown: alsoKnown)
        } catch {
            // What was not parsed again has no columns: told from the start, each error has its place.
            return try self.snapshot(directory, alsoKnown: alsoKnown)
        }
    }

    /// Reads `directory` as `load(_:alsoKnown:)` does, and keeps what the next reading need not do again.
    public static func snapshot(
        _ directory: String, alsoKnown: Set<EntityID> = []
    ) throws(FileProblems) -> WatchlistSnapshot {
        var reading = WatchlistReading()
        reading.folder(directory)
        return try reading.snapshot(alsoKnown: alsoKnown)
    }

    /// Reads files and folders in the order given, as `load(_:)` reads a folder.
    public static func load(
        paths: [String]
    ) throws(FileProblems) -> (entries: [WatchlistEntry], warnings: [FileProblem]) {
        var reading = WatchlistReading()
        for path in paths {
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                reading.folder(path)
            } else {
                reading.named(path)
            }
        }
        let snapshot = try reading.snapshot(alsoKnown: [])
        return (snapshot.entries, snapshot.warnings)
    }

    /// An error for each `only-with` that names an entity which `entries` has not: what a live removal or
    /// change would leave behind. Tells the file where there is one, without a column.
    public static func danglingReferences(
        in entries: [WatchlistEntry], _ alsoKnown: Set<EntityID> = []
    ) -> [FileProblem] {
        // Most lists have no such rule, and then nothing is hashed.
        let referring = entries.filter { !$0.entity.onlyWith.isEmpty }
        if referring.isEmpty { return [] }
        let known = Set(entries.map(\.entity.id)).union(alsoKnown)
        return referring.flatMap { entry in
            entry.entity.onlyWith.filter { !known.contains($0) }.map { id in
                let place: (path: String, line: Int?) =
                    if case .file(let path, let line) = entry.origin { (path, line) } else { ("payload", nil) }
                return unknownReference(
                    id, of: entry.entity.id, known,
                    FileProblem(path: place.path, line: place.line, message: "", cure: ""))
            }
        }
    }

    static func unknownReference(
        _ id: EntityID, of owner: EntityID?, _ known: Set<EntityID>, _ place: FileProblem
    ) -> FileProblem {
        var problem = place
        problem.key = Entity.CodingKeys.onlyWith.rawValue
        problem.value = "\"\(id)\""
        problem.message = "\(owner.map { "\($0): " } ?? "")only-with names an entity that is not on the watchlist"
        let near = nearest(to: id.rawValue, among: known.map(\.rawValue).sorted())
        problem.cure = near.map { "did you mean \"\($0)\"?" } ?? "add the entity \"\(id)\", or remove it here"
        return problem
    }
}
