/// Canonical decomposition and letters with diacritics, as far as folding needs them.
///
/// The standard library publishes no normalisation, so this draws on what it does publish: a scalar's name
/// ("LATIN SMALL LETTER L WITH STROKE" says that ł is an l), and on a table for scripts where a name does not tell.
struct Decomposition {
    private var greekByName: [String: UInt32] = [:]

    /// What a lower-case scalar is made of, diacritics of Latin, Greek, Cyrillic and Arabic letters left out.
    mutating func parts(of value: UInt32) -> [UInt32] {
        switch value {
        case 0xC0...0x24F, 0x1E00...0x1EFF: [latinBase(of: value)]
        case 0x370...0x3FF, 0x1F00...0x1FFF: [greekBase(of: value)]
        case 0x400...0x4FF: [Self.cyrillicBase(of: value)]
        case 0x622, 0x623, 0x625: [0x627]
        case 0x624: [0x648]
        case 0x626: [0x64A]
        case 0x6C0: [0x6D5]
        case 0x6C2: [0x6C1]
        case 0x6D3: [0x6D2]
        case 0xAC00...0xD7A3: Self.jamo(of: value)
        case 0x900...0x109F, 0x3040...0x30FF: compositionParts(of: value)
        default: [value]
        }
    }

    /// Marks that folding ignores: those of Latin, Greek and Cyrillic, and vowel points of Hebrew and Arabic.
    static func isIgnored(_ mark: UInt32) -> Bool {
        switch mark {
        // U+0345 is a small iota below the letter, and folds to one.
        case 0x300...0x344, 0x346...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
            0xFE00...0xFE0F,
            0xFE20...0xFE2F, 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6ED:
            true
        default: false
        }
    }

    /// The letter that `base` and a mark make, where the mark makes another letter and not only an accent:
    /// й, ў and ї.
    static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
        switch (base, mark) {
        case (0x438, 0x306): 0x439
        case (0x443, 0x306): 0x45E
        case (0x456, 0x308): 0x457
        default: nil
        }
    }

    private func latinBase(of value: UInt32) -> UInt32 {
        if value == 0x131 { return 0x69 }
        guard let base = Self.nameWithoutDiacritics(of: value), base.hasPrefix("LATIN SMALL LETTER ") else {
            return value
        }
        let letter = base.utf8.dropFirst(19)
        if letter.elementsEqual("AE".utf8) { return 0xE6 }
        guard letter.count == 1, let ascii = letter.first else { return value }
        return UInt32(ascii | 0x20)
    }

    private mutating func greekBase(of value: UInt32) -> UInt32 {
        guard let base = Self.nameWithoutDiacritics(of: value) else { return value }
        if greekByName.isEmpty {
            for letter in UInt32(0x3B1)...0x3C9 {
                if let name = Unicode.Scalar(letter)?.properties.name { greekByName[name] = letter }
            }
        }
        return greekByName[base] ?? value
    }

    private static func nameWithoutDiacritics(of value: UInt32) -> String? {
        guard let name = Unicode.Scalar(value)?.properties.name else { return nil }
        let words = name.split(separator: " ")
        guard let with = words.firstIndex(of: "WITH") else { return nil }
        return words[..<with].joined(separator: " ")
    }

    /// ё is е; ѓ, ќ, ѐ, ѝ lose their accent, as they do when it is written apart; й, ў, ї are letters of their own.
    private static func cyrillicBase(of value: UInt32) -> UInt32 {
        switch value {
        case 0x450, 0x451, 0x4D7: 0x435
        case 0x45D, 0x4E3, 0x4E5: 0x438
        case 0x453: 0x433
        case 0x45C: 0x43A
        case 0x4C2, 0x4DD: 0x436
        case 0x4D1, 0x4D3: 0x430
        case 0x4DB: 0x4D9
        case 0x4DF: 0x437
        case 0x4E7: 0x43E
        case 0x4EB: 0x4E9
        case 0x4ED: 0x44D
        case 0x4EF, 0x4F1, 0x4F3: 0x443
        case 0x4F5: 0x447
        case 0x4F9: 0x44B
        case 0x477: 0x475
        default: value
        }
    }

    /// Unicode 16, section 3.12: a Hangul syllable is two or three jamo.
    private static func jamo(of value: UInt32) -> [UInt32] {
        let index = value - 0xAC00
        let trailing = index % 28
        let open = [0x1100 + index / 588, 0x1161 + index % 588 / 28]
        return trailing == 0 ? open : open + [0x11A7 + trailing]
    }

    private func compositionParts(of value: UInt32) -> [UInt32] {
        guard let (base, mark) = CanonicalPairs.all[value] else { return [value] }
        return compositionParts(of: base) + [mark]
    }
}
