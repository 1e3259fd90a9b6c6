import NewswatchModel

/// Records of a table with a line that names its columns.
struct TableSource: ImportSource {
    /// Which fields say what.
    struct Plan {
        var columns: [(index: Int, key: ImportKey)] = []
        /// Between the values of one field.
        var separator: UInt8
        /// Whether values that have the separator stand in quotes.
        var quotesValues = false
        /// How many fields the first line has.
        var width = 0
    }

    private var reader: DelimitedReader
    private let plan: Plan
    private let path: String

    /// `reader` stands behind the first line of the file that is shown as `path`.
    init(_ reader: DelimitedReader, _ plan: Plan, path: String) {
        (self.reader, self.plan, self.path) = (reader, plan, path)
    }

    mutating func next() throws -> ImportRecord? {
        repeat {
            guard try reader.next() else { return nil }
        } while reader.isBlank
        try refuseCut()
        var record = ImportRecord(line: reader.line)
        record.isMisshapen = reader.count != plan.width
        var aliases: [Alias] = []
        for (index, key) in plan.columns {
            guard index < reader.count else {
                if key == .id { record.id = "" }
                continue
            }
            let field = reader.field(index)
            switch key {
            case .id: record.id = text(field) ?? ""
            case .name:
                if let name = name(field, &record) { record.names.insert(Alias(name: name), at: 0) }
            case .kind: record.kind = text(field)
            case .aliases(let lang):
                for value in values(field, &record) { aliases.append(Alias(name: value, lang: lang)) }
            case .tags: record.tags += values(field, &record)
            case .notes: record.notes = text(field)
            }
        }
        record.names += aliases
        return record
    }

    /// Throws when the file ends within the record, as that of a download does that was cut short.
    private func refuseCut() throws {
        guard reader.isUnended, reader.count < plan.width, reader.octets.contains(where: { $0 != 0x20 }) else { return }
        let (line, column) = reader.end
        throw FileProblems([
            FileProblem(
                path: path, line: line, column: column,
                message: "the file ends in the middle of a record, which has \(reader.count) of \(plan.width) fields",
                cure: "fetch it once more, or end it with a line's end")
        ])
    }

    /// `nil` when the field is no text.
    private func text(_ field: Range<Int>) -> String? {
        String(validating: reader.octets[trimmed(field)], as: UTF8.self)
    }

    private func name(_ field: Range<Int>, _ record: inout ImportRecord) -> String? {
        if let text = text(field) { return text }
        record.garbled += 1
        return nil
    }

    private func trimmed(_ field: Range<Int>) -> Range<Int> {
        var (start, end) = (field.lowerBound, field.upperBound)
        while start < end, reader.octets[start] == 0x20 { start += 1 }
        while end > start, reader.octets[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    /// The values of a field, without empty ones.
    private func values(_ field: Range<Int>, _ record: inout ImportRecord) -> [String] {
        var values: [String] = []
        var position = field.lowerBound
        let octets = reader.octets
        while position < field.upperBound {
            if plan.quotesValues, octets[position] == UInt8(ascii: "\"") {
                if let value = quotedValue(field, &position, &record), !value.isEmpty { values.append(value) }
                continue
            }
            var end = position
            while end < field.upperBound, octets[end] != plan.separator { end += 1 }
            let value = trimmed(position..<end)
            if !value.isEmpty, let name = name(value, &record) { values.append(name) }
            position = end + 1
        }
        return values
    }

    /// A value in quotes inside a field, as a field in quotes stands inside a record.
    private func quotedValue(
        _ field: Range<Int>, _ position: inout Int, _ record: inout ImportRecord
    ) -> String? {
        let octets = reader.octets
        var value: [UInt8] = []
        position += 1
        while position < field.upperBound {
            let byte = octets[position]
            position += 1
            if byte != UInt8(ascii: "\"") {
                value.append(byte)
            } else if position < field.upperBound, octets[position] == byte {
                value.append(byte)
                position += 1
            } else {
                while position < field.upperBound, octets[position] != plan.separator { position += 1 }
                position += 1
                break
            }
        }
        if let text = String(validating: value, as: UTF8.self) { return text }
        record.garbled += 1
        return nil
    }
}
