/// A name cut into words and what stands between them, which every spelling keeps.
struct NameParts: Sendable {
    enum Part: Sendable {
        case word(NameWord)
        case gap(String)
    }

    let parts: [Part]

    /// An apostrophe between two letters belongs to the word (В'ячеслав), but not one before a capital (О'Брайен).
    /// A hyphen ends a word.
    init(_ name: String) {
        let characters = Array(name)
        var parts: [Part] = []
        var (word, gap) = (NameWord(""), "")
        for (index, character) in characters.enumerated() {
            let isInside =
                NameWord.isApostrophe(character) && !word.letters.isEmpty && index + 1 < characters.count
                && characters[index + 1].isLetter && !Self.startsWord(characters[(index + 1)...])
            if character.isLetter && !NameWord.isApostrophe(character) || isInside {
                if !gap.isEmpty { parts.append(.gap(gap)) }
                gap = ""
                word.append(character)
            } else {
                if !word.letters.isEmpty { parts.append(.word(word)) }
                word = NameWord("")
                gap.append(character)
            }
        }
        if !word.letters.isEmpty { parts.append(.word(word)) }
        if !gap.isEmpty { parts.append(.gap(gap)) }
        self.parts = parts
    }

    private static func startsWord(_ rest: ArraySlice<Character>) -> Bool {
        rest.first?.isUppercase == true && rest.dropFirst().first?.isLowercase == true
    }

    var words: [NameWord] {
        parts.compactMap { if case .word(let word) = $0 { word } else { nil } }
    }

    /// The name with each word written by `spell`; `nil` when one of them cannot be.
    func spelled(_ spell: (NameWord) -> String?) -> String? {
        var result = ""
        for part in parts {
            switch part {
            case .gap(let gap): result += gap
            case .word(let word):
                guard let spelling = spell(word) else { return nil }
                result += spelling
            }
        }
        return result
    }
}
