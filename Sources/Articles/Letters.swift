/// Case and look-up keys of letters, without the standard library's property tables, which cost some tens of times
/// as much. Latin, Greek and Cyrillic have case here; letters of other scripts count as caseless.
enum Letters {
    static func isLetter(_ value: UInt32) -> Bool {
        if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
        // Latin with diacritics, then combining accents (the stress mark of a Cyrillic vowel), Greek, Cyrillic, and
        // everything up to general punctuation; then Chinese, Japanese and Korean.
        if value < 0x2000 { return value >= 0xC0 && value != 0xD7 && value != 0xF7 }
        return (0x3041...0xD7FF).contains(value)
    }

    static func isUpperCase(_ value: UInt32) -> Bool { lowered(value) != value }

    static func isLowerCase(_ value: UInt32) -> Bool { value < 0x530 && isLetter(value) && lowered(value) == value }

    /// The lower-case letter of an upper-case one; any other scalar as it is.
    static func lowered(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: value + 0x20
        case 0x400...0x40F: value + 0x50
        case 0x100...0x137, 0x14A...0x177, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: value | 1
        case 0x139...0x148, 0x179...0x17E: value + (value & 1)
        default: value
        }
    }

    // MARK: Keys

    static let emptyKey: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Goes on with the key by one scalar: case folds, accents put over letters do not count, and the typographic
    /// apostrophe is the straight one. (FNV-1a over scalars; 64 bits keep a few thousand words apart.)
    static func add(_ value: UInt32, to key: inout UInt64) {
        if (0x300...0x36F).contains(value) { return }
        key = (key ^ UInt64(value == 0x2019 ? 0x27 : lowered(value))) &* 0x100_0000_01B3
    }

    /// The key of a word, as `TextOctets.key` computes it.
    static func key(_ word: some StringProtocol) -> UInt64 {
        var key = emptyKey
        for scalar in word.unicodeScalars { add(scalar.value, to: &key) }
        return key
    }

    /// The keys of words that blanks part.
    static func keys(_ words: String) -> Set<UInt64> { Set(words.split(separator: " ").map { key($0) }) }
}
