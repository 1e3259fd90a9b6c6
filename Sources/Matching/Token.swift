/// A word, or a single ideograph, of a text.
struct Token {
    /// Byte offsets of its first and past its last scalar.
    var start: UInt32
    var end: UInt32
    /// Only ASCII letters, digits and apostrophes, so that a byte | 0x20 is its folded byte.
    var isASCII: Bool
    /// False when its first scalar is a lower-case letter; such a token begins no capitalised name.
    var mayBeCapitalised: Bool
    var scalarClass: ScalarClass
    /// For a token that a line-end hyphen cuts in two: the index of the reading that joins it with the next.
    /// 0 where there is none (the token 0 is never a joined one).
    var joined: UInt32 = 0
    /// Index of the token after this one.
    var next: UInt32
    /// What follows is known once `isFolded`.
    var isFolded = false
    /// Its first letter is a capital, or of a script without case.
    var initialIsUpper = false
    /// It has a capital and no small letter.
    var isAllUpper = false
    /// Folded scalars.
    var scalarCount: UInt16 = 0
    /// Offset and length of the folded UTF-8: in the text for an ASCII token (still to be | 0x20), in the scan's
    /// `folded` bytes for others.
    var foldedStart: UInt32 = 0
    var foldedLength: UInt32 = 0
    /// Bit n: the n-th folded scalar (modulo 64) was a capital.
    var upperBits: UInt64 = 0
    var hash: UInt64 = 0
}

/// Hashes of folded tokens. They stand in index files: a change needs a new `ImageFormat.version`.
enum TokenHash {
    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// `mask` is or-ed to each byte: 0x20 folds ASCII letters and leaves digits and the apostrophe alone.
    @inline(__always)
    static func of(_ bytes: UnsafePointer<UInt8>, count: Int, mask: UInt8) -> UInt64 {
        let wide = UInt64(mask) &* 0x0101_0101_0101_0101
        var hash = UInt64(truncatingIfNeeded: count) &* multiplier
        var offset = 0
        while offset + 8 <= count {
            hash = mix(hash ^ (UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self) | wide))
            offset += 8
        }
        if offset < count {
            var tail: UInt64 = 0
            var shift: UInt64 = 0
            while offset < count {
                tail |= UInt64(bytes[offset] | mask) << shift
                shift += 8
                offset += 1
            }
            hash = mix(hash ^ tail)
        }
        return hash
    }

    /// Of a path that has come to `node` and goes on with the token of `hash`; not symmetric.
    @inline(__always)
    static func edge(_ node: UInt32, _ hash: UInt64) -> UInt64 {
        mix(hash ^ (UInt64(node) &* 0xD6E8_FEB8_6659_FD93))
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value &* multiplier
        return product ^ (product >> 29)
    }
}
