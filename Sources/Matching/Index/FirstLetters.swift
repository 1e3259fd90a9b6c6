/// The first two letters of the words that begin names, as a bitmap: the cheapest question that sorts out a word.
///
/// One map for words of ASCII and one for words of simple Cyrillic letters; each is there for all names and for those
/// that may begin with a small letter. A word of one letter counts as followed by 0.
enum FirstLetters {
    /// 64-bit words of one map: 64 second letters for each of 64 first ones.
    static let mapWords = 64
    static let maps = 4
    /// Index of the map.
    static func map(isASCII: Bool, isSmall: Bool) -> Int { (isASCII ? 0 : 2) + (isSmall ? 1 : 0) }

    /// The word of a map in which a word's bit stands; the bit is `second & 63`. Letters are folded octets.
    @inline(__always)
    static func word(_ first: UInt8) -> Int { Int(first & 63) }
}
