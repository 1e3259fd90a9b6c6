import Glibc
import NewswatchModel

/// Reads watchlists that people write: TOML files with one `[[entity]]` table for each entity.
public enum WatchlistFolder {
    /// Reads each `*.toml` of `directory` in the order of the names; hidden files are left out.
    ///
    /// - Parameter alsoKnown: entities that `only-with` may name though no file has them (live ones).
    /// - Returns: the entities sorted by id, and what is odd but no error.
    /// - Throws: all errors of all files. A missing folder is one, an id twice is one that names both places.
    public static func load(
        _ directory: String, alsoKnown: Set<EntityID> = []
    ) throws(FileProblems) -> (entries: [WatchlistEntry], warnings: [FileProblem]) {
        var reading = WatchlistReading()
        reading.folder(directory)
        return try reading.finish(alsoKnown: alsoKnown)
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
                reading.file(path)
            }
        }
        return try reading.finish(alsoKnown: [])
    }

    /// An error for each `only-with` that names an entity which `entries` has not: what a live removal or
    /// change would leave behind. Tells the file where there is one, without a column.
    public static func danglingReferences(in entries: [WatchlistEntry]) -> [FileProblem] {
        let known = Set(entries.map(\.entity.id))
        return entries.flatMap { entry in
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

/// One reading of several files.
private struct WatchlistReading {
    private var entries: [EntityID: WatchlistEntry] = [:]
    private var problems: [FileProblem] = []
    private var references: [(owner: EntityID?, table: LocatedTable, reference: EntityReader.Reference)] = []
    /// Ids of entities that have errors of their own count as known: one slip, one error.
    private var named: Set<EntityID> = []

    mutating func folder(_ path: String) {
        guard let stream = opendir(path) else {
            problems.append(cannot("be opened as a watchlist folder", path, errno))
            return
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".toml"), !name.hasPrefix(".") { names.append(name) }
        }
        if names.isEmpty {
            problems.append(
                FileProblem(
                    severity: .warning, path: path, message: "the folder has no .toml file: nothing is watched",
                    cure: "put a file with [[entity]] tables there"))
        }
        // By octets, so that the order is the same in every locale.
        names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for name in names { file(path.hasSuffix("/") ? path + name : path + "/" + name) }
    }

    mutating func file(_ path: String) {
        do throws(FileProblems) {
            let source = try TOMLSource(path: path)
            var top = TableReader(source.root, called: "a watchlist file")
            let tables = top.tables("entity")
            problems += top.finish()
            for table in tables ?? [] { entity(table) }
        } catch {
            problems += error.problems
        }
    }

    private mutating func entity(_ table: LocatedTable) {
        let (entity, found, onlyWith) = EntityReader.read(table)
        problems += found
        let written = table.entries["id"]?.value
        guard let written, case .string(let text) = written.content, let id = EntityID(text) else { return }
        references += onlyWith.map { (id, table, $0) }
        named.insert(id)
        if let first = entries[id] {
            problems.append(
                table.problem(
                    at: written.offset, key: "id", value: "\"\(id)\"", "the id is taken: \(first.origin) has it too",
                    cure: "give one of them another id, or make them one entity"))
        } else if let entity {
            entries[id] = WatchlistEntry(entity: entity, origin: .file(path: table.path, line: table.line))
        }
    }

    mutating func finish(
        alsoKnown: Set<EntityID>
    ) throws(FileProblems) -> (entries: [WatchlistEntry], warnings: [FileProblem]) {
        let known = named.union(alsoKnown)
        for (owner, table, reference) in references where !known.contains(reference.id) {
            let place = table.problem(at: reference.value.offset, "", cure: "")
            problems.append(WatchlistFolder.unknownReference(reference.id, of: owner, known, place))
        }
        // Files in the order they were read, places in order within each; the sort is stable.
        var order: [String: Int] = [:]
        for problem in problems where order[problem.path] == nil { order[problem.path] = order.count }
        let sorted = problems.sorted {
            (order[$0.path] ?? 0, $0.line ?? 0, $0.column ?? 0) < (order[$1.path] ?? 0, $1.line ?? 0, $1.column ?? 0)
        }
        if sorted.contains(where: { $0.severity == .error }) { throw FileProblems(sorted) }
        return (entries.values.sorted { $0.entity.id < $1.entity.id }, sorted)
    }
}
