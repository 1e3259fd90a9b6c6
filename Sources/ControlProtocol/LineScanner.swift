/// Cuts one line into words; the common ground of requests and final lines of answers.
struct LineScanner {
    /// A problem in words, for `ERR syntax`.
    struct Problem: Error { var message: String }

    let line: UnsafeRawBufferPointer
    var place = 0

    init(_ line: UnsafeRawBufferPointer) { self.line = line }

    var isAtEnd: Bool { place == line.count }
    var current: UInt8? { place < line.count ? line[place] : nil }

    /// Passes spaces; whether there was one.
    @discardableResult mutating func skipSpaces() -> Bool {
        let start = place
        while place < line.count, line[place] == 0x20 { place += 1 }
        return place > start
    }

    mutating func take(while accept: (UInt8) -> Bool) -> UnsafeRawBufferPointer {
        let start = place
        while place < line.count, accept(line[place]) { place += 1 }
        return UnsafeRawBufferPointer(rebasing: line[start..<place])
    }

    /// The tag at the start and the spaces after it; `nil` where there is none.
    mutating func tag() throws(Problem) -> String? {
        guard current == 0x40 else { return nil }
        place += 1
        let octets = take(while: ProtocolText.isAlphanumeric)
        guard (1...Limits.tagOctets).contains(octets.count), isAtEnd || current == 0x20 else {
            throw Problem(message: "a tag is '@' and 1 to \(Limits.tagOctets) letters or digits")
        }
        skipSpaces()
        return String(decoding: octets, as: UTF8.self)
    }

    /// `KEY=` where one stands at this place; the place stays where none does.
    mutating func key() throws(Problem) -> String? {
        guard let first = current, ProtocolText.isAlpha(first) else { return nil }
        let start = place
        let octets = take { ProtocolText.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }
        guard current == 0x3D else {
            place = start
            return nil
        }
        guard octets.count <= Limits.keyOctets else {
            throw Problem(message: "a key has at most \(Limits.keyOctets) characters; quote a value that holds '='")
        }
        place += 1
        return String(decoding: octets, as: UTF8.self)
    }

    /// A bare or quoted value, which ends at a space or the end of the line.
    mutating func value() throws(Problem) -> String {
        if current == 0x22 {
            let text = try quoted()
            guard isAtEnd || current == 0x20 else {
                throw Problem(message: "a space is missing after a closing quote")
            }
            return text
        }
        let octets = take(while: ProtocolText.isBare)
        guard isAtEnd || current == 0x20 else {
            throw Problem(message: "\(Self.describe(line[place])) must stand in quotes")
        }
        return String(decoding: octets, as: UTF8.self)
    }

    static func describe(_ byte: UInt8) -> String {
        switch byte {
        case 0x22: "a quote inside a word"
        case 0x09: "a tab"
        case 0x21...0x7E: "'\(Character(UnicodeScalar(byte)))'"
        default: "the control character \(byte)"
        }
    }

    private mutating func quoted() throws(Problem) -> String {
        place += 1
        var octets: [UInt8] = []
        while let byte = current {
            place += 1
            switch byte {
            case 0x22: return String(decoding: octets, as: UTF8.self)
            case 0x5C: octets.append(contentsOf: try escape().utf8)
            case ..<0x20, 0x7F: throw Problem(message: "\(Self.describe(byte)) must be escaped inside quotes")
            default: octets.append(byte)
            }
        }
        throw Problem(message: "a closing quote is missing")
    }

    private mutating func escape() throws(Problem) -> String {
        guard let byte = current else { throw Problem(message: "a closing quote is missing") }
        place += 1
        switch byte {
        case 0x22: return "\""
        case 0x5C: return "\\"
        case 0x2F: return "/"
        case 0x62: return "\u{8}"
        case 0x66: return "\u{C}"
        case 0x6E: return "\n"
        case 0x72: return "\r"
        case 0x74: return "\t"
        case 0x75: return try unicodeEscape()
        default: throw Problem(message: "'\\' is followed by none of \" \\ / b f n r t u")
        }
    }

    private mutating func unicodeEscape() throws(Problem) -> String {
        var code = try fourDigits()
        if (0xD800...0xDBFF).contains(code) {
            guard place + 1 < line.count, line[place] == 0x5C, line[place + 1] == 0x75 else {
                throw Problem(message: "a \\u escape is half of a surrogate pair")
            }
            place += 2
            let low = try fourDigits()
            guard (0xDC00...0xDFFF).contains(low) else {
                throw Problem(message: "a \\u escape is half of a surrogate pair")
            }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard code != 0, let scalar = UnicodeScalar(code) else {
            throw Problem(message: "a \\u escape gives no character that may stand here")
        }
        return String(Character(scalar))
    }

    private mutating func fourDigits() throws(Problem) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(UnicodeScalar(byte)).hexDigitValue, byte < 0x80 else {
                throw Problem(message: "\\u wants four hexadecimal digits")
            }
            code = code << 4 | UInt32(digit)
            place += 1
        }
        return code
    }
}
