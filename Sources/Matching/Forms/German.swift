/// German names: the genitive in -s, which the last word of the name takes.
///
/// After §§ 96–97 of the official German spelling rules (2024): a name that ends in s, ß, x or z (also as tz or
/// ce) has an apostrophe alone, which ends the word in the text by itself and so needs no form.
enum German {
    /// The forms of `name` in the genitive.
    static func forms(of name: String) -> [NameForm] {
        let (tokens, rest) = NameSplitting.split(name, latin: true)
        guard let index = declined(tokens) else { return [] }
        let token = tokens[index]
        guard token.shape == .name, !"sßxz".unicodeScalars.contains(token.last), !token.ends("ce"),
            !withArticle.contains(token.word)
        else { return [] }
        var text: [Unicode.Scalar] = []
        for (position, token) in tokens.enumerated() {
            text.append(contentsOf: token.separator)
            text.append(contentsOf: token.nominative)
            if position == index { text.append("s") }
        }
        text.append(contentsOf: rest)
        return [NameForm(text: String(scalars: text), label: "de-genitive", rule: "genitive in -s")]
    }

    /// The last word, or the one before a preposition: "Frankfurts am Main".
    private static func declined(_ tokens: [NameToken]) -> Int? {
        let preposition = tokens.indices.dropFirst().first {
            tokens[$0].shape == .small && prepositions.contains(tokens[$0].word)
        }
        return preposition.map { $0 - 1 } ?? tokens.indices.last
    }

    private static let prepositions: Set<String> = ["am", "an", "im", "ob", "in", "bei", "auf", "unter"]

    /// Feminine and plural countries, which have an article and no -s.
    private static let withArticle: Set<String> = [
        "ukraine", "schweiz", "türkei", "slowakei", "mongolei", "tschechei", "republik", "union", "partei", "krim",
        "niederlande", "philippinen", "malediven", "vereinigten", "arabischen", "bundesrepublik", "wallonei", "pfalz",
    ]
}
