/// Turns the octets of a connection into requests.
///
/// Append what was read, then call `next()` until it gives `nil`. Drained so after each read, the parser holds
/// at most one line or one payload within its limit, and the last read. A request that is wrong, too big or
/// not allowed is answered at once and its payload passed over, never held.
public struct RequestParser: Sendable {
    /// Role of the peer: a verb above it gives `denied`, and its payload is passed over.
    public var role: Role
    private let payloadLimit: Int
    private var buffer: [UInt8] = []
    /// Octets before it are done with.
    private var head = 0
    /// Where to go on looking for a line's end, so that no octet is looked at for each read anew.
    private var searched = 0
    /// Start of the line of a payload in which the search goes on.
    private var lineStart = 0
    private var state = State.line

    private enum State: Sendable {
        case line
        /// `length` octets and an EOL belong to the request.
        case counted(Request, length: Int)
        /// Lines up to `word` belong to the request.
        case lines(Request, word: [UInt8])
        case skipCounted(Int)
        case skipLines(word: [UInt8])
        /// Of a payload that was passed over, the EOL is still to come.
        case skipEnd(tag: String?)
        /// Framing is lost; the rest is thrown away.
        case lost
    }

    /// - Parameter payloadLimit: octets; a larger payload gives `too-big`.
    public init(payloadLimit: Int = Limits.payloadOctets, role: Role = .admin) {
        (self.payloadLimit, self.role) = (payloadLimit, role)
    }

    /// Whether a line has begun and not ended.
    public var isMidLine: Bool {
        if case .line = state { return head < buffer.count }
        return false
    }

    /// Whether a payload is awaited.
    public var isMidPayload: Bool {
        switch state {
        case .line, .lost: false
        default: true
        }
    }

    /// Octets held.
    public var bufferedOctets: Int { buffer.count - head }

    /// Takes what was read from the peer.
    public mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if case .lost = state { return }
        buffer.append(contentsOf: bytes)
    }

    /// The next request, or what is wrong with it; `nil` when it needs more octets.
    public mutating func next() -> Result<Request, RequestError>? {
        while true {
            let step: Step
            switch state {
            case .line: step = line()
            case .counted(let request, let length): step = counted(request, length)
            case .lines(let request, let word): step = lines(request, word)
            case .skipCounted(let remaining): step = skipCounted(remaining)
            case .skipLines(let word): step = skipLines(word)
            case .skipEnd(let tag): step = skipEnd(tag)
            case .lost: step = .starved
            }
            switch step {
            case .done(let result): return result
            case .again: continue
            case .starved:
                compact()
                return nil
            }
        }
    }

    private enum Step {
        case done(Result<Request, RequestError>)
        /// The state changed; there may be a request in what is held.
        case again
        case starved
    }

    private mutating func compact() {
        if head == buffer.count {
            buffer.removeAll(keepingCapacity: buffer.capacity <= 1 << 16)
        } else if head > 0 {
            buffer.removeSubrange(..<head)
        }
        searched -= head
        lineStart = max(0, lineStart - head)
        head = 0
    }

    private mutating func fail(_ error: RequestError) -> Step {
        if error.fatal {
            state = .lost
            buffer = []
            (head, searched) = (0, 0)
        }
        return .done(.failure(error))
    }

    /// Index of the next LF, looked for from `searched` on.
    private mutating func findEnd() -> Int? {
        let found = buffer.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[searched...]).firstIndex(of: 0x0A) }
        guard let found else {
            searched = buffer.count
            return nil
        }
        return searched + found
    }
}

// MARK: lines

extension RequestParser {
    private mutating func line() -> Step {
        guard let end = findEnd(), end - head < Limits.lineOctets else {
            guard buffer.count - head >= Limits.lineOctets else { return .starved }
            return fail(
                RequestError(
                    code: .tooLong, message: "a request line has at most \(Limits.lineOctets) octets with its end",
                    fields: ["limit": String(Limits.lineOctets)], fatal: true))
        }
        var stop = end
        if stop > head, buffer[stop - 1] == 0x0D { stop -= 1 }
        let (head, role, limit) = (head, role, payloadLimit)
        let reading = buffer.withUnsafeBytes {
            Self.read(UnsafeRawBufferPointer(rebasing: $0[head..<stop]), role: role, payloadLimit: limit)
        }
        self.head = end + 1
        searched = end + 1
        switch reading {
        case .complete(let request): return .done(.success(request))
        case .awaits(let request, .counted(let length)): state = .counted(request, length: length)
        case .awaits(let request, .word(let word)):
            state = .lines(request, word: word)
            lineStart = self.head
        case .failed(let error, nil): return fail(error)
        case .failed(let error, .counted(let length)):
            state = .skipCounted(length)
            return fail(error)
        case .failed(let error, .word(let word)):
            state = .skipLines(word: word)
            return fail(error)
        }
        return .again
    }

    private enum Reading {
        case complete(Request)
        case awaits(Request, RequestLine.Payload)
        /// With the payload that is to be passed over.
        case failed(RequestError, RequestLine.Payload?)
    }

