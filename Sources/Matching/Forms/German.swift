import NewswatchModel

/// German names: the genitive in -s, and the weak and strong endings of adjectives in front of the noun.
///
/// After §§ 96–97 of the official German spelling rules (2024): a proper name that ends in s, ß, x or z (also as
/// tz or ce) has an apostrophe alone, which ends the word in the text by itself and so needs no form.
enum German {
    /// The forms of `name`; none for a name whose words all stay, as a lone feminine or plural noun does.
    static func forms(of name: String, kind: EntityKind) -> [NameForm] {
        let (tokens, rest) = NameSplitting.split(name, latin: true)
        var made = GermanMade(tokens: tokens, rest: rest)
        guard var noun = head(tokens, kind) else { return [] }
        if kind != .person, let phrase = GermanPhrase(tokens: tokens, noun: noun) {
            phrase.add(to: &made)
            return made.forms
        }
        // "Landtag Brandenburg": a common noun in front is the head.
        if kind != .person, tokens[0].shape == .name, GermanNouns.gender(tokens[0]) != nil { noun = 0 }
        if kind != .person, GermanNouns.gender(tokens[noun]) == .plural {
            let ending = GermanNouns.dativePlural(tokens[noun])
            if !ending.isEmpty { made.add([noun: ending], "dative", "dative plural in -n") }
        } else if let endings = GermanNouns.genitive(tokens[noun], isPerson: kind == .person) {
            for ending in endings { made.add([noun: ending], "genitive", "genitive in -" + ending) }
        }
        return made.forms
    }

    /// The last word, or the one before what depends on it: "Frankfurts am Main", "Alternative für Deutschland".
    private static func head(_ tokens: [NameToken], _ kind: EntityKind) -> Int? {
        let end = tokens.indices.dropFirst().first {
            guard tokens[$0].shape == .small else { return false }
            if placePrepositions.contains(tokens[$0].word) { return true }
            return kind != .person && openers.contains(tokens[$0].word)
        }
        var noun = end.map { $0 - 1 } ?? tokens.indices.last
        // "Deutsche Post AG": letters behind the noun stay.
        while kind != .person, let last = noun, last > 0, tokens[last].shape != .name { noun = last - 1 }
        return noun.flatMap { tokens[$0].shape == .name ? $0 : nil }
    }

    private static let placePrepositions: Set<String> = ["am", "an", "im", "ob", "in", "bei", "auf", "unter"]

    /// What starts a phrase that stays behind the noun of an organisation or a country.
    private static let openers: Set<String> = [
        "für", "von", "vom", "der", "des", "gegen", "zur", "zum", "zu", "aus", "mit", "ohne", "und", "über", "nach",
        "dem", "den",
    ]
}
