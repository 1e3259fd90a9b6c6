/// Records of octets with a delimiter between fields (RFC 4180): quotes, doubled quotes and line ends in quotes,
/// LF or CRLF, a byte order mark. Without a delimiter and quotes a record is a line.
///
/// Holds one record and one piece of the input, however large the file is. What is between the fields is octets; whether
/// they are text, the one who takes them finds out.
struct DelimitedReader {
    /// The longest record in octets.
    static let maxRecord = 16 << 20

    private let input: ByteInput
    private let delimiter: UInt8?
    private let hasQuotes: Bool
    private var piece: [UInt8] = []
    private var position = 0
    private var isAtStart = true
    private var nextLine = 1
    /// Where the current line of the file begins in `octets`, and how many delimiters and quotes of it are not there.
    private var lineStart = 0
    private var removed = 0
    private var ends: [Int] = []

    /// The fields of the record, one behind the other, without quotes.
    private(set) var octets: [UInt8] = []
    /// Line of the record's begin, from 1.
    private(set) var line = 0
    /// Whether the file ended behind the record, without a line's end.
    private(set) var isUnended = false

    init(_ input: ByteInput, delimiter: UInt8?, hasQuotes: Bool) {
        (self.input, self.delimiter, self.hasQuotes) = (input, delimiter, hasQuotes)
    }

    /// How many fields the record has.
    var count: Int { ends.count }

    /// Where a field stands in `octets`.
    func field(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    /// Whether there is nothing in the record.
    var isBlank: Bool { octets.isEmpty && ends.count == 1 }

    /// Reads the next record; `false` at the end. Throws `FileProblems` with line and column for quotes that are wrong.
    mutating func next() throws -> Bool {
        octets.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        (line, lineStart, removed) = (nextLine, 0, 0)
        guard try hasMore() else { return false }
        while true {
            let isLast = hasQuotes && piece[position] == UInt8(ascii: "\"") ? try quoted() : try plain()
            ends.append(octets.count)
            guard octets.count <= Self.maxRecord else {
                throw problem(line, 1, "a record is longer than \(Self.maxRecord) octets", "look for a quote too many")
            }
            if isLast { return true }
            // A delimiter at the end of the file is followed by an empty field.
            guard try hasMore() else {
                ends.append(octets.count)
                isUnended = true
                return true
            }
        }
    }

    /// Where the record ends: the line, and the column behind it.
    var end: (line: Int, column: Int) {
        (nextLine, 1 + removed + octets[lineStart...].count { $0 & 0xC0 != 0x80 })
    }

    /// Whether there is an octet at `position`.
    private mutating func hasMore() throws -> Bool {
        while position == piece.count {
            piece = try input.next()
            position = 0
            guard !piece.isEmpty else { return false }
            position = isAtStart && piece.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            isAtStart = false
        }
        return true
    }

    /// A field without quotes around it; whether it is the record's last.
    private mutating func plain() throws -> Bool {
        let start = octets.count
        while try hasMore() {
            var index = position
            while index < piece.count, piece[index] != 0x0A, piece[index] != delimiter { index += 1 }
            octets.append(contentsOf: piece[position..<index])
            position = index
            guard octets.count - start <= Self.maxRecord else { return true }
            guard index < piece.count else { continue }
            position += 1
            if piece[index] != 0x0A {
                removed += 1
                return false
            }
            nextLine += 1
            if octets.count > start, octets.last == 0x0D { octets.removeLast() }
            return true
        }
        isUnended = true
        return true
    }

    /// A field in quotes; whether it is the record's last.
    private mutating func quoted() throws -> Bool {
        position += 1
        removed += 1
        let (openLine, openColumn) = (nextLine, (lineStart, octets.count, removed))
        while try hasMore() {
            var index = position
            while index < piece.count, piece[index] != UInt8(ascii: "\"") {
                if piece[index] == 0x0A {
                    nextLine += 1
                    (lineStart, removed) = (octets.count + index + 1 - position, 0)
                }
                index += 1
            }
            octets.append(contentsOf: piece[position..<index])
            position = index
            guard octets.count <= Self.maxRecord else { break }
            guard index < piece.count else { continue }
            position += 1
            removed += 1
            guard try hasMore(), piece[position] == UInt8(ascii: "\"") else { return try afterQuote() }
            octets.append(UInt8(ascii: "\""))
            position += 1
        }
        let column = openColumn.2 + octets[min(openColumn.0, openColumn.1)..<openColumn.1].count { $0 & 0xC0 != 0x80 }
        let what =
            octets.count > Self.maxRecord
            ? "a quote is opened here and not closed within \(Self.maxRecord) octets"
            : "a quote is opened here and never closed"
        throw problem(openLine, column, what, "close it, or double it: \"\"")
    }

    /// What follows a closing quote: a delimiter, a line's end or the file's.
    private mutating func afterQuote() throws -> Bool {
        guard try hasMore() else {
            isUnended = true
            return true
        }
        if piece[position] == delimiter {
            position += 1
            removed += 1
            return false
        }
        if piece[position] == 0x0D {
            position += 1
            removed += 1
            guard try hasMore() else {
                isUnended = true
                return true
            }
        }
        guard piece[position] == 0x0A else {
            let column = 1 + removed + octets[lineStart...].count { $0 & 0xC0 != 0x80 }
            throw problem(
                nextLine, column, "text behind a closing quote", "double the quotes that are part of the text: \"\"")
        }
        position += 1
        nextLine += 1
        return true
    }

    private func problem(_ line: Int, _ column: Int, _ message: String, _ cure: String) -> FileProblems {
        FileProblems([FileProblem(path: input.path, line: line, column: column, message: message, cure: cure)])
    }
}
