/// The gender of German nouns and their genitive.
enum GermanNouns {
    /// The gender that the end of the word tells; `nil` when it tells none.
    static func gender(_ token: NameToken) -> Gender? {
        if plurals.contains(token.word) || pluralEnds.end(token) { return .plural }
        if feminine.contains(token.word) || feminineEnds.end(token) { return .feminine }
        if masculineEnds.end(token) { return .masculine }
        return commonNeuter(token) ? .neuter : nil
    }

    /// The endings of the genitive; `nil` when the noun has none, or an apostrophe alone.
    ///
    /// A person takes -s whatever the word is. Common nouns of one syllable at the end take -es too.
    static func genitive(_ token: NameToken, isPerson: Bool) -> [String]? {
        guard token.shape == .name, !withArticle.contains(token.word), !token.ends("ce") else { return nil }
        let isSibilant = "sßxz".unicodeScalars.contains(token.last)
        if isPerson { return isSibilant ? nil : ["s"] }
        switch gender(token) {
        case .feminine, .plural: return nil
        case .masculine, .neuter:
            if isSibilant {
                return token.endsInAny("us os fonds ks") && !token.endsInAny("haus") && token.word != "haus"
                    ? nil : [token.ends("nis") ? "ses" : "es"]
            }
            let isLong =
                token.endsInAny("er el en em um or chen lein ing ismus us eum ium kel rundfunk") || token.last.isVowel
            if token.endsInAny("meer") || token.word == "meer" { return ["s", "es"] }
            return isLong ? ["s"] : ["s", "es"]
        case nil: return isSibilant ? nil : ["s"]
        }
    }

    /// The ending of the dative plural: "Emiraten".
    static func dativePlural(_ token: NameToken) -> String { token.last == "n" || token.last == "s" ? "" : "n" }

    /// Feminine and plural countries and their like, whoever bears the name.
    private static let withArticle: Set<String> = [
        "ukraine", "schweiz", "türkei", "slowakei", "mongolei", "tschechei", "republik", "union", "partei", "krim",
        "niederlande", "philippinen", "malediven", "vereinigten", "arabischen", "bundesrepublik", "wallonei", "pfalz",
    ]

    private static func commonNeuter(_ token: NameToken) -> Bool {
        neuter.contains(token.word) || neuterEnds.end(token)
    }

    private static let feminine: Set<String> = [
        "bank", "wehr", "post", "bahn", "stadt", "linke", "zeit", "welt", "macht", "see", "mark", "börse", "basis",
        "front", "bild", "ukraine", "schweiz", "krim", "pfalz", "steiermark", "arktis", "antarktis", "alternative",
        "polizei", "armee", "marine", "flotte", "presse", "kirche", "bundeswehr", "lufthansa", "telekom", "taz",
        "hamas",
        "hisbollah", "fatah", "caritas", "diakonie", "charité", "duma", "knesset", "mafia",
    ]

    private static let feminineEnds = GermanEnds(
        """
        ung heit keit schaft ion tät enz anz ei ik wehr bank bahn kammer stelle börse presse kirche polizei armee liga \
        macht front hilfe kasse agentur kultur wache wacht post stadt zentrale gruppe akademie familie industrie \
        energie demokratie bewegung reserve allianz initiative marine garde flotte republik schule hochschule jugend \
        telekom wirtschaft klinik messe oper bühne straße brücke insel halbinsel küste
        """)

    private static let plurals: Set<String> = [
        "niederlande", "philippinen", "malediven", "taliban", "grünen", "linken", "seychellen", "bahamas", "alpen",
        "emirate", "staaten", "usa", "nationen", "medien", "piraten", "wähler", "naturfreunde", "werke", "inseln",
    ]

    private static let pluralEnds = GermanEnds(
        """
        staaten nationen inseln demokraten werke kräfte emirate medien betriebe verkehrsbetriebe freunde christen \
        sozialisten kommunisten arbeiter sozialen piraten häuser ärzte
        """)

    private static let masculineEnds = GermanEnds(
        """
        bund tag rat hof dienst verband verein verlag klub club rundfunk konzern ausschuss kongress gerichtshof sender \
        kreis spiegel stern anzeiger kurier ozean fluss berg see pakt senat schutz krieg landtag bundestag staat block \
        ring
        """)

    private static let neuter: Set<String> = [
        "amt", "haus", "meer", "land", "reich", "gericht", "werk", "kreuz", "institut", "theater", "museum",
        "orchester",
        "parlament", "kabinett", "komitee", "forum", "netzwerk", "fernsehen", "königreich", "rathaus", "zentrum",
        "jahr",
    ]

    private static let neuterEnds = GermanEnds(
        """
        amt ministerium gericht werk institut kreuz königreich kaiserreich parlament netzwerk fernsehen zentrum museum \
        theater orchester komitee forum bündnis kabinett archiv meer konsulat
        """)
}
