/// Which German words are adjectives.
enum GermanAdjectives {
    /// A capitalised word in -e, -er or -es whose stem is an adjective's.
    static func isAdjective(_ token: NameToken) -> Bool {
        guard token.shape == .name else { return false }
        if token.endsInAny(ends) {
            return true
        }
        let drop = token.last == "e" ? 1 : 2
        guard token.key.count > drop + 2, token.last == "e" || token.endsInAny("er es") else { return false }
        return stems.contains(String(scalars: Array(token.key.dropLast(drop))))
    }

    private static let ends = """
        sche scher sches liche licher liches ige iger iges nale naler nales ziale zialer ziales rale raler rales elle \
        eller elles ive iver ives äre ärer äres ierte ierter iertes einte einter eintes igte igter igtes same samer \
        sames bare barer bares lose loser loses
        """

    /// "Linke", "Grünen", "Erste" behind an article.
    static func isAdjectiveNoun(_ token: NameToken) -> Bool {
        guard token.last == "e", token.key.count > 3 else { return false }
        return isAdjective(token) || stems.contains(String(scalars: Array(token.key.dropLast())))
    }

    private static let stems: Set<String> = [
        "neu", "alt", "groß", "gross", "klein", "frei", "grün", "rot", "weiß", "weiss", "schwarz", "blau", "gelb",
        "bunt",
        "link", "recht", "jung", "hoh", "ober", "unter", "inner", "äußer", "erst", "zweit", "dritt", "viert", "best",
        "vereint", "mittler", "heilig", "tot", "still", "allgemein", "offen", "gut", "rein", "nah", "fern", "grau",
        "weit", "schnell", "lang", "kurz", "stark", "höchst", "oberst", "nordisch", "arm", "reich", "golden", "silbern",
        "digital", "global", "zentral", "liberal", "national", "international", "regional", "sozial", "kommunal",
    ]
}
