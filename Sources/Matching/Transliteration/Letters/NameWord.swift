/// One word of a name, without case, and where its capitals stood.
struct NameWord: Sendable {
    /// Lower case; any apostrophe is `'`.
    var letters: [Character] = []
    /// As it was given.
    var original: [Character] = []
    var capitals: [Bool] = []

    init(_ text: some Sequence<Character>) {
        for character in text { append(character) }
    }

    mutating func append(_ character: Character) {
        let bare = Self.isApostrophe(character) ? "'" : Self.withoutStress(character)
        let lower = bare.lowercased()
        original.append(bare == "'" ? character : bare)
        letters.append(lower.count == 1 ? Character(lower) : bare)
        capitals.append(bare.isUppercase)
    }

    var lowercased: String { String(letters) }

    /// Of two letters or more; one capital alone is an initial.
    var isAllCapitals: Bool {
        letters.count > 1 && zip(letters, capitals).allSatisfy { $0 == "'" || $1 }
    }

    /// Short enough to be read as an acronym.
    var isAcronym: Bool { isAllCapitals && letters.count <= 4 }

    var hasCyrillic: Bool { letters.contains(where: \.isCyrillic) }

    func ends(with suffix: String) -> Bool { lowercased.hasSuffix(suffix) }

    static func isApostrophe(_ character: Character) -> Bool {
        character == "'" || character == "\u{2019}" || character == "\u{2BC}"
    }

    /// Dictionaries mark the stress of Cyrillic words with an acute or a grave accent.
    private static func withoutStress(_ character: Character) -> Character {
        guard character.isCyrillic, character.unicodeScalars.count > 1 else { return character }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: character.unicodeScalars.filter { $0.value != 0x301 && $0.value != 0x300 })
        return String(result).first ?? character
    }
}

extension Character {
    /// Of the blocks Cyrillic, Cyrillic Supplement, and Cyrillic Extended-A to -D.
    var isCyrillic: Bool {
        unicodeScalars.contains {
            switch $0.value {
            case 0x400...0x52F, 0x1C80...0x1C8F, 0x1D2B, 0x1D78, 0x2DE0...0x2DFF, 0xA640...0xA69F,
                0x1E030...0x1E08F:
                true
            default: false
            }
        }
    }
}
