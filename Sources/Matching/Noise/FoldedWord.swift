/// A name of one word, folded for a look-up among the common words: lower case, ё as е, ß as ss, one apostrophe.
///
/// Diacritics stay, unlike in matching: without them Spanish "él" would count as "el", a word ten times as frequent.
/// Canonically equal spellings meet because `String` compares by canonical equivalence.
struct FoldedWord {
    private(set) var text = ""
    private(set) var scalarCount = 0
    private(set) var beginsUpper = false
    private(set) var upperCount = 0
    private(set) var hasLower = false
    private var isEnded = false

    /// No common word is longer in UTF-8; what is longer need not be folded.
    private static let longest = 48

    /// `nil` unless `name` is one word of letters. Separators around it do not count.
    init?(_ name: String) {
        guard Self.mayBeOneWord(name.utf8) else { return nil }
        for scalar in name.unicodeScalars {
            guard append(scalar) else { return nil }
        }
        guard scalarCount > 0 else { return nil }
    }

    /// Refuses names of several words and words with digits, which most names are, by their ASCII bytes alone.
    private static func mayBeOneWord(_ bytes: String.UTF8View) -> Bool {
        guard bytes.count <= longest else { return false }
        var isInWord = false
        var isEnded = false
        for byte in bytes {
            if byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) {
                if isEnded { return false }
                isInWord = true
            } else if (0x30...0x39).contains(byte) {
                return false
            } else if byte != 0x27 {
                isEnded = isInWord
            }
        }
        return isInWord
    }

    /// False where `scalar` makes it more than a word of letters.
    private mutating func append(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        switch value {
        case 0x61...0x7A, 0x430...0x44F, 0x452...0x45F: return addLetter(value, isUpper: false)
        case 0x41...0x5A, 0x410...0x42F: return addLetter(value + 0x20, isUpper: true)
        case 0x401, 0x451: return addLetter(0x435, isUpper: value == 0x401)
        case 0x400, 0x402...0x40F: return addLetter(value + 0x50, isUpper: true)
        case 0xDF, 0x1E9E:
            let isUpper = value == 0x1E9E
            return addLetter(0x73, isUpper: isUpper) && addLetter(0x73, isUpper: isUpper)
        // The dots of a decomposed ё.
        case 0x308 where text.unicodeScalars.last == "е": return true
        default: return appendByProperties(scalar)
        }
    }

    private mutating func appendByProperties(_ scalar: Unicode.Scalar) -> Bool {
        switch ScalarClass(of: scalar) {
        case .transparent: return true
        case .separator: isEnded = scalarCount > 0
        case .apostrophe: if scalarCount > 0, !isEnded { text.unicodeScalars.append("'") }
        case .mark: if !isEnded { text.unicodeScalars.append(scalar) }
        case .ideograph, .katakana: return false
        case .word:
            let properties = scalar.properties
            guard properties.isAlphabetic else { return false }
            for letter in properties.lowercaseMapping.unicodeScalars {
                if ScalarClass(of: letter) == .mark {
                    text.unicodeScalars.append(letter)
                } else {
                    guard addLetter(letter.value, isUpper: properties.isUppercase) else { return false }
                }
            }
        }
        return true
    }

    private mutating func addLetter(_ value: UInt32, isUpper: Bool) -> Bool {
        guard !isEnded, let letter = Unicode.Scalar(value) else { return false }
        if scalarCount == 0 { beginsUpper = isUpper }
        if isUpper { upperCount += 1 } else { hasLower = true }
        scalarCount += 1
        text.unicodeScalars.append(letter)
        return true
    }
}
