/// A word of a name, ready for its last letters to be looked at.
struct NameToken {
    /// What stands between the word before and this one; before the first word, what the name starts with.
    let separator: [Unicode.Scalar]
    /// The word that endings are put to: as it is written, or with the stem of its oblique cases.
    let text: [Unicode.Scalar]
    /// The word as it is written.
    let nominative: [Unicode.Scalar]
    /// `text` in small letters, ё as е, each apostrophe as '.
    let key: [Unicode.Scalar]
    /// `key` for looking up; of the written word even when `text` has another stem.
    let word: String
    let shape: Shape

    enum Shape {
        /// A capitalised word.
        case name
        /// A word in small letters: a particle of a person's name, a common noun of an organisation's.
        case small
        /// A single letter, or one that a full stop follows.
        case initial
        /// Capitals alone: an acronym, or a surname as sanctions lists write it.
        case capitals
        /// Anything with a digit or a letter of another script.
        case fixed
    }

    /// Whether it stands behind a hyphen, without spaces.
    var isJoined: Bool {
        separator.count == 1 && (separator[0] == "-" || separator[0] == "\u{2010}" || separator[0] == "\u{2011}")
    }

    /// Whether the word may be a name of a person: in capitals it has at least four letters, and is no Roman number.
    var isNameLike: Bool {
        guard shape == .capitals else { return shape == .name }
        return key.count > 3 && !key.allSatisfy { "ivxlcdm".unicodeScalars.contains($0) }
    }

    var last: Unicode.Scalar { key[key.count - 1] }

    /// The letter `count` places before the last one; a space when there is none.
    func before(_ count: Int) -> Unicode.Scalar { key.count > count ? key[key.count - 1 - count] : " " }

    /// Whether the word ends in `suffix` and has a letter before it.
    func ends(_ suffix: String) -> Bool {
        var index = key.count
        for scalar in suffix.unicodeScalars.reversed() {
            index -= 1
            guard index > 0, key[index] == scalar else { return false }
        }
        return true
    }

    /// Whether the word ends in one of several suffixes, which spaces separate.
    func endsInAny(_ suffixes: String) -> Bool {
        var index = key.count
        var matches = true
        for scalar in suffixes.unicodeScalars.reversed() {
            if scalar == " " {
                if matches { return true }
                (index, matches) = (key.count, true)
            } else if matches {
                index -= 1
                matches = index > 0 && key[index] == scalar
            }
        }
        return matches
    }

    /// The last `count` letters, for the text of a rule.
    func suffix(_ count: Int) -> String { String(scalars: Array(key.suffix(count))) }

    /// How many vowels it has: its syllables.
    var vowels: Int { key.count { $0.isVowel } }

    /// The same word with the stem that its oblique cases have: "Павл" for "Павел". `stem` is in small letters.
    func restemmed(_ stem: String) -> NameToken {
        let wanted = Array(stem.unicodeScalars)
        var common = 0
        while common < min(wanted.count, key.count), wanted[common] == text[common].lowercasedLetter { common += 1 }
        return NameToken(
            separator: separator, text: text[..<common] + Array(wanted[common...]), nominative: nominative,
            key: key[..<common] + Array(wanted[common...]), word: word, shape: shape)
    }

    /// The same word with the soft sign that its oblique stem lost: "Кремень", "Кремн-", "Кремня".
    var softened: NameToken {
        guard nominative.last?.lowercasedLetter == "ь", last != "ь", last != "й", last != "ц" else { return self }
        return replacing(0, "ь")
    }

    /// The same word with its last `drop` letters replaced.
    func replacing(_ drop: Int, _ letters: String) -> NameToken {
        let letters = Array(letters.unicodeScalars)
        return NameToken(
            separator: separator, text: text.dropLast(drop) + letters, nominative: nominative,
            key: key.dropLast(drop) + letters, word: word, shape: shape)
    }

    /// The forms that come of putting `endings` in place of the last `drop` letters.
    ///
    /// `endings` has an item for each case, which a space separates, and a stroke between two spellings of one
    /// case. `=` stands for the nominative, `_` for no ending, and `~` before an ending for the stem with its
    /// last `drop` letters dropped and `soft` put there: the dative "Ользі" of "Ольга" is `~і` with "з" for
    /// a `softDrop` of 2.
    func inflected(
        _ rule: String, drop: Int = 0, _ endings: String, soft: String = "", softDrop: Int = 0
    ) -> TokenForms {
        var cases: [[[Unicode.Scalar]]] = []
        cases.reserveCapacity(7)
        var spellings: [[Unicode.Scalar]] = []
        let stem = text.dropLast(drop)
        var current: [Unicode.Scalar] = []
        current.reserveCapacity(text.count + 4)
        current += stem
        for scalar in endings.unicodeScalars {
            switch scalar {
            case " ", "/":
                spellings.append(current)
                if scalar == " " {
                    cases.append(spellings)
                    spellings = []
                }
                current.removeAll(keepingCapacity: true)
                current += stem
            case "=": current = nominative
            case "_": break
            case "~": current = text.dropLast(softDrop) + soft.unicodeScalars
            default: current.append(scalar)
            }
        }
        spellings.append(current)
        cases.append(spellings)
        return TokenForms(rule: rule, cases: cases)
    }
}
