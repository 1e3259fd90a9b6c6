/// One line from the server.
public enum ResponseLine: Sendable, Equatable {
    case item(tag: String?, json: String)
    case push(json: String)
    case ok(tag: String?, fields: [ResponseField])
    /// `code` as it came, so that a newer server's codes get through.
    case error(tag: String?, code: String, message: String, fields: [ResponseField])
}

/// A word of a final line: `key=value`, or a value alone with an empty key.
public struct ResponseField: Sendable, Equatable {
    public var key: String
    public var value: String

    public init(_ key: String, _ value: String) { (self.key, self.value) = (key, value) }
}

extension [ResponseField] {
    /// The value of the first field with `key`.
    public subscript(key: String) -> String? { first { $0.key == key }?.value }
}

/// A line from the server that does not follow the grammar.
public enum ResponseError: Error, Sendable, Equatable {
    /// What was wrong, and the start of the line.
    case malformed(String, line: String)
    /// No end of line in `Limits.responseOctets`.
    case tooLong
}

/// Turns what a client reads into lines. Append what was read, then call `next()` until it gives `nil`.
public struct ResponseParser: Sendable {
    private var buffer: [UInt8] = []
    private var head = 0
    private var searched = 0

    public init() {}

    /// Whether nothing is held: no line has begun.
    public var isEmpty: Bool { head == buffer.count }

    /// Takes what was read from the server.
    public mutating func append(_ bytes: UnsafeRawBufferPointer) { buffer.append(contentsOf: bytes) }

    /// The next line; `nil` when it needs more octets.
    public mutating func next() throws(ResponseError) -> ResponseLine? {
        let from = searched
        let found = buffer.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[from...]).firstIndex(of: 0x0A) }
        guard let found else {
            buffer.removeSubrange(..<head)
            head = 0
            searched = buffer.count
            guard buffer.count <= Limits.responseOctets else { throw .tooLong }
            return nil
        }
        let end = from + found
        var stop = end
        if stop > head, buffer[stop - 1] == 0x0D { stop -= 1 }
        let start = head
        head = end + 1
        searched = head
        let result = buffer.withUnsafeBytes { Self.read(UnsafeRawBufferPointer(rebasing: $0[start..<stop])) }
        switch result {
        case .success(let line): return line
        case .failure(let error): throw error
        }
    }

    private static func read(_ octets: UnsafeRawBufferPointer) -> Result<ResponseLine, ResponseError> {
        var scanner = LineScanner(octets)
        do throws(LineScanner.Problem) {
            return .success(try line(&scanner))
        } catch {
            return .failure(.malformed(error.message, line: String(decoding: octets.prefix(80), as: UTF8.self)))
        }
    }

    private static func line(_ scanner: inout LineScanner) throws(LineScanner.Problem) -> ResponseLine {
        let tag = try scanner.tag()
        if let mark = scanner.current, mark == 0x2A || mark == 0x21 {
            scanner.place += 1
            guard scanner.skipSpaces(), scanner.current == 0x7B else {
                throw .init(message: "no JSON object after '*' or '!'")
            }
            let json = String(decoding: scanner.line[scanner.place...], as: UTF8.self)
            return mark == 0x2A ? .item(tag: tag, json: json) : .push(json: json)
        }
        let word = try scanner.value()
        scanner.skipSpaces()
        switch word {
        case "OK": return .ok(tag: tag, fields: try fields(&scanner))
        case "ERR":
            let code = try scanner.value()
            scanner.skipSpaces()
            let message = try scanner.value()
            return .error(tag: tag, code: code, message: message, fields: try fields(&scanner))
        default: throw .init(message: "neither item, push, OK nor ERR")
        }
    }

    private static func fields(_ scanner: inout LineScanner) throws(LineScanner.Problem) -> [ResponseField] {
        var found: [ResponseField] = []
        while true {
            scanner.skipSpaces()
            guard !scanner.isAtEnd else { return found }
            let key = try scanner.key() ?? ""
            found.append(ResponseField(key, try scanner.value()))
        }
    }
}
