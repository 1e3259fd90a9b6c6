/// The languages whose Cyrillic names are written in Latin letters, and back.
enum NameLanguage: String, CaseIterable, Sendable {
    case russian = "ru"
    case ukrainian = "uk"
    case belarusian = "be"

    /// Which languages a Cyrillic name can be of, by its letters and by names that one language has.
    static func candidates(for words: [NameWord]) -> [NameLanguage] {
        var result = byLetters(words)
        for word in words {
            let established = EstablishedNames.languages(of: word)
            let known = established.isEmpty ? PressNames.languages(of: word) : established
            if known.isEmpty { continue }
            let both = result.filter(known.contains)
            result = both.isEmpty ? known : both
        }
        return result
    }

    /// ў is Belarusian; ї, є, ґ, ьо and ць are Ukrainian, but ць at the end of a word Belarusian; ъ is Russian; і is
    /// in the former two, и and щ are not in Belarusian.
    private static func byLetters(_ words: [NameWord]) -> [NameLanguage] {
        let letters = Set(words.flatMap(\.letters))
        if letters.contains("ў") { return [.belarusian] }
        if !letters.isDisjoint(with: "їєґ") { return [.ukrainian] }
        if letters.contains("і") {
            if !letters.isDisjoint(with: "ыэё") { return [.belarusian] }
            return letters.isDisjoint(with: "ищ") ? [.ukrainian, .belarusian] : [.ukrainian]
        }
        if words.contains(where: { $0.ends(with: "энка") || $0.ends(with: "ць") }), letters.isDisjoint(with: "ищъ") {
            return [.belarusian]
        }
        // и before another vowel is Russian: Ukrainian has і there.
        let isRussian = !letters.isDisjoint(with: "ыэёъ") || words.contains { hasPair("и", "аеияю", in: $0) }
        if isRussian { return [.russian] }
        func ends(_ suffixes: [String]) -> Bool {
            words.contains { word in suffixes.contains { word.ends(with: $0) } }
        }
        if letters.contains("'") || words.contains(where: { hasPair("ь", "о", in: $0) || hasPair("ц", "ь", in: $0) })
            || ends(["ський", "ська", "ськ"])
        {
            return [.ukrainian]
        }
        return ends(["енко", "чук", "ний"]) ? [.russian, .ukrainian] : [.russian]
    }

    private static func hasPair(_ first: Character, _ second: String, in word: NameWord) -> Bool {
        zip(word.letters, word.letters.dropFirst()).contains { $0 == first && second.contains($1) }
    }
}
