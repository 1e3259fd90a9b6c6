/// Polish names.
enum Polish: Grammar {
    static let code = "pl"
    static let cases = ["genitive", "dative", "accusative", "instrumental", "locative", "vocative"]
    static let mixesSpellings = false
    static let conjunctions: Set<String> = ["i"]
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
        if token.ends("iec"), token.vowels > 1 {
            return PolishNouns.masculine(token.replacing(3, "c"), lexeme, animate: true, what)
        }
        if token.ends("ów") {
            return PolishNouns.masculine(token.replacing(2, "ow"), lexeme, animate: true, what)
        }
        return PolishNouns.masculine(token, lexeme, animate: true, what)
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
        if lexeme?.traits.contains(.noun) == true { return nil }
        switch token.last {
        case "y": return .masculine
        case "i": return token.endsInAny("ki gi ni") ? .masculine : nil
        case "a": return token.endsInAny("ska cka dzka na wa ła ka") ? .feminine : nil
        case "e": return token.endsInAny("kie ne we") ? .neuter : nil
        default: return nil
        }
    }

    static func loneAdjectiveGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender? {
        token.endsInAny("ski cki skie ckie ane") ? adjectiveGender(token, lexeme) ?? .neuter : nil
    }

    static func adjective(_ token: NameToken, _ gender: Gender) -> TokenForms? {
        let rule = "adjective in -" + String(token.last)
        switch gender {
        case .masculine:
            return token.last == "i"
                ? token.inflected(rule, "ego emu = m m =") : token.inflected(rule, drop: 1, "ego emu = ym ym =")
        case .feminine:
            let isVelar = token.endsInAny("ka ga")
            return token.inflected(rule, drop: 1, isVelar ? "iej iej ą ą iej =" : "ej ej ą ą ej =")
        case .neuter:
            return token.ends("ie")
                ? token.inflected(rule, drop: 1, "ego emu = m m =") : token.inflected(rule, "go mu = _ _ =")
        case .plural: return nil
        }
    }

    static func nounGender(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> Gender {
        if lexeme?.traits.contains(.plural) == true { return .plural }
        if lexeme?.traits.contains(.feminine) == true { return .feminine }
        switch token.last {
        case "a": return .feminine
        case "o", "e": return .neuter
        case "y", "i": return .plural
        default: return token.last.isVowel ? .neuter : .masculine
        }
    }

    static func noun(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> TokenForms? {
        let what = kind == .place ? "place" : "noun"
        let traits = lexeme?.traits ?? []
        if traits.contains(.feminine) { return PolishNouns.feminine(token, what) }
        if let stem = lexeme?.stem {
            if traits.contains(.plural) { return PolishNouns.plural(token, genitive: stem, what) }
            return PolishNouns.masculine(token.restemmed(stem), lexeme, animate: false, what)
        }
        switch token.last {
        case "a": return token.before(1).isVowel && token.before(1) != "i" ? nil : PolishNouns.inA(token, what)
        case "o":
            guard kind == .place, token.endsInAny("no wo ło") || traits.contains(.neuter) else { return nil }
            let (drop, soft) = PolishNouns.softened(token, drop: 1)
            return token.inflected(what + " in -o", drop: 1, "a u = em ~ =", soft: soft, softDrop: drop)
        case "e": return traits.contains(.neuter) ? token.inflected(what + " in -e", drop: 1, "a u = em u =") : nil
        case "y":
            return kind == .place ? token.inflected(what + " in -y, plural", drop: 1, "_/ów om = ami ach =") : nil
        case let last where last.isVowel: return nil
        default:
            if kind == .place, token.ends("ów") {
                return PolishNouns.masculine(token.replacing(2, "ow"), lexeme, animate: false, what)
            }
            if kind == .place, token.ends("iec"), token.vowels > 1 {
                return PolishNouns.masculine(token.replacing(3, "c"), lexeme, animate: false, what)
            }
            return PolishNouns.masculine(token, lexeme, animate: false, what)
        }
    }
}
