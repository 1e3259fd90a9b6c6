/// Latin spellings of Cyrillic names.
enum Romanisation {
    /// The schemes that are published for `language`, the best known first.
    static func schemes(for language: NameLanguage) -> [TransliterationScheme] {
        let own: [TransliterationScheme] =
            switch language {
            case .russian: [.bgnPcgnRussian]
            case .ukrainian: [.ukrainianOfficial, .bgnPcgnUkrainian]
            case .belarusian: [.bgnPcgnBelarusian, .belarusianOfficial, .lacinka]
            }
        return [.press] + own + [.iso9, .scholarly, .passport, .german, .french, .polish, .spanish]
    }

    /// Schemes by which an acronym may be written: those that look at nothing but the letter.
    static func spellsAcronyms(_ scheme: TransliterationScheme) -> Bool {
        switch scheme {
        case .bgnPcgnRussian, .bgnPcgnUkrainian, .bgnPcgnBelarusian, .ukrainianOfficial, .iso9: true
        default: false
        }
    }

    /// A scheme's tables for a language; more than one where practice is divided.
    static func tables(_ scheme: TransliterationScheme, _ language: NameLanguage) -> [LetterTable] {
        switch (scheme, language) {
        case (.press, .russian): EnglishTables.russianPress
        case (.press, .ukrainian): EnglishTables.ukrainianPressTables
        case (.press, .belarusian): [EnglishTables.belarusianPress]
        case (.bgnPcgnRussian, _): [EnglishTables.russian]
        case (.ukrainianOfficial, _): [EnglishTables.ukrainian2010]
        case (.bgnPcgnUkrainian, _): [EnglishTables.ukrainian1965]
        case (.bgnPcgnBelarusian, _): [EnglishTables.belarusian1979]
        case (.belarusianOfficial, _): [DiacriticTables.belarusianOfficial]
        case (.lacinka, _): [DiacriticTables.lacinka]
        case (.iso9, _): [DiacriticTables.iso9]
        case (.scholarly, .russian): [DiacriticTables.russianScholarly]
        case (.scholarly, .ukrainian): [DiacriticTables.ukrainianScholarly]
        case (.scholarly, .belarusian): [DiacriticTables.belarusianScholarly]
        case (.passport, .russian): [EnglishTables.russianPassport]
        case (.passport, .ukrainian): [EnglishTables.ukrainian2010]
        case (.passport, .belarusian): [EnglishTables.belarusianPassport]
        case (.german, .russian): [GermanTables.russian]
        case (.german, .ukrainian): [GermanTables.ukrainian]
        case (.german, .belarusian): [GermanTables.belarusian]
        case (.french, .russian): FrenchTables.russian
        case (.french, .ukrainian): FrenchTables.ukrainian
        case (.french, .belarusian): [FrenchTables.belarusian]
        case (.polish, .russian): [PolishTables.russian]
        case (.polish, .ukrainian): [PolishTables.ukrainian]
        case (.polish, .belarusian): [PolishTables.belarusian]
        case (.spanish, .russian): [SpanishTables.russian]
        case (.spanish, .ukrainian): [SpanishTables.ukrainian]
        case (.spanish, .belarusian): [SpanishTables.belarusian]
        default: []
        }
    }

    /// Spellings of a Cyrillic name by one scheme, none of which has a Cyrillic letter left.
    ///
    /// Where the scheme's language has an established form of a word (Alexander, Tchaikovsky), a spelling with it
    /// comes first.
    static func spellings(
        of name: NameParts, _ scheme: TransliterationScheme, _ language: NameLanguage
    ) -> [String] {
        if name.words.contains(where: \.isAcronym), !spellsAcronyms(scheme) { return [] }
        var result: [String] = []
        for table in tables(scheme, language) {
            let established = name.spelled { word in
                EstablishedNames.latin(of: word, scheme, language)
                    ?? (scheme == .press ? PressNames.latin(of: word, language) : nil) ?? table.rewrite(word)
            }
            for spelling in [established, name.spelled(table.rewrite)] {
                guard let spelling, !spelling.contains(where: \.isCyrillic), !result.contains(spelling) else {
                    continue
                }
                result.append(spelling)
            }
        }
        return result
    }
}
