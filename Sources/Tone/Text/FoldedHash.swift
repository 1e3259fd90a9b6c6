/// The 64-bit hash of vocabularies and feature tables: FNV-1a, its upper half folded into the lower.
struct FoldedHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    /// Begins with one octet: the letter that tells feature tables apart.
    init(_ first: Unicode.Scalar) { add(UInt8(truncatingIfNeeded: first.value)) }

    @inline(__always) mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// Adds a scalar's UTF-8.
    @inline(__always) mutating func add(scalar: UInt32) {
        if scalar < 0x80 {
            add(UInt8(scalar))
        } else if scalar < 0x800 {
            add(0xC0 | UInt8(scalar >> 6))
            add(0x80 | UInt8(scalar & 0x3F))
        } else if scalar < 0x10000 {
            add(0xE0 | UInt8(scalar >> 12))
            add(0x80 | UInt8(scalar >> 6 & 0x3F))
            add(0x80 | UInt8(scalar & 0x3F))
        } else {
            add(0xF0 | UInt8(scalar >> 18))
            add(0x80 | UInt8(scalar >> 12 & 0x3F))
            add(0x80 | UInt8(scalar >> 6 & 0x3F))
            add(0x80 | UInt8(scalar & 0x3F))
        }
    }

    /// The hash of what was added.
    @inline(__always) var value: UInt64 { state ^ state >> 32 }
}
