import ContentHash
import Glibc
import NewswatchModel

/// One reading of several files.
struct WatchlistReading {
    /// Where an id stands in its file, from 1; 0 where that is not known.
    private struct Place {
        let line: Int32
        let column: Int32
    }

    /// The entities in the order of reading, and where the id of each stands.
    private var found: [WatchlistEntry] = []
    private var places: [Place] = []
    private var problems: [FileProblem] = []
    private var references: [(owner: EntityID?, table: LocatedTable, reference: EntityReader.Reference)] = []
    /// Ids of entities that have errors of their own count as known: one slip, one error.
    private var named: Set<EntityID> = []
    private let before: WatchlistSnapshot?
    private var files: [String: WatchlistSnapshot.File] = [:]
    /// Files whose entities are still to be taken from `before`.
    private var kept: Set<String> = []

    /// With `snapshot`, files with the same bytes as then are not parsed.
    init(since snapshot: WatchlistSnapshot? = nil) { before = snapshot }

    /// Whether every file is as it was, and no other.
    var isAsBefore: Bool {
        guard let before else { return false }
        return kept.count == files.count && files.count == before.files.count
            && problems.allSatisfy { $0.severity == .warning }
    }

    /// The watchlist's files in the folder at `path`, in the order in which they are read: by octets, so that it is
    /// the same in every locale. `nil` with `errno` set when the folder cannot be opened.
    static func files(in path: String) -> [String]? {
        guard let stream = opendir(path) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".toml") || name.hasSuffix(ListFile.suffix), !name.hasPrefix(".") { names.append(name) }
        }
        names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return names.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    }

    mutating func folder(_ path: String) {
        guard let files = Self.files(in: path) else {
            problems.append(cannot("be opened as a watchlist folder", path, errno))
            return
        }
        if files.isEmpty {
            problems.append(
                FileProblem(
                    severity: .warning, path: path,
                    message: "the folder has no .toml or .tsv file: nothing is watched",
                    cure: "put a file with [[entity]] tables there, or import a list"))
        }
        for file in files { self.file(file) }
    }

    /// Reads a file that the user named, which may be none of a watchlist.
    mutating func named(_ path: String) {
        if path.hasSuffix(".toml") || path.hasSuffix(ListFile.suffix) || !fileExists(path) {
            return file(path)
        }
        problems.append(
            FileProblem(
                path: path, message: "a watchlist file ends in .toml or .tsv",
                cure: "newswatchctl watchlist import makes one of a table"))
    }

    mutating func file(_ path: String) {
        do throws(FileProblems) {
            let isList = path.hasSuffix(ListFile.suffix)
            let bytes = try readFile(path, maxSize: isList ? ListFile.maxSize : TOMLSource.maxSize)
            let sha256 = bytes.withUnsafeBytes { SHA256.hex($0) }
            if let known = before?.files[path], known.sha256 == sha256 {
                problems += known.warnings
                files[path] = known
                kept.insert(path)
                return
            }
            if isList { list(path, bytes) } else { try document(path, bytes) }
            files[path] = WatchlistSnapshot.File(sha256: sha256, warnings: [])
        } catch {
            problems += error.problems
        }
    }

    private mutating func document(_ path: String, _ bytes: [UInt8]) throws(FileProblems) {
        let source = try TOMLSource(path: path, bytes: bytes)
        var top = TableReader(source.root, called: "a watchlist file")
        let tables = top.tables("entity")
        problems += top.finish()
        for table in tables ?? [] { entity(table) }
    }

    private mutating func list(_ path: String, _ bytes: [UInt8]) {
        let lines = bytes.count { $0 == 0x0A } + 1
        found.reserveCapacity(found.count + lines)
        places.reserveCapacity(places.count + lines)
        problems += ListFile.read(path: path, bytes: bytes) { entity, line, column in
            add(entity, .file(path: path, line: line), line, column)
        } named: { id in
            named.insert(id)
        }
    }

    private mutating func entity(_ table: LocatedTable) {
        let (entity, found, onlyWith) = EntityReader.read(table)
        problems += found
        let written = table.entries["id"]?.value
        guard let written, case .string(let text) = written.content, let id = EntityID(text) else { return }
        references += onlyWith.map { (id, table, $0) }
        guard let entity else {
            named.insert(id)
            return
        }
        let place = table.problem(at: written.offset, "", cure: "")
        add(entity, .file(path: table.path, line: table.line), place.line, place.column)
    }

    private mutating func add(_ entity: Entity, _ origin: EntityOrigin, _ line: Int?, _ column: Int?) {
        found.append(WatchlistEntry(entity: entity, origin: origin))
        places.append(
            Place(line: Int32(clamping: line ?? 0), column: Int32(clamping: column ?? 0)))
    }

    /// What all files say together.
    /// - Throws: all errors of all files.
    mutating func snapshot(alsoKnown: Set<EntityID>) throws(FileProblems) -> WatchlistSnapshot {
        takeKept()
        let entries = inOrder()
        if !references.isEmpty {
            let known = named.union(alsoKnown).union(entries.map(\.entity.id))
            for (owner, table, reference) in references where !known.contains(reference.id) {
                let place = table.problem(at: reference.value.offset, "", cure: "")
                problems.append(WatchlistFolder.unknownReference(reference.id, of: owner, known, place))
            }
        }
        if !kept.isEmpty, let dangling = WatchlistFolder.danglingReferences(in: entries, named.union(alsoKnown)).first {
            problems.append(dangling)
        }
        // Files in the order they were read, places in order within each; the sort is stable.
        var order: [String: Int] = [:]
        for problem in problems where order[problem.path] == nil { order[problem.path] = order.count }
        let sorted = problems.sorted {
            (order[$0.path] ?? 0, $0.line ?? 0, $0.column ?? 0) < (order[$1.path] ?? 0, $1.line ?? 0, $1.column ?? 0)
        }
        if sorted.contains(where: { $0.severity == .error }) { throw FileProblems(sorted) }
        for problem in sorted where !kept.contains(problem.path) { files[problem.path]?.warnings.append(problem) }
        return WatchlistSnapshot(entries: entries, warnings: sorted, files: files)
    }

    /// Takes the entities of unchanged files from the reading before.
    private mutating func takeKept() {
        guard let before, !kept.isEmpty else { return }
        // Entities of one file mostly stand beside each other.
        var (last, isKept) = ("", false)
        for entry in before.entries {
            guard case .file(let path, let line) = entry.origin else { continue }
            if path != last { (last, isKept) = (path, kept.contains(path)) }
            if isKept { add(entry.entity, entry.origin, line, nil) }
        }
    }

    /// The entities sorted by id; one whose id was there before is told.
    ///
    /// An imported list is sorted already, and a million entities are neither hashed nor moved for that.
    private mutating func inOrder() -> [WatchlistEntry] {
        func id(_ index: Int) -> EntityID { found[index].entity.id }
        if found.indices.dropFirst().allSatisfy({ id($0 - 1) < id($0) }) { return found }
        let sorted = found.indices.sorted { (id($0), $0) < (id($1), $1) }
        var entries: [WatchlistEntry] = []
        entries.reserveCapacity(found.count)
        for index in sorted {
            let new = found[index]
            guard let last = entries.last, last.entity.id == new.entity.id else {
                entries.append(new)
                continue
            }
            guard case .file(let path, _) = new.origin else { continue }
            let breach = EntityRules.taken(by: last.origin)
            let place = places[index]
            problems.append(
                FileProblem(
                    path: path, line: place.line > 0 ? Int(place.line) : nil,
                    column: place.column > 0 ? Int(place.column) : nil, key: "id", value: "\"\(last.entity.id)\"",
                    message: breach.message, cure: breach.cure))
        }
        return entries
    }
}
