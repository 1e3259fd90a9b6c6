/// Well-known names from outside the region, in the spelling that Russian, Ukrainian and Belarusian newspapers use.
///
/// Such names are written by sound, and by the custom of each editorial office where there is no rule, so only a table
/// can tell. The spellings are those in general use in the press since about 2010.
enum PressNames {
    private struct Row {
        let latin: [String]
        let cyrillic: [NameLanguage: [String]]
        /// Whether the name is at home in one of the three languages.
        let isRegional: Bool

        init(_ line: Substring) {
            isRegional = line.first == "*"
            let line = isRegional ? line.dropFirst() : line
            let cells = line.split(separator: "|").map { $0.split(separator: "/").map(String.init) }
            precondition((3...4).contains(cells.count), "no row of names: \(line)")
            latin = cells[0]
            cyrillic = Dictionary(
                uniqueKeysWithValues: zip([.russian, .ukrainian, .belarusian], cells.dropFirst()).map { ($0, $1) })
        }
    }

    /// Rows with their numbers by Latin and by Cyrillic name.
    private struct Index {
        var rows: [Row] = []
        var byLatin: [String: Int] = [:]
        var byCyrillic: [NameLanguage: [String: Int]] = [:]

        init(_ table: String) {
            for (number, line) in table.split(separator: "\n").enumerated() {
                let row = Row(line)
                rows.append(row)
                for name in row.latin {
                    for key in [name.nameKey, name.withoutDiacritics.nameKey] where byLatin[key] == nil {
                        byLatin[key] = number
                    }
                }
                for (language, names) in row.cyrillic {
                    for name in names where byCyrillic[language]?[name.nameKey] == nil {
                        byCyrillic[language, default: [:]][name.nameKey] = number
                    }
                }
            }
        }

        func row(_ name: String) -> Row? {
            let number =
                byLatin[name.nameKey]
                ?? NameLanguage.allCases.lazy.compactMap { byCyrillic[$0]?[name.nameKey] }.first
            return number.map { rows[$0] }
        }
    }

    private static let wholeNames = Index(PressWholeNames.table)
    private static let givenNames = Index(PressGivenNames.table)
    private static let surnames = Index(PressSurnames.table)

    /// What an organisation or person is called in the other languages, where the whole name is known. The language
    /// of a Latin name is `nil`.
    static func counterparts(of name: String) -> [(name: String, language: NameLanguage?)] {
        guard let row = wholeNames.row(name) else { return [] }
        return row.latin.map { ($0, nil) }
            + NameLanguage.allCases.flatMap { language in
                (row.cyrillic[language] ?? []).map { ($0, language) }
            }
    }

    /// The spellings of a Latin or Cyrillic word in `language`, the usual one first.
    static func cyrillic(of word: NameWord, _ language: NameLanguage) -> [String] {
        let row = surnames.row(word.lowercased) ?? givenNames.row(word.lowercased)
        return (row?.cyrillic[language] ?? []).map(word.recased)
    }

    /// The Latin spelling of a Cyrillic word of `language`.
    static func latin(of word: NameWord, _ language: NameLanguage) -> String? {
        for index in [surnames, givenNames] {
            if let number = index.byCyrillic[language]?[word.lowercased], !index.rows[number].isRegional {
                return index.rows[number].latin.first.map(word.recased)
            }
        }
        return nil
    }

    static func knows(_ word: NameWord) -> Bool {
        surnames.row(word.lowercased) != nil || givenNames.row(word.lowercased) != nil
    }

    /// Whether the letters of a Cyrillic word would misspell it, as they always do with foreign surnames, whatever a
    /// scheme makes of one by chance.
    static func isMisspelledByLetters(_ word: NameWord, _ language: NameLanguage) -> Bool {
        if surnames.byCyrillic[language]?[word.lowercased] != nil { return true }
        guard let form = latin(of: word, language) else { return false }
        return !Romanisation.tables(.press, language).contains { $0.rewrite(word) == form }
    }

    /// Whether a whole name comes from the region, so that its letters may be romanised.
    static func isRegional(_ name: String) -> Bool { wholeNames.row(name)?.isRegional == true }

    /// The languages that write a Cyrillic word so.
    static func languages(of word: NameWord) -> [NameLanguage] {
        NameLanguage.allCases.filter { language in
            [surnames, givenNames].contains { $0.byCyrillic[language]?[word.lowercased] != nil }
        }
    }
}

extension String {
    /// For look-up: without case, but an acronym as it is ("WHO" is not "who").
    /// Quotation marks do not count.
    fileprivate var nameKey: String {
        let bare = filter { !"«»“”„\"".contains($0) }
        return bare.count <= 5 && bare == bare.uppercased() ? bare : bare.lowercased()
    }

    /// Latin letters of European alphabets without their marks.
    var withoutDiacritics: String {
        String(map { Self.bareLetters[$0] ?? $0 })
    }

    private static let bareLetters: [Character: Character] = {
        let rows = [
            "aáàâãäåāąă", "cçćč", "eéèêëēėęě", "gğģ", "iíìîïīı", "lł", "nñńň", "oóòôõöøő", "rř",
            "sśšşș", "tťțţ", "uúùûüūůű", "yýÿ", "zźżž",
        ]
        var result: [Character: Character] = [:]
        for row in rows {
            for letter in row.dropFirst() {
                result[letter] = row.first
                let upper = letter.uppercased()
                if upper.count == 1 { result[Character(upper)] = row.first.map { Character($0.uppercased()) } }
            }
        }
        return result
    }()
}