    private static func read(_ octets: UnsafeRawBufferPointer, role: Role, payloadLimit: Int) -> Reading {
        guard isUTF8(octets) else {
            return .failed(syntax("the line is not UTF-8", in: octets, tag: nil), nil)
        }
        var scanner = LineScanner(octets)
        var tag: String?
        let line: RequestLine
        do throws(LineScanner.Problem) {
            tag = try scanner.tag()
            line = try RequestLine(&scanner)
        } catch {
            return .failed(syntax(error.message, in: octets, tag: tag), nil)
        }
        guard let verb = Verb.byName[line.verb] else {
            return .failed(
                RequestError(
                    tag: tag, code: .unknownCommand, message: "there is no \(line.verb); HELP lists the verbs"),
                line.payload)
        }
        let rule = verb.rule
        guard role >= rule.role else {
            return .failed(
                RequestError(
                    tag: tag, code: .denied,
                    message: "\(verb.rawValue) needs the role \(rule.role.name), this connection has \(role.name)",
                    fields: ["needs": rule.role.name], takesDescriptor: rule.descriptor),
                line.payload)
        }
        if let message = complaint(line, verb, rule) {
            return .failed(
                RequestError(tag: tag, code: .badArgument, message: message, takesDescriptor: rule.descriptor),
                line.payload)
        }
        let request = Request(tag: tag, verb: verb, positional: line.positional, options: line.options)
        guard let payload = line.payload else { return .complete(request) }
        if case .counted(let length) = payload, length > payloadLimit {
            return .failed(tooBig(tag, payloadLimit), payload)
        }
        return .awaits(request, payload)
    }

    /// What is wrong with a line by its verb's row.
    private static func complaint(_ line: RequestLine, _ verb: Verb, _ rule: VerbRule) -> String? {
        let usage = "; write \(verb.usage)"
        guard rule.positional.contains(line.positional.count) else {
            return
                (line.positional.count < rule.positional.lowerBound ? "an argument is missing" : "too many arguments")
                + usage
        }
        if let key = line.options.keys.sorted().first(where: { !rule.keys.contains($0) }) {
            return "\(verb.rawValue) has no option '\(key)'" + usage
        }
        switch (rule.payload, line.payload) {
        case (.none, .some): return "\(verb.rawValue) takes no payload" + usage
        case (.required, nil): return "the payload is missing" + usage
        default: return nil
        }
    }

    /// A line that cannot be read but seems to announce a payload: whether octets follow is then unknown, and to
    /// read them as requests would let a document give orders.
    private static func syntax(_ message: String, in octets: UnsafeRawBufferPointer, tag: String?) -> RequestError {
        RequestError(tag: tag, code: .syntax, message: message, fatal: octets.contains { $0 == 0x7B || $0 == 0x3C })
    }

    private static func isUTF8(_ octets: UnsafeRawBufferPointer) -> Bool {
        if octets.allSatisfy({ $0 < 0x80 }) { return true }
        return String(validating: octets, as: UTF8.self) != nil
    }

    private static func tooBig(_ tag: String?, _ limit: Int) -> RequestError {
        RequestError(
            tag: tag, code: .tooBig, message: "a payload has at most \(limit) octets", fields: ["limit": String(limit)])
    }
}

// MARK: payloads

extension RequestParser {
    private mutating func counted(_ request: Request, _ length: Int) -> Step {
        guard let after = endOfLine(at: head + length) else {
            return buffer.count - head < length + 2 ? .starved : misplaced(request.tag)
        }
        guard after > 0 else { return misplaced(request.tag) }
        var request = request
        request.payload = Array(buffer[head..<head + length])
        head = after
        searched = after
        state = .line
        return .done(.success(request))
    }

    private mutating func misplaced(_ tag: String?) -> Step {
        fail(
            RequestError(
                tag: tag, code: .syntax, message: "the payload is not followed by the end of a line", fatal: true))
    }

    /// The index after the EOL that begins at `place`; 0 where something else stands there, `nil` when more
    /// octets are needed to tell.
    private func endOfLine(at place: Int) -> Int? {
        guard place < buffer.count else { return nil }
        if buffer[place] == 0x0A { return place + 1 }
        guard buffer[place] == 0x0D else { return 0 }
        guard place + 1 < buffer.count else { return nil }
        return buffer[place + 1] == 0x0A ? place + 2 : 0
    }

    private mutating func lines(_ request: Request, _ word: [UInt8]) -> Step {
        // `head` stays at the payload's start, `lineStart` follows the lines.
        while true {
            let start = lineStart
            let end = findEnd()
            if (end ?? buffer.count) - head > payloadLimit + word.count + 2 || start - head > payloadLimit {
                head = start
                state = .skipLines(word: word)
                return .done(.failure(Self.tooBig(request.tag, payloadLimit)))
            }
            guard let end else { return .starved }
            searched = end + 1
            lineStart = searched
            if isWord(word, start, end) {
                var request = request
                request.payload = Array(buffer[head..<start])
                head = end + 1
                state = .line
                return .done(.success(request))
            }
        }
    }

    private func isWord(_ word: [UInt8], _ start: Int, _ end: Int) -> Bool {
        var stop = end
        if stop > start, buffer[stop - 1] == 0x0D { stop -= 1 }
        return buffer[start..<stop].elementsEqual(word)
    }

    private mutating func skipCounted(_ remaining: Int) -> Step {
        let count = min(remaining, buffer.count - head)
        head += count
        searched = head
        guard count == remaining else {
            state = .skipCounted(remaining - count)
            return .starved
        }
        state = .skipEnd(tag: nil)
        return .again
    }

    private mutating func skipEnd(_ tag: String?) -> Step {
        guard let after = endOfLine(at: head) else { return .starved }
        guard after > 0 else { return misplaced(tag) }
        head = after
        searched = after
        state = .line
        return .again
    }

    private mutating func skipLines(_ word: [UInt8]) -> Step {
        while let end = findEnd() {
            let start = head
            head = end + 1
            searched = head
            if isWord(word, start, end) {
                state = .line
                return .again
            }
        }
        // A line longer than the word and its end is not the word: forget all but so much that this stays so.
        let keep = word.count + 2
        if buffer.count - head > keep {
            head = buffer.count - keep
        }
        return .starved
    }
}
