/// A line of a list file: where its fields stand in the file's octets.
struct ListLine {
    let path: String
    /// From 1.
    private(set) var number = 0
    /// Without the line's end.
    private(set) var range = 0..<0
    private(set) var fields: [Range<Int>] = []
    /// Whether there is anything but ASCII, or a NUL.
    private(set) var isUnusual = false

    init(path: String) { self.path = path }

    /// Moves to the line that begins at `position`, and `position` behind it; `false` at the end of `bytes`.
    mutating func advance(_ bytes: [UInt8], _ position: inout Int) -> Bool {
        guard position < bytes.count else { return false }
        number += 1
        fields.removeAll(keepingCapacity: true)
        isUnusual = false
        let start = position
        var fieldStart = position
        var index = position
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A { break }
            if byte == 0x09 {
                fields.append(fieldStart..<index)
                fieldStart = index + 1
            } else if byte >= 0x80 || byte == 0 {
                isUnusual = true
            }
            index += 1
        }
        position = index + 1
        // CRLF ends a line as LF does.
        let end = index > start && bytes[index - 1] == 0x0D ? index - 1 : index
        fields.append(min(fieldStart, end)..<end)
        range = start..<end
        return true
    }

    /// Nothing to read: empty, or a comment.
    func isBlank(_ bytes: [UInt8]) -> Bool {
        guard let first = range.first else { return true }
        return bytes[first] == UInt8(ascii: "#") || (fields.count == 1 && trimmed(bytes, range).isEmpty)
    }

    /// `field` without the spaces around it.
    func trimmed(_ bytes: [UInt8], _ field: Range<Int>) -> Range<Int> {
        var (start, end) = (field.lowerBound, field.upperBound)
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    /// The values in `field`, which bars separate; none in an empty one.
    func values(_ bytes: [UInt8], _ field: Range<Int>) -> [Range<Int>] {
        if trimmed(bytes, field).isEmpty { return [] }
        var values: [Range<Int>] = []
        var start = field.lowerBound
        for index in field where bytes[index] == UInt8(ascii: "|") {
            values.append(trimmed(bytes, start..<index))
            start = index + 1
        }
        values.append(trimmed(bytes, start..<field.upperBound))
        return values
    }

    /// Column of `offset`, from 1, in Unicode scalars.
    func column(_ bytes: [UInt8], _ offset: Int) -> Int {
        1 + bytes[range.lowerBound..<offset].count { $0 & 0xC0 != 0x80 }
    }

    func problem(
        _ bytes: [UInt8], at offset: Int, key: String? = nil, value: Range<Int>? = nil, _ breach: EntityRules.Breach,
        severity: FileProblem.Severity = .error
    ) -> FileProblem {
        let shown = value.map {
            LocatedValue(content: .string(String(decoding: bytes[$0], as: UTF8.self)), offset: nil).shown
        }
        return FileProblem(
            severity: severity, path: path, line: number, column: column(bytes, offset), key: key, value: shown,
            message: breach.message, cure: breach.cure)
    }
}
