/// Spells names in a–z, 0–9 and hyphens, for ids that people can read and type.
///
/// Latin letters lose their marks by the names that the Unicode standard gives them (LATIN SMALL LETTER E WITH ACUTE),
/// Cyrillic ones are written by a table after the practice of BGN/PCGN, without its marks. Others are left out.
struct LatinSpelling {
    /// What was spelled before: asking for the name of a scalar takes a microsecond.
    private var known: [Unicode.Scalar: [UInt8]?] = [:]

    /// Adds `name` to `octets`, with hyphens for what is between words; whether every letter and digit is there.
    mutating func write(_ name: String, to octets: inout [UInt8]) -> Bool {
        var isWhole = true
        var isGap = false
        func gap() {
            if isGap, !octets.isEmpty { octets.append(0x2D) }
            isGap = false
        }
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39:
                gap()
                octets.append(UInt8(scalar.value))
            case 0x41...0x5A:
                gap()
                octets.append(UInt8(scalar.value | 0x20))
            // An apostrophe is inside a word.
            case 0x27, 0x2019, 0x2BC: break
            case ..<0x80: isGap = true
            default:
                let spelled: [UInt8]?
                if let found = known[scalar] {
                    spelled = found
                } else {
                    spelled = Self.spell(scalar)
                    known[scalar] = spelled
                }
                if let spelled {
                    gap()
                    octets += spelled
                } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    isWhole = false
                } else if scalar.properties.generalCategory != .nonspacingMark {
                    isGap = true
                }
            }
        }
        return isWhole
    }

    private static let special: [Unicode.Scalar: String] = [
        "ß": "ss", "ẞ": "ss", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
        "đ": "d", "Đ": "d", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "ng", "Ŋ": "ng",
    ]

    /// U+0430 to U+045F, in order.
    private static let cyrillic: [String] = [
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
        "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "e", "yo", "dj", "g", "ye", "dz", "i", "yi", "j", "lj",
        "nj", "c", "k", "i", "u", "dz",
    ]

    private static func spell(_ scalar: Unicode.Scalar) -> [UInt8]? {
        if let spelled = special[scalar] { return Array(spelled.utf8) }
        let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        if (0x430...0x45F).contains(small.value) { return Array(cyrillic[Int(small.value) - 0x430].utf8) }
        // ґ, of Ukrainian.
        if small.value == 0x491 { return Array("g".utf8) }
        let words = scalar.properties.name?.split(separator: " ") ?? []
        guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count <= 2,
            words.count == 4 || words[4] == "WITH"
        else { return nil }
        return Array(words[3].lowercased().utf8)
    }
}
