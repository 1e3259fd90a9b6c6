@testable import ControlProtocol

typealias Outcome = Result<Request, RequestError>

extension RequestParser {
    mutating func append(_ octets: some Sequence<UInt8>) {
        Array(octets).withUnsafeBytes { append($0) }
    }

    /// Appends and drains.
    mutating func feed(_ octets: some Sequence<UInt8>) -> [Outcome] {
        append(octets)
        var found: [Outcome] = []
        while let outcome = next() { found.append(outcome) }
        return found
    }
}

func parse(_ text: String, payloadLimit: Int = Limits.payloadOctets, role: Role = .admin) -> [Outcome] {
    var parser = RequestParser(payloadLimit: payloadLimit, role: role)
    return parser.feed(text.utf8)
}

/// The code of the only outcome, which must be an error.
func errorCode(_ text: String) -> ErrorCode? {
    let outcomes = parse(text)
    guard outcomes.count == 1, case .failure(let error) = outcomes[0] else { return nil }
    return error.code
}

/// SplitMix64: the same numbers each run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
