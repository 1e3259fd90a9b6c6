/// Russian possessives and numerals in front of a noun that do not end like adjectives: "Наша Нива", "Третья волна".
enum RussianPronouns {
    private static let masculine: Set<String> = [
        "наш", "ваш", "мой", "твой", "свой", "третий", "божий", "сергиев", "часов", "гаврилов",
    ]
    private static let feminine: Set<String> = ["наша", "ваша", "моя", "твоя", "своя", "третья", "божья"]
    private static let neuter: Set<String> = ["наше", "ваше", "мое", "твое", "свое", "третье", "божье"]
    private static let plural: Set<String> = ["наши", "ваши", "мои", "твои", "свои", "третьи", "божьи"]

    /// The gender of one of the words; `nil` for any other word.
    static func gender(_ word: String) -> Gender? {
        if feminine.contains(word) { return .feminine }
        if masculine.contains(word) { return .masculine }
        if neuter.contains(word) { return .neuter }
        return plural.contains(word) ? .plural : nil
    }

    /// `nil` when the word is none of them.
    static func forms(_ token: NameToken, _ gender: Gender) -> TokenForms? {
        guard Self.gender(token.word) == gender else { return nil }
        let rule = "pronoun"
        switch gender {
        case .masculine:
            if token.last == "в" { return token.inflected("possessive in -в", "а у = ым ом") }
            if token.ends("ий") { return token.replacing(2, "ь").inflected(rule, "его ему = им ем") }
            return token.inflected(rule, drop: token.last == "й" ? 1 : 0, "его ему = им ем")
        case .feminine:
            return token.inflected(rule, drop: 1, token.last == "я" ? "ей ей ю ей/ею ей" : "ей ей у ей/ею ей")
        case .neuter: return token.inflected(rule, drop: 1, "его ему = им ем")
        case .plural: return token.inflected(rule, drop: 1, "их им = ими их")
        }
    }
}
