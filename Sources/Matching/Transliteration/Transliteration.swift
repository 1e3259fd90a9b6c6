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
        let isEstablished = addEstablished(name, to: &list)
        if words.allSatisfy({ $0.letters.allSatisfy { $0.isCyrillic || $0 == "'" } }) {
            if isEstablished, !Exonyms.isKnown(name), !PressNames.isRegional(name) { return list.spellings }
            let languages = language.flatMap(NameLanguage.init).map { [$0] } ?? NameLanguage.candidates(for: words)
            for source in languages {
                if !isEstablished { addCounterparts(of: parts, source, to: &list) }
                addRomanised(parts, source, to: &list)
            }
        } else if !isEstablished, words.allSatisfy({ !$0.hasCyrillic && $0.isLatin }) {
            for reading in Reading.readings(of: parts, language: language) {
                list.add(reading.text, reading.scheme, lang: reading.language.rawValue)
            }
        }
        return list.spellings
    }

    /// Whether custom has names for the place or organisation.
    private static func addEstablished(_ name: String, to list: inout ProposalList) -> Bool {
        for place in Exonyms.counterparts(of: name) {
            let isCyrillic = place.name.contains(where: \.isCyrillic)
            list.add(place.name, .exonym, lang: !isCyrillic && place.language == "en" ? nil : place.language)
        }
        let names = PressNames.counterparts(of: name)
        for other in names { list.add(other.name, .exonym, lang: other.language?.rawValue) }
        return !names.isEmpty || Exonyms.isKnown(name)
    }

    private static func addCounterparts(of name: NameParts, _ source: NameLanguage, to list: inout ProposalList) {
        guard Counterpart.isOfPerson(name.words) else { return }
        for target in NameLanguage.allCases where target != source {
            let text = name.spelled { Counterpart.spelling(of: $0, from: source, to: target) }
            if let text { list.add(text, .counterpart, lang: target.rawValue) }
        }
    }

    /// Foreign names go back to what they were, the others by every scheme.
    private static func addRomanised(_ name: NameParts, _ source: NameLanguage, to list: inout ProposalList) {
        let isForeign = name.words.contains {
            EstablishedNames.languages(of: $0).isEmpty && PressNames.isMisspelledByLetters($0, source)
        }
        if isForeign {
            guard Counterpart.isOfPerson(name.words) else { return }
            if let text = Romanisation.spellings(of: name, .press, source).first { list.add(text, .press, lang: nil) }
            return
        }
        for scheme in Romanisation.schemes(for: source) {
            for text in Romanisation.spellings(of: name, scheme, source) {
                list.add(text, scheme, lang: scheme.latinLanguage)
            }
        }
        guard source != .belarusian, name.words.contains(where: EstablishedNames.isBelarusianSurname),
            let belarusian = name.spelled({ Counterpart.spelling(of: $0, from: source, to: .belarusian) })
        else { return }
        for scheme in [TransliterationScheme.press, .passport, .belarusianOfficial, .lacinka, .german, .polish] {
            for text in Romanisation.spellings(of: NameParts(belarusian), scheme, .belarusian) {
                list.add(text, scheme, lang: scheme.latinLanguage)
            }
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
