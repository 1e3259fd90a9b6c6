/// Polish names.
enum Polish: Grammar {
    static let code = "pl"
    static let cases = ["genitive", "dative", "accusative", "instrumental", "locative", "vocative"]
    static let mixesSpellings = false
    static let conjunctions: Set<String> = ["i", "oraz"]
    static let prepositions: Set<String> = ["nad", "na", "pod", "w", "we"]

    static func patronymicSex(_ token: NameToken) -> Sex? { nil }

    static func surnameSex(_ token: NameToken) -> Sex? {
        if token.endsInAny("ska cka dzka") { return .female }
        return token.endsInAny("ski cki dzki") ? .male : nil
    }

    static func patronymic(_ token: NameToken, _ sex: Sex) -> TokenForms? { nil }

    static func firstName(_ token: NameToken, _ lexeme: Lexeme?, _ sex: Sex) -> TokenForms? {
        if token.last == "a" { return PolishNouns.inA(token, "first name") }
        guard sex == .male else { return nil }
        if token.endsInAny("i y") {
            // "Jerzy", "Antoni": the endings of an adjective.
            return lexeme?.traits.contains(.fixed) == true ? nil : adjectival(token, "first name")
        }
        return consonant(token, lexeme, "first name")
    }

    /// Men's names and surnames in a consonant; -ek loses its vowel.
    private static func consonant(_ token: NameToken, _ lexeme: Lexeme?, _ what: String) -> TokenForms? {
        if token.last.isVowel { return nil }
        if let stem = lexeme?.stem {
            return PolishNouns.masculine(token.restemmed(stem), lexeme, animate: true, what)
        }
        if token.ends("ek"), token.vowels > 1 {
            let stem = token.before(2) == "i" ? token.replacing(3, "k") : token.replacing(2, "k")
            return PolishNouns.masculine(stem, lexeme, animate: true, what)
        }
        return PolishNouns.masculine(fleeting(token) ?? token, lexeme, animate: true, what)
    }

    /// -ec without its vowel ("Marzec", "Marca"), and -ów with the o of an open syllable.
    private static func fleeting(_ token: NameToken) -> NameToken? {
        if token.ends("ów") { return token.replacing(2, "ow") }
        guard token.vowels > 1 else { return nil }
        if token.endsInAny("iec rzec") { return token.replacing(3, "c") }
        return token.endsInAny("lec jec") ? token.replacing(2, "c") : nil
    }

    /// "Kowalski", "Jerzy".
    private static func adjectival(_ token: NameToken, _ what: String) -> TokenForms {
        let rule = what + " in -" + String(token.last)
        return token.last == "i"
            ? token.inflected(rule, "ego emu ego m m =") : token.inflected(rule, drop: 1, "ego emu ego ym ym =")
    }

    static func surname(_ token: NameToken, _ lexeme: Lexeme?, _ sex: Sex, _ setting: SurnameSetting) -> TokenForms? {
        switch token.last {
        case "a":
            if token.before(1).isVowel, token.before(1) != "i" { return nil }
            if sex == .female, token.endsInAny("ska cka dzka") {
                return token.inflected("surname in -ska", drop: 1, "iej iej ą ą iej =")
            }
            return PolishNouns.inA(token, "surname")
        case "o": return token.ends("ko") || (sex == .male && token.ends("ro")) ? inO(token, sex) : nil
        case "i", "y": return sex == .male ? adjectival(token, "surname") : nil
        default: return sex == .male ? consonant(token, lexeme, "surname") : nil
        }
    }

    private static func inO(_ token: NameToken, _ sex: Sex) -> TokenForms? {
        sex == .male ? PolishNouns.inO(token, "surname") : nil
    }

    static func adjectiveGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender? {
        lexeme?.traits.contains(.noun) == true ? nil : PolishAdjectives.gender(token)
    }

    static func followingGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender? {
        lexeme?.traits.contains(.noun) == true ? nil : PolishAdjectives.followingGender(token)
    }

