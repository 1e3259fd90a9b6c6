/// The first three letters of the words of ASCII that may begin a name with a small letter: a bit for each three. A list
/// has few of them ("von", "al"), a text is full of small words.
enum SmallWords {
    /// 64-bit words of the map.
    static let words = 1 << 15 / 64

    /// The bit of a word by its first letters, 0 where it has ended.
    @inline(__always)
    static func place(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        Int(first & 31) << 10 | Int(second & 31) << 5 | Int(third & 31)
    }
}
