/// A word, or a single ideograph, of a text.
struct Token {
    /// Byte offsets of its first and past its last scalar.
    var start: UInt32
    var end: UInt32
    var letters: Letters
    /// False when its first scalar is a lower-case letter; such a token begins no capitalised name.
    var mayBeCapitalised: Bool
    var scalarClass: ScalarClass

    /// What a token is made of, for the ways to fold it.
    enum Letters: UInt8 {
        /// ASCII letters, digits and apostrophes alone: a byte | 0x20 is its folded byte.
        case ascii
        /// Letters of U+0400 to U+047F alone.
        case cyrillic
        case other
    }
}

/// The letters of a token, as rules about case and gaps see them.
struct TokenShape {
    /// Its first letter is a capital, or of a script without case.
    var initialIsUpper = false
    /// It has a capital and no small letter.
    var isAllUpper = false
    /// Folded scalars.
    var scalarCount: UInt16 = 0
    /// Bit n: the n-th folded scalar (modulo 64) was a capital.
    var upperBits: UInt64 = 0
}

/// Hashes of folded tokens. They stand in index files: a change needs a new `ImageFormat.version`.
///
/// A token is hashed by one octet for each of its folded scalars, so that a Cyrillic word, which has two octets of
/// UTF-8 a letter, costs no more than a Latin one. Different words may share a hash; the search compares them.
enum TokenHash {
    /// What the hash of a token starts from: words of ASCII, after folding, and others.
    enum Script: UInt64 {
        case ascii = 0
        case other = 0xA24B_AED4_963E_E407
    }

    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The octet by which a folded scalar is hashed.
    @inline(__always)
    static func octet(_ scalar: UInt32) -> UInt8 {
        // Within U+0400 to U+04FF, and within ASCII, the low octet tells the letters apart.
        scalar < 0x500 ? UInt8(truncatingIfNeeded: scalar) : UInt8(truncatingIfNeeded: scalar ^ scalar >> 8)
    }

    /// `mask` is or-ed to each octet: 0x20 folds ASCII letters and leaves digits and the apostrophe alone.
    @inline(__always)
    static func of(_ octets: UnsafePointer<UInt8>, count: Int, mask: UInt8, script: Script) -> UInt64 {
        let wide = UInt64(mask) &* 0x0101_0101_0101_0101
        var hash = seed(count, script)
        var offset = 0
        while offset &+ 8 <= count {
            hash = mix(hash ^ (UnsafeRawPointer(octets + offset).loadUnaligned(as: UInt64.self).littleEndian | wide))
            offset &+= 8
        }
        if offset < count {
            var tail: UInt64 = 0
            var shift: UInt64 = 0
            while offset < count {
                tail |= UInt64(octets[offset] | mask) &<< shift
                shift &+= 8
                offset &+= 1
            }
            hash = mix(hash ^ tail)
        }
        return hash
    }

    /// The same of up to 8 octets that are already put together, the first in the lowest place.
    @inline(__always)
    static func of(short octets: UInt64, count: Int, script: Script) -> UInt64 { mix(seed(count, script) ^ octets) }

    /// Of a path that has come to `node` and goes on with `word`; not symmetric.
    @inline(__always)
    static func edge(_ node: UInt32, _ word: UInt32) -> UInt64 {
        mix((UInt64(node) << 32 | UInt64(word)) ^ 0xD6E8_FEB8_6659_FD93)
    }

    /// The same by the hash of the word.
    @inline(__always)
    static func branch(_ node: UInt32, _ hash: UInt64) -> UInt64 {
        mix(hash ^ (UInt64(node) &* 0xD6E8_FEB8_6659_FD93))
    }

    /// Of a word and the first letter of the one behind it.
    @inline(__always)
    static func opening(_ hash: UInt64, _ letter: UInt8) -> UInt64 {
        mix(hash ^ (UInt64(letter) &* 0xA076_1D64_78BD_642F))
    }

    @inline(__always)
    static func seed(_ count: Int, _ script: Script) -> UInt64 {
        (UInt64(truncatingIfNeeded: count) &* multiplier) ^ script.rawValue
    }

    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        let product = value &* multiplier
        return product ^ (product >> 29)
    }
}
