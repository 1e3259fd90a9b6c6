/// Reads one JSON value (RFC 8259) from octets, a part at a time, and knows where it is.
///
/// Foundation's decoder tells no place for what is no JSON, and a file of a million lines with one that is cut must
/// be told by line and column. It is slower, too, as it makes a value of every key, and few are wanted here.
struct JSONLine {
    /// What is wrong, and at which octet.
    struct Fault: Error {
        let offset: Int
        let message: String
    }

    /// Arrays and objects inside each other.
    private static let deepest = 64

    private let octets: [UInt8]
    private var position = 0
    private var depth = 0

    init(_ octets: [UInt8]) { self.octets = octets }

    /// How many octets were read.
    var offset: Int { position }

    /// Reads an object and gives each key to `value`, which reads what belongs to it.
    mutating func object(_ value: (inout JSONLine, String) throws(Fault) -> Void) throws(Fault) {
        try open(0x7B, "an object")
        if try closes(0x7D) { return }
        repeat {
            skipSpace()
            let key = try string()
            skipSpace()
            guard take(0x3A) else { throw fault("a colon is missing") }
            try value(&self, key)
        } while try goesOn(0x7D)
    }

    /// The strings of an array; of a single string, that; values of other types are passed over.
    mutating func strings() throws(Fault) -> [String] {
        skipSpace()
        if peek == 0x22 { return [try string()] }
        guard peek == 0x5B else {
            try skip()
            return []
        }
        var found: [String] = []
        try array { (line) throws(Fault) in
            line.skipSpace()
            if line.peek == 0x22 { found.append(try line.string()) } else { try line.skip() }
        }
        return found
    }

    /// A string; `nil` when another value stands there, which is passed over.
    mutating func text() throws(Fault) -> String? {
        skipSpace()
        if peek == 0x22 { return try string() }
        try skip()
        return nil
    }

    /// Passes over a value.
    mutating func skip() throws(Fault) {
        skipSpace()
        switch peek {
        case 0x22: _ = try string()
        case 0x7B: try object { (line, _) throws(Fault) in try line.skip() }
        case 0x5B: try array { (line) throws(Fault) in try line.skip() }
        case 0x2D?: try number()
        case let byte? where (0x30...0x39).contains(byte): try number()
        default:
            for word in ["true", "false", "null"] where octets[position...].starts(with: word.utf8) {
                position += word.utf8.count
                return
            }
            throw fault("a value is missing")
        }
    }

    /// Sees that nothing is left.
    mutating func finish() throws(Fault) {
        skipSpace()
        if position < octets.count { throw fault("there is more behind the value") }
    }

    private mutating func array(_ item: (inout JSONLine) throws(Fault) -> Void) throws(Fault) {
        try open(0x5B, "an array")
        if try closes(0x5D) { return }
        repeat { try item(&self) } while try goesOn(0x5D)
    }

    private var peek: UInt8? { position < octets.count ? octets[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { position += 1 }
    }

    private mutating func open(_ bracket: UInt8, _ what: String) throws(Fault) {
        skipSpace()
        guard take(bracket) else { throw fault("\(what) is missing") }
        depth += 1
        if depth > Self.deepest { throw fault("values stand in each other more than \(Self.deepest) deep") }
    }

    private mutating func closes(_ bracket: UInt8) throws(Fault) -> Bool {
        skipSpace()
        guard take(bracket) else { return false }
        depth -= 1
        return true
    }

    /// Whether a comma follows, and not the end.
    private mutating func goesOn(_ bracket: UInt8) throws(Fault) -> Bool {
        if try closes(bracket) { return false }
        guard take(0x2C) else {
            throw fault(position < octets.count ? "a comma is missing" : "the line ends in the middle")
        }
        return true
    }

    private mutating func number() throws(Fault) {
        let start = position
        func isPart(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2E || byte | 0x20 == 0x65
        }
        while let byte = peek, isPart(byte) { position += 1 }
        guard Double(String(decoding: octets[start..<position], as: UTF8.self)) != nil else {
            position = start
            throw fault("this is no number")
        }
    }

    private mutating func string() throws(Fault) -> String {
        guard take(0x22) else { throw fault("a string is missing") }
        let start = position
        while let byte = peek, byte != 0x22, byte != 0x5C, byte >= 0x20 { position += 1 }
        if take(0x22) { return try decoded(octets[start..<(position - 1)], start) }
        var content = Array(octets[start..<position])
        while let byte = peek {
            position += 1
            switch byte {
            case 0x22: return try decoded(content[...], start)
            case 0x5C: content += String(try escaped()).utf8
            case ..<0x20:
                position -= 1
                throw fault("a control character in a string")
            default: content.append(byte)
            }
        }
        throw fault("the line ends in a string")
    }

    private func decoded(_ content: ArraySlice<UInt8>, _ start: Int) throws(Fault) -> String {
        if let text = String(validating: content, as: UTF8.self) { return text }
        throw Fault(offset: start, message: "a string is not UTF-8")
    }

    /// What a backslash stands for.
    private mutating func escaped() throws(Fault) -> Unicode.Scalar {
        let plain: [UInt8: Unicode.Scalar] = [
            0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
        ]
        let byte = peek
        position += 1
        if let byte, let scalar = plain[byte] { return scalar }
        guard byte == 0x75 else {
            position -= 2
            throw fault("a backslash that begins nothing")
        }
        let start = position - 2
        let first = try hexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        // The first half of a pair of surrogates wants the second.
        if first < 0xDC00, take(0x5C), take(0x75) {
            let second = try hexadecimal()
            if (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00)
            {
                return scalar
            }
        }
        throw Fault(offset: start, message: "half of a character")
    }

    private mutating func hexadecimal() throws(Fault) -> UInt32 {
        let digits = octets[position...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("four hexadecimal digits are missing") }
        position += 4
        return value
    }

    private func fault(_ message: String) -> Fault { Fault(offset: position, message: message) }
}
