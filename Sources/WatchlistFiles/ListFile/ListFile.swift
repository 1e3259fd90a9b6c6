import NewswatchModel

/// A watchlist in tab-separated values (IANA text/tab-separated-values): the first line names the columns, each
/// further one is an entity. It is what programs write, and is read fast: a million names in about a second.
///
/// Empty lines and lines that begin with `#` are skipped; a field has several values with bars between them.
enum ListFile {
    /// How the names of such files end.
    static let suffix = ".tsv"
    /// The largest that is read, in octets.
    static let maxSize = 1 << 30

    /// Gives each good entity with its line and the column of its id to `entity`, and the ids of bad ones to
    /// `named`. All problems are in the answer.
    static func read(
        path: String, bytes: [UInt8], entity: (Entity, _ line: Int, _ idColumn: Int?) -> Void,
        named: (EntityID) -> Void
    ) -> [FileProblem] {
        // Editors do not show a byte order mark.
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var lines = ListLines(path: path)
        while position < bytes.count, !lines.isAtEnd {
            let isHeader = !lines.hasColumns
            if let found = lines.entity(bytes, at: &position) {
                entity(found, lines.line.number, lines.idColumn(bytes))
            } else if !isHeader, let id = lines.id(bytes) {
                named(id)
            }
        }
        return lines.finish()
    }
}
