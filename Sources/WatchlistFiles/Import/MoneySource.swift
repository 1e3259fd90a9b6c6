import NewswatchModel

/// Records of FollowTheMoney entities, a JSON object a line.
struct MoneySource: ImportSource {
    private var reader: DelimitedReader
    private let path: String
    private let takesWeakAliases: Bool

    init(_ input: ByteInput, takesWeakAliases: Bool) {
        reader = DelimitedReader(input, delimiter: nil, hasQuotes: false)
        (path, self.takesWeakAliases) = (input.path, takesWeakAliases)
    }

    mutating func next() throws -> ImportRecord? {
        repeat {
            guard try reader.next() else { return nil }
        } while reader.octets.allSatisfy { $0 == 0x20 || $0 == 0x0D }
        do throws(JSONLine.Fault) {
            return try record()
        } catch {
            let before = reader.octets.prefix(error.offset)
            throw FileProblems([
                FileProblem(
                    path: path, line: reader.line, column: 1 + before.count { $0 & 0xC0 != 0x80 },
                    message: "this is no entity: \(error.message)",
                    cure: "give one a line: {\"id\": …, \"schema\": …, \"properties\": {\"name\": […]}}")
            ])
        }
    }

    /// What names the entity in the line; other keys are passed over.
    private func record() throws(JSONLine.Fault) -> ImportRecord {
        var (id, schema, caption): (String?, String?, String?)
        func required(_ key: String, _ line: inout JSONLine) throws(JSONLine.Fault) -> String {
            let start = line.offset
            if let text = try line.text() { return text }
            throw JSONLine.Fault(offset: start, message: "its \(key) is no text")
        }
        var (names, aliases, formerNames, weakAliases): ([String], [String], [String], [String]) = ([], [], [], [])
        var line = JSONLine(reader.octets)
        try line.object { (line, key) throws(JSONLine.Fault) in
            switch key {
            case "id": id = try required(key, &line)
            case "schema": schema = try required(key, &line)
            case "caption": caption = try line.text()
            case "properties":
                try line.object { (line, key) throws(JSONLine.Fault) in
                    switch key {
                    case "name": names = try line.strings()
                    case "alias": aliases = try line.strings()
                    case "previousName": formerNames = try line.strings()
                    case "weakAlias": weakAliases = try line.strings()
                    default: try line.skip()
                    }
                }
            default: try line.skip()
            }
        }
        try line.finish()
        guard let id else { throw JSONLine.Fault(offset: 0, message: "it has no id") }
        guard let schema else { throw JSONLine.Fault(offset: 0, message: "it has no schema") }
        // The exporting program chose the best of the names.
        if let caption, let index = names.firstIndex(of: caption) { names.swapAt(0, index) }
        let all = names + aliases + formerNames + (takesWeakAliases ? weakAliases : [])
        return ImportRecord(line: reader.line, id: id, kind: schema, names: all.map { Alias(name: $0) })
    }
}
