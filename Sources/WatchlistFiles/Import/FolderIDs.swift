import Glibc
import NewswatchModel

/// Which ids the files of a watchlist have, and its entities, in sorted runs: other files may be as large as the
/// imported one.
struct FolderIDs {
    let runs: SortedRuns
    /// What kept a file from being read whole, the first problem of each.
    private(set) var problems: [FileProblem] = []
    private let tick: () throws -> Void

    /// `tick` is called now and then, and ends the reading by what it throws.
    init(into runs: SortedRuns, tick: @escaping () throws -> Void) { (self.runs, self.tick) = (runs, tick) }

    /// Adds the ids of `folder`'s files but of `target`, each with its place.
    mutating func add(folder path: String, butNot target: String) throws {
        guard let files = WatchlistReading.files(in: path) else {
            throw FileProblems([cannot("be opened as a watchlist folder", path, errno)])
        }
        let name = target.split(separator: "/").last
        for file in files where file.split(separator: "/").last != name {
            do {
                if file.hasSuffix(ListFile.suffix) {
                    try add(list: file) { [runs] entity, line in
                        try runs.append(entity.id.rawValue, Array("\(file):\(line)".utf8))
                    }
                } else {
                    try add(document: file)
                }
            } catch let error as FileProblems {
                problems += error.problems.prefix(1)
            }
        }
    }

    /// Gives the entities of a list file to `entity`, a line at a time. Throws what is wrong with it.
    mutating func add(list path: String, entity: (Entity, Int) throws -> Void) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileProblems([cannot("be opened", path, errno)]) }
        defer { close(descriptor) }
        let input = ByteInput(descriptor: descriptor, path: path) { [tick] _ in try tick() }
        var lines = DelimitedReader(input, delimiter: nil, hasQuotes: false)
        var list = ListLines(path: path)
        while try lines.next() {
            if let found = list.entity(lines.octets) { try entity(found, list.line.number) }
        }
        let wrong = list.finish().filter { $0.severity == .error }
        if !wrong.isEmpty { throw FileProblems(wrong) }
    }

    private mutating func add(document path: String) throws {
        let source = try TOMLSource(path: path)
        var top = TableReader(source.root, called: "a watchlist file")
        for table in top.tables("entity") ?? [] {
            guard case .string(let text)? = table.entries["id"]?.value.content, let id = EntityID(text) else {
                continue
            }
            try runs.append(id.rawValue, Array("\(path):\(table.line)".utf8))
        }
    }
}
