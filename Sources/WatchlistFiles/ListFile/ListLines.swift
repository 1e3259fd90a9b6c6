import NewswatchModel

/// Reads a list file line after line, whoever holds its octets.
struct ListLines {
    private(set) var line: ListLine
    private(set) var problems: ListProblems
    private var reader: ListEntityReader?
    private var isUnreadable = false

    init(path: String) { (line, problems) = (ListLine(path: path), ListProblems(path)) }

    /// Whether the line that names the columns is behind us, and good.
    var hasColumns: Bool { reader != nil || isUnreadable }

    /// Whether nothing more can be read, because the first line is wrong.
    var isAtEnd: Bool { isUnreadable }

    /// Moves to the line at `position`; its entity, if it is one without an error. `nil` at the end of `bytes` too.
    mutating func entity(_ bytes: [UInt8], at position: inout Int) -> Entity? {
        guard line.advance(bytes, &position), !isUnreadable, !line.isBlank(bytes) else { return nil }
        if let reader { return reader.entity(line, bytes, &problems) }
        reader = ListHeader.read(line, bytes, &problems).flatMap(ListEntityReader.init)
        isUnreadable = reader == nil
        return nil
    }

    /// The entity of the next line, which `bytes` are.
    mutating func entity(_ bytes: [UInt8]) -> Entity? {
        var position = 0
        // An empty line is one too.
        return entity(bytes.isEmpty ? [0x0A] : bytes, at: &position)
    }

    /// The id of the line, for which its errors do not matter.
    func id(_ bytes: [UInt8]) -> EntityID? { line.isBlank(bytes) ? nil : reader?.id(of: line, bytes) }

    /// Where the id of the line stands.
    func idColumn(_ bytes: [UInt8]) -> Int? { reader?.idColumn(of: line, bytes) }

    /// All problems, when the last line has been read.
    mutating func finish() -> [FileProblem] {
        if !hasColumns {
            problems.append(
                FileProblem(
                    path: line.path, message: "the list has no line that names its columns",
                    cure: "begin it with id, name and kind, with a tab between them"))
        }
        return problems.all
    }
}
