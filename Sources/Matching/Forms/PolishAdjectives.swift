/// Endings of Polish adjectives, in front of a noun and behind it.
enum PolishAdjectives {
    /// The gender of a word in front of a noun; `nil` when it cannot be an adjective.
    static func gender(_ token: NameToken) -> Gender? {
        switch token.last {
        case "y": return .masculine
        case "i": return token.endsInAny("ki gi ni") ? .masculine : nil
        case "a": return token.endsInAny("ska cka dzka na wa ła ka ga ta sza cza ża nia") ? .feminine : nil
        case "e": return token.endsInAny("kie gie ne we łe te sze cze że nie") ? .neuter : nil
        case "z": return token.word == "nasz" ? .masculine : nil
        default: return nil
        }
    }

    /// The gender of a word behind a noun, where a noun in the genitive is as likely ("Rada Miasta", "Dom Kultury"),
    /// so that fewer ends tell.
    static func followingGender(_ token: NameToken) -> Gender? {
        if genitives.contains(token.word) { return nil }
        switch token.last {
        case "y":
            return token.endsInAny(masculineEnds)
                ? .masculine : nil
        case "i": return token.endsInAny("ski cki dzki wielki") ? .masculine : nil
        case "a":
            if token.endsInAny("stwa ista") { return nil }
            return token.endsInAny(feminineEnds) ? .feminine : nil
        case "e": return token.endsInAny("kie gie ne we łe sze cze") ? .neuter : nil
        default: return nil
        }
    }

    private static let masculineEnds =
        "jny czny cny lny mny wny dny tny żny śny sny zny pny cony zony owy ższy wszy czy sty"
    private static let feminineEnds = """
        ska cka dzka wielka jna czna cna lna mna wna dna tna żna śna sna zna pna cona zona owa ższa wsza rcza icza \
        wcza chodnia czysta
        """

    /// Nouns in the genitive that end like adjectives.
    private static let genitives: Set<String> = [
        "budowy", "odbudowy", "przebudowy", "zabudowy", "mowy", "rozmowy", "umowy", "głowy", "połowy", "wojny",
        "sprawy",
        "krakowa", "lwowa", "kijowa", "charkowa", "rzeszowa", "słowa", "tarnowa", "chorzowa", "pracy", "władzy",
        "tarczy",
        "dna", "okna",
    ]

    /// The forms beside a noun of `gender`.
    static func agreeing(_ token: NameToken, _ gender: Gender) -> TokenForms {
        let rule = "adjective in -" + String(token.last)
        switch gender {
        case .masculine:
            if token.last == "z" { return token.inflected(rule, "ego emu = ym ym =") }
            return token.last == "i"
                ? token.inflected(rule, "ego emu = m m =") : token.inflected(rule, drop: 1, "ego emu = ym ym =")
        case .feminine:
            let isVelar = token.endsInAny("ka ga")
            return token.inflected(rule, drop: 1, isVelar ? "iej iej ą ą iej =" : "ej ej ą ą ej =")
        case .neuter:
            return token.inflected(rule, drop: 1, token.ends("ie") ? "ego emu = m m =" : "ego emu = ym ym =")
        case .plural:
            return token.inflected(rule, drop: 1, token.ends("ie") ? "ch m = mi ch =" : "ych ym = ymi ych =")
        }
    }
}