    static func loneAdjectiveGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender? {
        token.endsInAny("ski cki ska cka dzka") && token.word != "polska" ? adjectiveGender(token, lexeme) : nil
    }

    /// "-e" is the neuter and the plural.
    static func agrees(_ token: NameToken, _ lexeme: Lexeme?, _ gender: Gender) -> Bool {
        let own = adjectiveGender(token, lexeme)
        return own == gender || (gender == .plural && own == .neuter)
    }

    static func adjective(_ token: NameToken, _ gender: Gender) -> TokenForms? {
        PolishAdjectives.agreeing(token, gender)
    }

    static func nounGender(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> Gender {
        if lexeme?.traits.contains(.plural) == true { return .plural }
        if isFeminine(token, lexeme) { return .feminine }
        switch token.last {
        case "a": return .feminine
        case "o", "e": return .neuter
        case "y", "i": return .plural
        default: return token.last.isVowel || token.ends("um") ? .neuter : .masculine
        }
    }

    /// Feminine nouns in a consonant: those a table has, and all in -ość.
    private static func isFeminine(_ token: NameToken, _ lexeme: Lexeme?) -> Bool {
        if lexeme?.traits.contains(.masculine) == true { return false }
        return lexeme?.traits.contains(.feminine) == true || token.ends("ość")
    }

    static func noun(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> TokenForms? {
        let what = kind == .place ? "place" : "noun"
        let traits = lexeme?.traits ?? []
        if let forms = PolishCompounds.forms(token, what) { return forms }
        if isFeminine(token, lexeme) { return PolishNouns.feminine(token, what) }
        if let stem = lexeme?.stem {
            if traits.contains(.plural) { return PolishNouns.plural(token, genitive: stem, what) }
            return PolishNouns.masculine(token.restemmed(stem), lexeme, animate: false, what)
        }
        switch token.last {
        case "a": return token.endsInAny("oa aa") ? nil : PolishNouns.inA(token, what)
        case "o":
            let isTown = kind == .place && token.endsInAny("no wo ło")
            guard isTown || token.ends("stwo") || traits.contains(.neuter) else { return nil }
            if token.endsInAny("ko go cho io jo lo") {
                return token.inflected(
                    what + " in -o", drop: 1, token.endsInAny("ko go") ? "a u = iem u =" : "a u = em u =")
            }
            let (drop, soft) = PolishNouns.softened(token, drop: 1)
            return token.inflected(what + " in -o", drop: 1, "a u = em ~ =", soft: soft, softDrop: drop)
        case "e":
            if kind == .place, token.endsInAny("ane skie ckie") {
                // Places keep an old ending: "w Zakopanem", "w Podkarpackiem".
                return token.inflected(what + " in -e, adjective", "go mu = m m =")
            }
            return traits.contains(.neuter) ? token.inflected(what + " in -e", drop: 1, "a u = em u =") : nil
        case "y":
            return kind == .place ? token.inflected(what + " in -y, plural", drop: 1, "_/ów om = ami ach =") : nil
        case let last where last.isVowel: return nil
        default:
            // "Centrum" has one form in the singular.
            if token.ends("um"), token.vowels > 1 { return nil }
            if kind == .place, token.endsInAny("wek nek dek lek tek"), token.vowels > 1 {
                let stem = token.before(2) == "i" ? token.replacing(3, "k") : token.replacing(2, "k")
                return PolishNouns.masculine(stem, lexeme, animate: false, what)
            }
            let forms = PolishNouns.masculine(fleeting(token) ?? token, lexeme, animate: false, what)
            // Companies take -u or -a: "Orlenu", "Facebooka".
            guard kind == .organisation, !traits.contains(.genitiveU), !traits.contains(.place) else { return forms }
            let genitive = token.inflected("", token.endsInAny("ń ś ć ź") ? "a" : "u/a")
            return lexeme == nil && fleeting(token) == nil && !token.endsInAny("ń ś ć ź")
                ? TokenForms(rule: forms.rule, cases: genitive.cases + forms.cases.dropFirst()) : forms
        }
    }
}
