/// Spellings of a name in another script, for the user to choose aliases from.
public enum Transliteration {
    /// Spellings of `name` by every scheme that fits its script and `language` (a BCP 47 primary subtag; `nil`: by
    /// its letters), the name itself and doubles left out; capitals as in the name.
    ///
    /// Best known first. Empty for a name in neither Latin nor Cyrillic letters, or in both.
    public static func proposals(for name: String, language: String?) -> [ProposedSpelling] {
        let parts = NameParts(name)
        let words = parts.words
        guard !words.isEmpty else { return [] }
        var list = ProposalList(without: name)
        let counterparts = Exonyms.counterparts(of: name)
        for place in counterparts {
            let isCyrillic = place.name.contains(where: \.isCyrillic)
            list.add(place.name, .exonym, lang: !isCyrillic && place.language == "en" ? nil : place.language)
        }
        if words.allSatisfy({ $0.letters.allSatisfy { $0.isCyrillic || $0 == "'" } }) {
            let languages = language.flatMap(NameLanguage.init).map { [$0] } ?? NameLanguage.candidates(for: words)
            for source in languages {
                if counterparts.isEmpty { addCounterparts(of: parts, source, to: &list) }
                for scheme in Romanisation.schemes(for: source) {
                    for text in Romanisation.spellings(of: parts, scheme, source) {
                        list.add(text, scheme, lang: scheme.latinLanguage)
                    }
                }
            }
        } else if counterparts.isEmpty, words.allSatisfy({ !$0.hasCyrillic && $0.isLatin }) {
            for reading in Reading.readings(of: parts, language: language) {
                list.add(reading.text, reading.scheme, lang: reading.language.rawValue)
            }
        }
        return list.spellings
    }

    private static func addCounterparts(of name: NameParts, _ source: NameLanguage, to list: inout ProposalList) {
        if name.words.contains(where: \.isAcronym) { return }
        for target in NameLanguage.allCases where target != source {
            let text = name.spelled { Counterpart.spelling(of: $0, from: source, to: target) }
            if let text { list.add(text, .counterpart, lang: target.rawValue) }
        }
    }
}

extension NameWord {
    /// Latin letters, primes that schemes use among them.
    fileprivate var isLatin: Bool {
        letters.allSatisfy { letter in
            letter == "'"
                || letter.unicodeScalars.allSatisfy {
                    switch $0.value {
                    case 0x41...0x7A, 0xC0...0x24F, 0x2B0...0x2BF, 0x300...0x36F, 0x1E00...0x1EFF: true
                    default: false
                    }
                }
        }
    }
}
