import NewswatchModel

/// A ULID: 48 bits of milliseconds since 1970 and 80 random bits, as 26 characters of Crockford's base 32.
/// Its text sorts by time (github.com/ulid/spec).
struct ULID: Hashable, Sendable, CustomStringConvertible {
    static let length = 26
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    let description: String

    init(at moment: Timestamp) {
        var time = UInt64(max(0, moment.milliseconds))
        var random = SystemRandomNumberGenerator()
        description = String(unsafeUninitializedCapacity: Self.length) { buffer in
            for i in stride(from: 9, through: 0, by: -1) {
                buffer[i] = Self.alphabet[Int(time & 31)]
                time >>= 5
            }
            for half in 0..<2 {
                var bits = random.next()
                for i in 0..<8 {
                    buffer[10 + 8 * half + i] = Self.alphabet[Int(bits & 31)]
                    bits >>= 5
                }
            }
            return Self.length
        }
    }

    /// The moment in the first 26 characters of `text`; `nil` when they are no ULID.
    static func moment(of text: String) -> Timestamp? {
        let characters = text.utf8.prefix(Self.length)
        guard characters.count == Self.length else { return nil }
        var time: Int64 = 0
        for (i, character) in characters.enumerated() {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            if i < 10 { time = time << 5 | Int64(value) }
        }
        return Timestamp(milliseconds: time)
    }
}
