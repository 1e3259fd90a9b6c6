/// Cyrillic spellings of Latin names.
enum Reading {
    struct Result: Hashable {
        var text: String
        var scheme: TransliterationScheme
        var language: NameLanguage
    }

    /// How many readings of a name a language may have.
    static let limit = 3

    /// At most `limit` a language; none where a word is neither known nor shows a name of the region: a reading that
    /// is only likely would look as sure as the others.
    static func readings(of name: NameParts, language: String?) -> [Result] {
        let words = name.words
        if words.contains(where: \.isAcronym) || words.allSatisfy({ $0.letters.count == 1 }) { return [] }
        let guess = SpellingGuess.of(words, language: language)
        let isOfRegion = words.contains(where: SpellingGuess.isOfRegion)
        let areReadable = words.allSatisfy { word in
            if word.letters.count == 1 { return initials.contains(word.letters[0]) }
            return EstablishedNames.knows(word) || PressNames.knows(word) || NameSigns.isSure(word, guess)
                || isOfRegion && NameSigns.isPlain(word, guess)
        }
        if !areReadable { return [] }
        let own = language.flatMap(NameLanguage.init)
        let targets = NameLanguage.allCases.filter { $0 == own } + NameLanguage.allCases.filter { $0 != own }
        return targets.flatMap { target in
            results(of: name, guess, target, prefers: language)
        }
    }

    private static func results(
        of name: NameParts, _ guess: SpellingGuess, _ target: NameLanguage, prefers language: String?
    ) -> [Result] {
        var variants: [[String]] = []
        for word in name.words {
            let spellings = spellings(of: word, guess, target, prefers: language)
            if spellings.isEmpty { return [] }
            variants.append(spellings)
        }
        var texts: [String] = []
        for number in 0..<(variants.map(\.count).max() ?? 0) {
            var rest = variants[...]
            let text = name.spelled { _ in
                guard let choices = rest.popFirst() else { return nil }
                return choices[min(number, choices.count - 1)]
            }
            if let text, !texts.contains(text), !text.contains(where: \.isLatin) { texts.append(text) }
        }
        let names = name.words.filter { $0.letters.count > 1 }
        let isPress = names.contains { !EstablishedNames.knows($0) } && names.allSatisfy(isInTable)
        return texts.prefix(limit).map {
            Result(text: $0, scheme: isPress ? .press : guess.scheme, language: target)
        }
    }

    /// Initials that stand for one Cyrillic letter in any Latin spelling.
    private static let initials: Set<Character> = ["a", "b", "d", "k", "l", "m", "n", "o", "p", "r", "t", "v"]

    private static func isInTable(_ word: NameWord) -> Bool {
        EstablishedNames.knows(word) || PressNames.knows(word)
    }

    /// Łukaszenka and the like: a name that Belarusian writes with э.
    private static func isSurnameInEnka(_ text: String) -> Bool {
        ["шенка", "женка", "ченка", "ренка"].contains { text.hasSuffix($0) }
    }

    private static func spellings(
        of word: NameWord, _ guess: SpellingGuess, _ target: NameLanguage, prefers language: String?
    ) -> [String] {
        if let name = EstablishedNames.cyrillic(of: word, target) { return [name] }
        if PressNames.knows(word) { return PressNames.cyrillic(of: word, target) }
        let isUkrainian =
            language == "uk" || language == nil && guess == .english && SpellingGuess.looksUkrainian(word)
        let isBelarusian =
            language == "be" || language == nil && guess.mayBeBelarusian && SpellingGuess.looksBelarusian(word)
        var result: [String] = []
        func add(_ text: String?) {
            if let text, !result.contains(text) { result.append(text) }
        }
        func converted(_ texts: [String], from source: NameLanguage) {
            for text in texts {
                if source == .russian, isSurnameInEnka(text) {
                    let belarusian = text.dropLast(4) + "энка"
                    converted([String(belarusian)], from: .belarusian)
                    continue
                }
                add(source == target ? text : Counterpart.spelling(of: NameWord(text), from: source, to: target))
            }
        }
        switch guess {
        case .english where isBelarusian:
            converted([EnglishReading.belarusian.rewrite(word)], from: .belarusian)
        case .english where isUkrainian:
            converted([EnglishReading.ukrainian.rewrite(word)], from: .ukrainian)
            // The Ukrainian h is a Russian г, which the Russian table would not know.
            if target == .russian, result.isEmpty, !SpellingGuess.hasUkrainianH(word) {
                converted(EnglishReading.russian.map { $0.rewrite(word) }, from: .russian)
            }
        case .english: converted(EnglishReading.russian.map { $0.rewrite(word) }, from: .russian)
        case .german:
            converted(OtherReadings.german.map { $0.rewrite(word) }, from: .russian)
        case .french: converted(OtherReadings.french.map { $0.rewrite(word) }, from: .russian)
        case .polish: converted(OtherReadings.polish.map { $0.rewrite(word) }, from: .russian)
        case .diacritic where isBelarusian:
            let table = word.letters.contains("ł") ? OtherReadings.lacinka : OtherReadings.belarusianOfficial
            converted([table.rewrite(word)], from: .belarusian)
        case .diacritic: converted(OtherReadings.diacritic.map { $0.rewrite(word) }, from: .russian)
        }
        return result
    }
}

extension SpellingGuess {
    fileprivate var mayBeBelarusian: Bool { self == .english || self == .diacritic }

    fileprivate var scheme: TransliterationScheme {
        switch self {
        case .english: .englishReading
        case .german: .germanReading
        case .french: .frenchReading
        case .polish: .polishReading
        case .diacritic: .diacriticReading
        }
    }
}

extension Character {
    fileprivate var isLatin: Bool { isLetter && !isCyrillic }
}
