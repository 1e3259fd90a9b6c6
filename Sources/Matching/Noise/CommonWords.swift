/// Ordinary words of the languages that news on a watchlist is mostly written in, with how often they occur.
///
/// The English and Russian words and their figures were counted in the training texts of NewsMTSC (F. Hamborg and
/// K. Donnay, 2021) and RuSentNE-2023 (A. Golubev and others, 2023), a quarter of a million words together; the other
/// languages' words have the frequency of their rank. To each language belong words that double as names, with
/// estimated figures. Names proper (Putin, London) are left out: who watches them wants them.
public enum CommonWords {
    /// The bundled languages, ISO 639-1, sorted.
    public static let languages: [String] = lists.map(\.language).sorted()

    /// Frequencies of `word` in each bundled language that has it; compared case-folded, with ё as е and diacritics
    /// kept. `word` is one word.
    public static func frequencies(of word: String) -> [WordFrequency] {
        FoldedWord(word).map { frequencies(of: $0) } ?? []
    }

    static func frequencies(of word: FoldedWord) -> [WordFrequency] { table[word.text] ?? [] }

    static let lists: [WordList] = [
        belarusian, english, french, german, italian, polish, russian, spanish, ukrainian,
    ]

    private static let table: [String: [WordFrequency]] = {
        var table: [String: [WordFrequency]] = [:]
        table.reserveCapacity(8_192)
        for list in lists {
            list.forEach { word, frequency in table[word.text, default: []].append(frequency) }
        }
        return table
    }()
}
