/// Reads the keys of one table by type and keeps every problem, so that all are told at once.
///
/// A getter answers `nil` for a key that is absent, and for one that is wrong; the latter leaves a problem.
/// Call `finish()` after the last getter: it reports the keys that no getter asked for.
///
/// ```swift
/// var reader = TableReader(table, called: "[spool]")
/// let seconds = reader.integer("rescan-seconds", in: 1...3600) ?? 30
/// problems += reader.finish()
/// ```
public struct TableReader {
    public let table: LocatedTable
    /// What the table is in the user's eyes ("[spool]", "this entity").
    public let title: String
    public private(set) var problems: [FileProblem] = []
    /// Keys that were asked for, in order: the table's vocabulary.
    public private(set) var asked: [String] = []

    public init(_ table: LocatedTable, called title: String) { (self.table, self.title) = (table, title) }

    /// The value of `key` whatever its type.
    public mutating func value(_ key: String) -> LocatedValue? {
        if !asked.contains(key) { asked.append(key) }
        return table.entries[key]?.value
    }

    /// Text, as it is written.
    public mutating func string(_ key: String) -> String? {
        guard let value = value(key) else { return nil }
        if case .string(let text) = value.content { return text }
        wrongType(value, key, wanted: "text in quotes")
        return nil
    }

    /// A whole number in `range`.
    public mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = value(key) else { return nil }
        guard case .integer(let number) = value.content else {
            wrongType(value, key, wanted: "a whole number, \(shown(range))")
            return nil
        }
        return checked(number, range, value, key)
    }

    /// A number in `range`; a whole number will do.
    public mutating func double(_ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let value = value(key) else { return nil }
        let number: Double
        switch value.content {
        case .double(let written): number = written
        case .integer(let written): number = Double(written)
        default:
            wrongType(value, key, wanted: "a number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        guard range.contains(number) else {
            reject(
                value, key: key, "\(key) is out of range",
                cure: "give a number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// `true` or `false`.
    public mutating func bool(_ key: String) -> Bool? {
        guard let value = value(key) else { return nil }
        if case .bool(let flag) = value.content { return flag }
        wrongType(value, key, wanted: "true or false, without quotes")
        return nil
    }

    /// One of the raw values of `type`.
    public mutating func choice<E: RawRepresentable<String> & CaseIterable>(_ key: String, _ type: E.Type) -> E? {
        guard let value = value(key) else { return nil }
        let names = type.allCases.map(\.rawValue)
        guard case .string(let text) = value.content else {
            wrongType(value, key, wanted: "one of \(names.map { "\"\($0)\"" }.joined(separator: ", "))")
            return nil
        }
        if let found = type.init(rawValue: text) { return found }
        reject(value, key: key, EntityRules.choice(key, type, found: text))
        return nil
    }

    /// A list of text, each item with its place; items of another type are reported and left out.
    public mutating func strings(_ key: String) -> [(text: String, value: LocatedValue)]? {
        guard let value = value(key) else { return nil }
        guard case .list(let items) = value.content else {
            wrongType(value, key, wanted: "a list of texts: [\"…\", \"…\"]")
            return nil
        }
        return items.compactMap { item in
            if case .string(let text) = item.content { return (text, item) }
            wrongType(item, key, wanted: "text in quotes", item: true)
            return nil
        }
    }

    /// The tables of `[[key]]` headings.
    public mutating func tables(_ key: String) -> [LocatedTable]? {
        guard let value = value(key) else { return nil }
        guard case .list(let items) = value.content else {
            wrongType(value, key, wanted: "a heading with two brackets: [[\(key)]]")
            return nil
        }
        return items.compactMap { item in
            if case .table(let table) = item.content { return table }
            wrongType(item, key, wanted: "a table: [[\(key)]] on a line of its own", item: true)
            return nil
        }
    }

    /// The table of a `[key]` heading; an empty one when there is none.
    public mutating func table(_ key: String) -> LocatedTable {
        guard let value = value(key) else { return table.emptied }
        if case .table(let table) = value.content { return table }
        wrongType(value, key, wanted: "a heading with one bracket: [\(key)]")
        return table.emptied
    }

    /// Reports `value` of `key` as wrong.
    public mutating func reject(
        _ value: LocatedValue, key: String, _ message: String, cure: String,
        severity: FileProblem.Severity = .error
    ) {
        problems.append(
            table.problem(severity, at: value.offset, key: key, value: value.shown, message, cure: cure))
    }

    mutating func reject(
        _ value: LocatedValue, key: String, _ breach: EntityRules.Breach, severity: FileProblem.Severity = .error
    ) {
        reject(value, key: key, breach.message, cure: breach.cure, severity: severity)
    }

    /// Reports that `key` is absent, at the table's heading.
    public mutating func missing(_ key: String, cure: String) {
        problems.append(table.problem(at: table.offset, key: key, "\(title) has no \(key)", cure: cure))
    }

    /// Takes over the problems of a table inside this one.
    public mutating func adopt(_ problems: [FileProblem]) { self.problems += problems }

    /// All problems, with those of the keys that nobody asked for.
    public mutating func finish() -> [FileProblem] {
        for (key, entry) in table.entries where !asked.contains(key) {
            problems.append(
                table.problem(
                    at: entry.keyOffset, key: key, value: entry.value.shown, "\(title) has no key \"\(key)\"",
                    cure: suggestion(for: key, among: asked)))
        }
        return problems.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    }

    mutating func wrongType(_ value: LocatedValue, _ key: String, wanted: String, item: Bool = false) {
        let subject = item ? "an item of \(key)" : key
        reject(value, key: key, "\(subject) is \(value.kind)", cure: "give \(wanted)")
    }

    mutating func checked(
        _ number: Int, _ range: ClosedRange<Int>, _ value: LocatedValue, _ key: String
    ) -> Int? {
        if range.contains(number) { return number }
        reject(value, key: key, "\(key) is out of range", cure: "give a whole number, \(shown(range))")
        return nil
    }

    private func shown(_ range: ClosedRange<Int>) -> String {
        range.upperBound == .max ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
    }
}
