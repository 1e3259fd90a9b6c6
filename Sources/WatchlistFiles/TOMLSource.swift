import TOMLKit

/// A TOML document: its values with their places.
public struct TOMLSource: Sendable {
    /// The largest file that is read, in octets: 64 MiB.
    public static let maxSize = 64 << 20

    /// The document's top level.
    public let root: LocatedTable

    /// Reads the regular file at `path`. Throws one problem when it cannot be read or is no TOML.
    public init(path: String) throws(FileProblems) {
        try self.init(path: path, bytes: try readFile(path))
    }

    /// Parses `bytes`, naming `path` in problems.
    public init(path: String, bytes: [UInt8]) throws(FileProblems) {
        let source = SourceText(path: path, bytes: bytes)
        if let fault = UTF8Fault(in: bytes) {
            throw FileProblems([
                fault.problem(path, line: source.line(at: fault.offset), column: source.column(at: fault.offset))
            ])
        }
        // TOMLKit 0.6 never frees what it parses: each load keeps about ten times the file's size. That is
        // bearable for files that people write and reload by hand.
        do {
            let table = try TOMLTable(string: String(decoding: bytes, as: UTF8.self))
            root = Self.table(table, TOMLLocator.places(in: bytes), source)
        } catch let error as TOMLParseError {
            throw FileProblems([
                FileProblem(
                    path: path, line: error.source.begin.line, column: error.source.begin.column,
                    message: "this is no TOML: \(Self.oneLine(error.description))",
                    cure: "see the sample file or https://toml.io for the syntax")
            ])
        } catch {
            throw FileProblems([
                FileProblem(path: path, message: "this is no TOML: \(error)", cure: "see https://toml.io")
            ])
        }
    }

    private static func table(_ table: TOMLTable, _ place: TOMLPlace?, _ source: SourceText) -> LocatedTable {
        var entries: [String: LocatedTable.Entry] = [:]
        for (key, child) in table {
            let found = place?.children[key]
            entries[key] = LocatedTable.Entry(
                keyOffset: found?.key ?? place?.value,
                value: value(child.tomlValue, found, fallback: place?.value, source))
        }
        return LocatedTable(source: source, offset: place?.value, entries: entries)
    }

    private static func value(
        _ value: TOMLValue, _ place: TOMLPlace?, fallback: Int?, _ source: SourceText
    ) -> LocatedValue {
        let offset = place?.value ?? fallback
        let content: LocatedValue.Content =
            switch value.type {
            case .string: .string(value.string ?? "")
            case .int: .integer(value.int ?? 0)
            case .double: .double(value.double ?? 0)
            case .bool: .bool(value.bool ?? false)
            case .date, .time, .dateTime: .other(value.debugDescription)
            case .array:
                .list(
                    (value.array.map { Array($0) } ?? []).enumerated().map { index, item in
                        let known = place.flatMap { index < $0.items.count ? $0.items[index] : nil }
                        return Self.value(item.tomlValue, known, fallback: offset, source)
                    })
            case .table:
                .table(
                    value.table.map { table($0, place, source) }
                        ?? LocatedTable(source: source, offset: offset, entries: [:]))
            }
        return LocatedValue(content: content, offset: offset)
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
