/// The columns of a list file, as its first line names them.
enum ListHeader {
    /// The columns in their order; `nil` when one is wrong or missing, with what is wrong in `problems`.
    static func read(_ line: ListLine, _ bytes: [UInt8], _ problems: inout ListProblems) -> [ListColumn]? {
        var columns: [ListColumn] = []
        var isGood = true
        func reject(_ field: Range<Int>, _ message: String, _ cure: String) {
            isGood = false
            problems.append(
                line.problem(
                    bytes, at: field.lowerBound, value: field, EntityRules.Breach(message: message, cure: cure)))
        }
        for field in line.fields.map({ line.trimmed(bytes, $0) }) {
            let title = String(decoding: bytes[field], as: UTF8.self)
            guard let column = ListColumn(title) else {
                reject(field, "a list has no such column", suggestion(for: title, among: ListColumn.titles))
                continue
            }
            if case .aliases(let lang?) = column, !EntityRules.isLanguage(lang) {
                reject(field, EntityRules.language.message, EntityRules.language.cure)
            } else if columns.contains(column) {
                reject(field, "the column is there twice", "remove one")
            } else {
                columns.append(column)
            }
        }
        for column in ListColumn.required where isGood && !columns.contains(column) {
            reject(
                line.range.lowerBound..<line.range.lowerBound, "the list has no column \(column.title)",
                "name the columns in the first line, with a tab between them: id, name and kind at least")
        }
        return isGood ? columns : nil
    }
}
