/// A value of a TOML file or JSON payload that knows where it was written.
public struct LocatedValue: Sendable {
    public enum Content: Sendable {
        case string(String)
        case integer(Int)
        case double(Double)
        case bool(Bool)
        /// A TOML date or time, or JSON's null: nothing that a key of ours takes.
        case other(String)
        case list([LocatedValue])
        case table(LocatedTable)
    }

    public let content: Content
    /// Byte offset of its first character; `nil` where there are no places (a payload).
    let offset: Int?

    /// The value as an error shows it: one line, at most 80 characters.
    public var shown: String {
        switch content {
        case .string(let text): Self.quoted(text)
        case .integer(let number): "\(number)"
        case .double(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        case .other(let text): text
        case .list(let items): items.isEmpty ? "[]" : "a list of \(items.count)"
        case .table: "a table"
        }
    }

    /// What kind of value it is, with its article.
    var kind: String {
        switch content {
        case .string: "a string"
        case .integer: "a whole number"
        case .double: "a number"
        case .bool: "true or false"
        case .other(let text): text == "null" ? "null" : "a date or time"
        case .list: "a list"
        case .table: "a table"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars.prefix(80) {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.properties.generalCategory == .control:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + (text.unicodeScalars.count > 80 ? "…\"" : "\"")
    }
}

/// A table of a TOML file, or an object of a JSON payload.
public struct LocatedTable: Sendable {
    struct Entry: Sendable {
        let keyOffset: Int?
        let value: LocatedValue
    }

    let source: SourceText
    /// Of its heading, or of its opening brace.
    let offset: Int?
    let entries: [String: Entry]

    /// The file it stands in, or "payload".
    public var path: String { source.path }

    /// Line of its heading, from 1; 1 where there are no places.
    public var line: Int { offset.map(source.line(at:)) ?? 1 }

    /// A table without keys in the same file: reading it gives every default.
    public var emptied: LocatedTable { LocatedTable(source: source, offset: offset, entries: [:]) }

    func problem(
        _ severity: FileProblem.Severity = .error, at offset: Int?, key: String? = nil, value: String? = nil,
        _ message: String, cure: String
    ) -> FileProblem {
        FileProblem(
            severity: severity, path: source.path, line: offset.map(source.line(at:)),
            column: offset.map(source.column(at:)), key: key, value: value, message: message, cure: cure)
    }
}
