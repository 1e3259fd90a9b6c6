/// Which spelling a Latin name is in, by its language or else by its letters.
///
/// The order of the questions matters: each takes what only its spelling has, and leaves the rest.
enum SpellingGuess {
    case english, german, french, polish, diacritic

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
        func has(_ parts: String...) -> Bool { texts.contains { $0.hasAny(of: parts) } }
        func ends(_ parts: String...) -> Bool { texts.contains { text in parts.contains { text.hasSuffix($0) } } }

        if words.contains(where: hasDiacritics) { return .diacritic }
        let isPolish = !letters.isDisjoint(with: "łżśźńąę")
        if ends("ić"), !isPolish { return .diacritic }
        if isPolish || letters.contains("ć") || has("sz", "cz") || ends("cki") { return .polish }
        if has("sch", "tsch"), !has("kh", "shch") { return .german }
        if has("rz"), letters.contains("w") { return .polish }
        if has("tch"), !ends("sky") { return .french }
        if letters.contains("ï") || ends("ine") && has("ou") || ends("jine") { return .french }
        if has("ouch", "oukach"), ends("enko", "ev", "ov") { return .french }
        if letters.contains("w"), letters.isDisjoint(with: "v") {
            if ends("iew", "wski", "icz") { return .polish }
            if letters.contains("j") || ends("ow", "ew") && words.contains(where: isOfRegion) { return .german }
        }
        return .english
    }

    /// A given name that Slavs have and others do not.
    static func isOfRegion(_ word: NameWord) -> Bool {
        EstablishedNames.knows(word) && !NameSigns.isInternational(word)
    }

    private static func hasDiacritics(_ word: NameWord) -> Bool {
        !Set(word.letters).isDisjoint(with: "šžčřŝŭěůĺđ\u{2B9}")
    }

    /// What only the romanisation of Ukrainian has: h for г, y for и, skyi and ii at the end.
    static func looksUkrainian(_ word: NameWord) -> Bool {
        let text = word.lowercased
        if ["yi", "skyy", "skyj", "ii", "iv", "yuk", "ych"].contains(where: { text.hasSuffix($0) }) { return true }
        for index in word.letters.indices.dropFirst() {
            let (before, letter) = (word.letters[index - 1], word.letters[index])
            if letter == "y", index + 1 < word.letters.count, !"aeiouyj".contains(before),
                !"aeiouy".contains(word.letters[index + 1]), text.hasSuffix("enko")
            {
                return true
            }
        }
        return hasUkrainianH(word)
    }

    /// h that belongs to no group of letters.
    static func hasUkrainianH(_ word: NameWord) -> Bool {
        word.letters.first == "h"
            || zip(word.letters, word.letters.dropFirst()).contains { $1 == "h" && !"ckszpt".contains($0) }
    }

    /// What only Belarusian names have: -enka, and au, ou or w for ў.
    static func looksBelarusian(_ word: NameWord) -> Bool {
        let text = word.lowercased
        // -ić is Croatian or Serbian.
        if !Set(text).isDisjoint(with: "ŭćśźńĺ"), !text.hasSuffix("ić") { return true }
        return ["enka", "au", "ou", "iou", "yow", "ouskaya", "auskaya", "ouski", "auski"].contains {
            text.hasSuffix($0)
        }
    }
}
