/// The Unicode scalars of a stretch of text, forward and backward, decoded with replacement.
///
/// Octets that are no UTF-8 are read as U+FFFD, one for each maximal part of a sequence (Unicode 15, section 3.9, as
/// Swift's own strings do). Both directions see the same scalars, since where a sequence begins depends on nothing
/// before its first octet: only that one is no continuation octet.
struct TextScalars {
    private let bytes: UnsafeBufferPointer<UInt8>
    let start: Int
    let end: Int

    /// - Precondition: `start...end` lies inside `bytes`; nothing outside it is ever read.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        precondition(start >= 0 && start <= end && end <= bytes.count)
        (self.bytes, self.start, self.end) = (bytes, start, end)
    }

    /// The same from `place` on.
    func from(_ place: Int) -> TextScalars { TextScalars(bytes, place, end) }

    struct Found {
        var scalar: UInt32
        var start: Int
        var end: Int
    }

    static let replacement: UInt32 = 0xFFFD

    /// The scalar that begins at `place`, which is below `end` and where a scalar begins.
    @inline(__always) func scalar(at place: Int) -> Found {
        let first = bytes[place]
        if first < 0x80 { return Found(scalar: UInt32(first), start: place, end: place + 1) }
        return longScalar(at: place, first)
    }

    private func longScalar(at place: Int, _ first: UInt8) -> Found {
        // How many octets follow, and what the first of them may be (Unicode's table 3-7).
        let follow: Int
        let second: ClosedRange<UInt8>
        switch first {
        case 0xC2...0xDF: (follow, second) = (1, 0x80...0xBF)
        case 0xE0: (follow, second) = (2, 0xA0...0xBF)
        case 0xED: (follow, second) = (2, 0x80...0x9F)
        case 0xE1...0xEF: (follow, second) = (2, 0x80...0xBF)
        case 0xF0: (follow, second) = (3, 0x90...0xBF)
        case 0xF1...0xF3: (follow, second) = (3, 0x80...0xBF)
        case 0xF4: (follow, second) = (3, 0x80...0x8F)
        default: return Found(scalar: TextScalars.replacement, start: place, end: place + 1)
        }
        var value = UInt32(first) & (0x3F >> UInt32(follow))
        for step in 1...follow {
            let next = place + step
            guard next < end, step == 1 ? second.contains(bytes[next]) : TextScalars.continues(bytes[next]) else {
                return Found(scalar: TextScalars.replacement, start: place, end: next)
            }
            value = value << 6 | UInt32(bytes[next] & 0x3F)
        }
        return Found(scalar: value, start: place, end: place + follow + 1)
    }

    /// The scalar that ends at `place`, which is above `start` and where a scalar ends.
    func scalar(before place: Int) -> Found {
        var first = place - 1
        while first > start, place - first < 4, TextScalars.continues(bytes[first]) { first -= 1 }
        let found = scalar(at: first)
        // What does not reach to `place` is followed by stray continuation octets, each a scalar of its own.
        if found.end == place { return found }
        return Found(scalar: TextScalars.replacement, start: place - 1, end: place)
    }

    /// The last place at or before `place` where a scalar begins for certain.
    func aligned(_ place: Int) -> Int {
        var found = min(max(place, start), end)
        while found > start, found < end, TextScalars.continues(bytes[found]) { found -= 1 }
        return found
    }

    private static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
