/// Which spelling a Latin name is in, by its language or else by its letters.
///
/// The order of the questions matters: each takes what only its spelling has, and leaves the rest.
enum SpellingGuess {
    case english, plain, german, french, polish, diacritic

    /// The guess for a whole name.
    static func of(_ words: [NameWord], language: String?) -> SpellingGuess {
        switch language {
        case "de": return .german
        case "fr": return .french
        case "pl": return .polish
        case "cs", "sk", "sl", "hr", "lt", "lv": return .diacritic
        case "ru", "uk": return .english
        case "be": return words.contains(where: hasDiacritics) ? .diacritic : .english
        default: break
        }
        let letters = Set(words.flatMap(\.letters))
        let texts = words.map(\.lowercased)
        func has(_ parts: String...) -> Bool { texts.contains { text in parts.contains { text.holds($0) } } }
        func ends(_ parts: String...) -> Bool { texts.contains { text in parts.contains { text.hasSuffix($0) } } }

        if words.contains(where: hasDiacritics) { return .diacritic }
        if !letters.isDisjoint(with: "łżśźćńąęó") || has("sz", "cz", "rz") { return .polish }
        if has("sch", "tsch"), !has("kh", "shch") { return .german }
        if has("tch"), !ends("sky") { return .french }
        if letters.contains("ï") || ends("ine") && has("ou") { return .french }
        if has("ouch", "oukach"), ends("enko", "ev", "ov") { return .french }
        if letters.contains("w"), letters.isDisjoint(with: "v") {
            if ends("iew") { return .polish }
            if letters.contains("j") { return .german }
        }
        return words.contains(where: looksSlavic) ? .english : .plain
    }

    private static func hasDiacritics(_ word: NameWord) -> Bool {
        !Set(word.letters).isDisjoint(with: "šžčřŝŭěůĺ\u{2B9}")
    }

    /// Endings that surnames of the region have.
    static func looksSlavic(_ word: NameWord) -> Bool {
        let text = word.lowercased
        return [
            "ov", "ev", "ow", "ew", "ova", "eva", "in", "ina", "enko", "enka", "sky", "ski", "skiy", "skii", "skyi",
            "skyy", "skyj", "aya", "uk", "chuk", "ich", "ych", "ko", "ka", "ets", "ny", "au", "ou", "iak", "yak", "yan",
            "nyi", "nyy",
        ].contains { text.hasSuffix($0) && text.count > $0.count + 1 }
            || ["kh", "zh", "shch", "oy"].contains { text.holds($0) }
    }

    /// What only the romanisation of Ukrainian has: h for г, y for и, skyi and ii at the end.
    static func looksUkrainian(_ word: NameWord) -> Bool {
        let text = word.lowercased
        if ["yi", "skyy", "skyj", "ii", "iv", "yuk", "ych"].contains(where: { text.hasSuffix($0) }) { return true }
        for index in word.letters.indices.dropFirst() {
            let (before, letter) = (word.letters[index - 1], word.letters[index])
            if letter == "h", !"ckszpt".contains(before) { return true }
            if letter == "y", index + 1 < word.letters.count, !"aeiouyj".contains(before),
                !"aeiouy".contains(word.letters[index + 1]), text.hasSuffix("enko")
            {
                return true
            }
        }
        return word.letters.first == "h"
    }

    /// What only Belarusian names have: -enka, and au, ou or w for ў.
    static func looksBelarusian(_ word: NameWord) -> Bool {
        let text = word.lowercased
        if !Set(text).isDisjoint(with: "ŭćśźńĺ") { return true }
        return ["enka", "au", "ou", "iou", "yow", "ouskaya", "auskaya", "ouski", "auski"].contains {
            text.hasSuffix($0)
        }
    }
}

extension String {
    /// Whether `part` occurs in it.
    fileprivate func holds(_ part: String) -> Bool {
        guard !part.isEmpty else { return true }
        return indices.contains { self[$0...].hasPrefix(part) }
    }
}
