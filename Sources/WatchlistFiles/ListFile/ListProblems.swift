/// The problems of one list file, of which at most 100 errors and 100 warnings are kept: a list of a million lines
/// that was written with commas is wrong in each.
struct ListProblems {
    static let limit = 100

    private let path: String
    private var kept: [FileProblem] = []
    private var counts: [FileProblem.Severity: Int] = [:]
    /// Line of the first one that was not kept.
    private var cut: [FileProblem.Severity: Int] = [:]

    init(_ path: String) { self.path = path }

    mutating func append(_ problem: FileProblem) {
        let count = counts[problem.severity, default: 0] + 1
        counts[problem.severity] = count
        if count <= Self.limit { kept.append(problem) }
        if count == Self.limit + 1 { cut[problem.severity] = problem.line }
    }

    /// Those that were kept, and how many were not.
    var all: [FileProblem] {
        let more = FileProblem.Severity.allCases.compactMap { severity -> FileProblem? in
            let rest = (counts[severity] ?? 0) - Self.limit
            guard rest > 0 else { return nil }
            return FileProblem(
                severity: severity, path: path, line: cut[severity],
                message:
                    "there \(rest == 1 ? "is" : "are") \(rest) more \(severity)\(rest == 1 ? "" : "s") from here on",
                cure: "mend those above first")
        }
        return kept + more
    }
}
