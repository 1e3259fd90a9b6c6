/// Tells how a file that is to be imported is made up, and opens it so.
struct FormatDetection {
    let format: ImportFormat
    let delimiter: UInt8?

    /// The columns of a file of OpenSanctions that name an entity.
    private static let sanctions: [(title: String, key: ImportKey)] = [
        ("id", .id), ("schema", .kind), ("name", .name), ("aliases", .aliases(lang: nil)),
    ]

    /// Looks at the first octets of `input`.
    init(_ input: ByteInput, _ options: ImportOptions) throws {
        let first = try input.peek()
        if let problem = FirstLines.problem(first, options) { throw FileProblems([problem]) }
        let line = (first.starts(with: [0xEF, 0xBB, 0xBF]) ? first.dropFirst(3) : first[...])
            .drop { $0 == 0x0A || $0 == 0x0D }
        let title = line.prefix { $0 != 0x0A && $0 != 0x0D }
        let delimiter = Self.delimiter(title)
        switch options.format {
        case .csv?: (format, self.delimiter) = (.csv, options.delimiter ?? delimiter ?? UInt8(ascii: ","))
        case .opensanctions?: (format, self.delimiter) = (.opensanctions, options.delimiter ?? UInt8(ascii: ","))
        case .tsv?: (format, self.delimiter) = (.tsv, 0x09)
        case let given?: (format, self.delimiter) = (given, nil)
        case nil:
            let titles = Self.titles(title, options.delimiter ?? delimiter)
            if line.first(where: { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }) == UInt8(ascii: "{") {
                (format, self.delimiter) = (.ftm, nil)
            } else if Set(titles).isSuperset(of: ["id", "schema", "name", "aliases"]), options.columns.isEmpty {
                (format, self.delimiter) = (.opensanctions, options.delimiter ?? delimiter)
            } else if titles.contains(where: { Self.isColumn($0, options) }) || !options.columns.isEmpty {
                let found = options.delimiter ?? delimiter ?? UInt8(ascii: ",")
                (format, self.delimiter) = (found == 0x09 ? .tsv : .csv, found)
            } else {
                (format, self.delimiter) = (.list, nil)
            }
        }
    }

    /// A reader of the records, and the languages of its alias columns. Throws `FileProblems` when the first line does
    /// not name what is needed.
    func source(
        _ input: ByteInput, _ options: ImportOptions
    ) throws -> (source: any ImportSource, languages: [String]) {
        switch format {
        case .ftm: return (MoneySource(input, takesWeakAliases: options.takesWeakAliases), [])
        case .list: return (NameListSource(input), [])
        case .opensanctions, .csv, .tsv:
            var reader = DelimitedReader(input, delimiter: delimiter, hasQuotes: format != .tsv)
            var plan = TableSource.Plan(separator: options.separator)
            var wanted = options.columns
            if format == .opensanctions {
                // Values are joined as the fields of a record are, with semicolons.
                (plan.separator, plan.quotesValues) = (UInt8(ascii: ";"), true)
                if wanted.isEmpty { wanted = Self.sanctions }
            }
            repeat {
                guard try reader.next() else { break }
            } while reader.isBlank
            let titles = (0..<reader.count).map { index in
                String(decoding: reader.octets[reader.field(index)], as: UTF8.self)
            }
            plan.width = titles.count
            plan.columns = try Self.columns(titles, wanted, options.path, reader.line)
            let languages = plan.columns.compactMap { column -> String? in
                if case .aliases(let lang) = column.key { return lang }
                return nil
            }
            return (TableSource(reader, plan, path: options.path), languages)
        }
    }

    private static func columns(
        _ titles: [String], _ wanted: [(title: String, key: ImportKey)], _ path: String, _ line: Int
    ) throws -> [(index: Int, key: ImportKey)] {
        var columns: [(index: Int, key: ImportKey)] = []
        var problems: [FileProblem] = []
        func isDouble(_ title: String) -> Bool {
            guard titles.count(where: { $0 == title }) > 1 else { return false }
            let problem = FileProblem(
                path: path, line: line, value: "\"\(title)\"", message: "the column is there twice",
                cure: "remove one, or give it another title")
            if !problems.contains(problem) { problems.append(problem) }
            return true
        }
        for (title, key) in wanted where !isDouble(title) {
            if let index = titles.firstIndex(of: title) {
                columns.append((index, key))
            } else {
                problems.append(
                    FileProblem(
                        path: path, line: line, column: 1, value: "\"\(title)\"",
                        message: "the first line has no such column", cure: suggestion(for: title, among: titles)))
            }
        }
        for (index, title) in titles.enumerated() {
            guard let key = ImportKey(title), !wanted.contains(where: { $0.title == title || $0.key == key }) else {
                continue
            }
            if !isDouble(title) { columns.append((index, key)) }
        }
        if problems.isEmpty, !columns.contains(where: { $0.key == .name }) {
            problems.append(
                FileProblem(
                    path: path, line: line, column: 1, message: "no column is the name",
                    cure: "say which: --map COLUMN=name; there are \(titles.joined(separator: ", "))"))
        }
        guard problems.isEmpty else { throw FileProblems(problems) }
        return columns
    }

    /// The one of the usual delimiters that stands most often in the first line.
    private static func delimiter(_ line: ArraySlice<UInt8>) -> UInt8? {
        let counts = [0x09, UInt8(ascii: ","), UInt8(ascii: ";")].map { byte in
            (byte: byte, count: line.count { $0 == byte })
        }
        return counts.max { $0.count < $1.count }.flatMap { $0.count > 0 ? $0.byte : nil }
    }

    private static func titles(_ line: ArraySlice<UInt8>, _ delimiter: UInt8?) -> [String] {
        line.split { $0 == delimiter }.map { field in
            String(decoding: field.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
        }
    }

    private static func isColumn(_ title: String, _ options: ImportOptions) -> Bool {
        ImportKey(title) != nil || options.columns.contains { $0.title == title }
    }
}
