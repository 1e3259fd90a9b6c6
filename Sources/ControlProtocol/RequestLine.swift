/// One request line, read by the grammar alone; `RequestParser` checks it against the verb's row.
struct RequestLine {
    enum Payload: Equatable {
        case counted(Int)
        case word([UInt8])
    }

    var verb = ""
    var positional: [String] = []
    var options: [String: String] = [:]
    var payload: Payload?

    /// Reads what stands after the tag.
    init(_ scanner: inout LineScanner) throws(LineScanner.Problem) {
        let word = scanner.take { ProtocolText.isAlpha($0) || $0 == 0x2D }
        guard !word.isEmpty else {
            throw .init(message: scanner.isAtEnd ? "the line is empty" : "a request begins with a verb")
        }
        guard word.count <= Limits.verbOctets, scanner.isAtEnd || scanner.current == 0x20 else {
            throw .init(message: "a verb is 1 to \(Limits.verbOctets) letters, then a space or the end of the line")
        }
        verb = String(decoding: word.lazy.map { $0 >= 0x61 ? $0 & 0xDF : $0 }, as: UTF8.self)
        while true {
            scanner.skipSpaces()
            guard let byte = scanner.current else { return }
            if byte == 0x7B || byte == 0x3C {
                payload = try RequestLine.payload(&scanner)
                return
            }
            if let key = try scanner.key() {
                guard options.updateValue(try scanner.value(), forKey: key) == nil else {
                    throw .init(message: "the key '\(key)' stands there twice")
                }
            } else {
                positional.append(try scanner.value())
            }
        }
    }

    private static func payload(_ scanner: inout LineScanner) throws(LineScanner.Problem) -> Payload {
        let found: Payload
        if scanner.current == 0x7B {
            scanner.place += 1
            let digits = scanner.take(while: ProtocolText.isDigit)
            guard (1...Limits.payloadDigits).contains(digits.count), scanner.current == 0x7D else {
                throw .init(message: "a payload is announced as {LENGTH}, 1 to \(Limits.payloadDigits) digits")
            }
            scanner.place += 1
            found = .counted(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
        } else {
            let angles = scanner.take { $0 == 0x3C }
            let word = scanner.take { ProtocolText.isAlphanumeric($0) || $0 == 0x5F }
            guard angles.count == 2, (1...Limits.wordOctets).contains(word.count) else {
                throw .init(
                    message: "a payload of lines is announced as <<WORD, 1 to \(Limits.wordOctets) letters or digits")
            }
            found = .word(Array(word))
        }
        guard scanner.isAtEnd else { throw .init(message: "the payload's announcement must end the line") }
        return found
    }
}
