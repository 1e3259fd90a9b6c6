/// The words of one language that tables know.
struct Lexicon: Sendable {
    private var lexemes: [String: Lexeme] = [:]

    subscript(word: String) -> Lexeme? { lexemes[word] }

    /// Adds words, which white space separates. `word:stem` gives a stem too; ё may be written and is е.
    mutating func add(_ traits: Lexeme.Traits, _ words: String) {
        for item in words.split(whereSeparator: \.isWhitespace) {
            let parts = item.split(separator: ":")
            let word = Self.plain(parts[0])
            lexemes[word, default: Lexeme()].traits.formUnion(traits)
            if parts.count > 1 { lexemes[word]?.stem = String(parts[1]) }
        }
    }

    private static func plain(_ word: Substring) -> String {
        var plain = ""
        for scalar in word.unicodeScalars {
            let letter = scalar.lowercasedLetter
            plain.unicodeScalars.append(letter == "ё" ? "е" : letter)
        }
        return plain
    }
}
