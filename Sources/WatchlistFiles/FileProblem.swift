/// One thing that is wrong with a file or payload that the user wrote, with what to do about it.
public struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Severity: String, Sendable, CaseIterable {
        /// The file is used all the same.
        case warning
        /// The file is not used.
        case error
    }

    public var severity: Severity
    /// The file as it was named, or "payload".
    public var path: String
    /// From 1; `nil` when the problem is with the file as a whole.
    public var line: Int?
    /// In Unicode scalars from 1.
    public var column: Int?
    /// The key that is wrong or whose value is wrong ("near-distance").
    public var key: String?
    /// The wrong value as text, shortened when it is long.
    public var value: String?
    /// What is wrong.
    public var message: String
    /// What would be right.
    public var cure: String

    public init(
        severity: Severity = .error, path: String, line: Int? = nil, column: Int? = nil, key: String? = nil,
        value: String? = nil, message: String, cure: String
    ) {
        (self.severity, self.path, self.line, self.column) = (severity, path, line, column)
        (self.key, self.value, self.message, self.cure) = (key, value, message, cure)
    }

    /// `path:line:column: message (value …); cure`, without the parts that are not known. One line.
    public var description: String {
        var place = path
        if let line { place += ":\(line)" }
        if line != nil, let column { place += ":\(column)" }
        let shown = value.map { " (value \($0))" } ?? ""
        return "\(place): \(message)\(shown); \(cure)"
    }
}

/// Everything that is wrong at once, so that the user need not mend one error to see the next.
public struct FileProblems: Error, Hashable, Sendable, CustomStringConvertible {
    /// At least one; by file, then by place.
    public let problems: [FileProblem]

    public init(_ problems: [FileProblem]) { self.problems = problems }

    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
