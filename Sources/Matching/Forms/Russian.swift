/// Russian names.
enum Russian: Grammar {
    static let code = "ru"
    static let cases = ["genitive", "dative", "accusative", "instrumental", "prepositional"]
    static let mixesSpellings = false
    static let conjunctions: Set<String> = ["и"]
    static let prepositions: Set<String> = ["на", "в", "во", "под", "над", "ле", "дель", "де", "сюр"]

    static func patronymicSex(_ token: NameToken) -> Sex? {
        if token.endsInAny("ович евич ьич мич нич кич лич") {
            return token.endsInAny("ович евич") || RussianNames.shortPatronymics.contains(token.word) ? .male : nil
        }
        return token.endsInAny("овна евна ична инична") ? .female : nil
    }

    static func surnameSex(_ token: NameToken) -> Sex? {
        if token.endsInAny("ова ева ская цкая") { return .female }
        if token.endsInAny("ина ына") { return token.vowels > 1 ? .female : nil }
        if token.endsInAny("ов ев ин ын ский цкий") { return .male }
        return RussianAdjectives.gender(token) == .feminine ? .female : nil
    }

    static func patronymic(_ token: NameToken, _ sex: Sex) -> TokenForms? {
        guard sex == .male else { return RussianNouns.inA(token, "patronymic") }
        let isShort = !token.endsInAny("ович евич")
        return token.inflected("patronymic in -ич", isShort ? "а у а ом/ем е" : "а у а ем е")
    }

    static func firstName(_ token: NameToken, _ lexeme: Lexeme?, _ sex: Sex) -> TokenForms? {
        if let stem = lexeme?.stem {
            return exception(token, RussianNouns.masculine(token.restemmed(stem), lexeme, animate: true, "first name"))
        }
        switch token.last {
        case "а", "я":
            if token.last == "а", token.before(1).isVowel, lexeme == nil { return nil }
            return RussianNouns.inA(token, "first name")
        case "ь": return sex == .male ? masculine(token, lexeme) : softFemale(token, lexeme)
        case "о":
            // Ukrainian names: "Павло", "Павла".
            guard sex == .male, lexeme?.traits.contains(.noun) == true else { return nil }
            return token.inflected("first name in -о", drop: 1, "а у а ом е")
        default: return token.last.isVowel || sex == .female ? nil : masculine(token, lexeme)
        }
    }

    private static func masculine(_ token: NameToken, _ lexeme: Lexeme?) -> TokenForms? {
        RussianNouns.masculine(token, lexeme, animate: true, "first name")
    }

    /// Only the names of the church and the Bible decline: "Любовью", "Эсфирью", but "Николь".
    private static func softFemale(_ token: NameToken, _ lexeme: Lexeme?) -> TokenForms? {
        lexeme?.traits.contains(.soft) == true ? RussianNouns.soft(token, "first name") : nil
    }

    static func surname(_ token: NameToken, _ lexeme: Lexeme?, _ sex: Sex, _ setting: SurnameSetting) -> TokenForms? {
        if isOldGenitive(token) { return nil }
        if let stem = lexeme?.stem {
            guard sex == .male else { return nil }
            return exception(token, RussianNouns.masculine(token.restemmed(stem), lexeme, animate: true, "surname"))
        }
        let isNoun = lexeme?.traits.contains(.noun) == true
        switch token.last {
        case "а":
            if token.before(1) == "у" || token.before(1) == "о" || token.before(1) == "и" || token.before(1) == "а" {
                return nil
            }
            if !isNoun, sex == .female, token.endsInAny("ова ева ина ына") {
                return token.inflected("surname in -" + token.suffix(3), drop: 1, "ой ой у ой/ою ой")
            }
            return RussianNouns.inA(token, "surname")
        case "я":
            if !isNoun, sex == .female, RussianAdjectives.gender(token) == .feminine {
                return RussianAdjectives.feminine(token, "surname")
            }
            return RussianNouns.inA(token, "surname")
        case let last where last.isVowel: return nil
        default: return sex == .male ? masculineSurname(token, lexeme, setting, isNoun: isNoun) : nil
        }
    }

    /// "Черных", "Долгих", "Живаго"; "Рерих" is a noun.
    private static func isOldGenitive(_ token: NameToken) -> Bool {
        if token.ends("их") {
            let before = token.before(2)
            return token.vowels > 1 && (before.isVelar || before.isHushing || before == "н")
        }
        return token.endsInAny("ых аго яго ово")
    }

    private static func masculineSurname(_ token: NameToken, _ lexeme: Lexeme?, _ setting: SurnameSetting, isNoun: Bool)
        -> TokenForms?
    {
        if token.endsInAny("ов ев ин ын"), token.vowels > 1 || token.endsInAny("ов ев") {
            let rule = "surname in -" + token.suffix(2)
            if (setting == .foreign && token.last == "н")
                || lexeme?.traits.isDisjoint(with: [.foreign, .maleName]) == false
            {
                return token.inflected("foreign " + rule, "а у а ом/ым е")
            }
            return token.inflected(rule, "а у а ым е")
        }
        if !isNoun, lexeme?.traits.contains(.maleName) != true, RussianAdjectives.gender(token) == .masculine {
            return RussianAdjectives.masculine(token, "surname", animate: true)
        }
        if token.ends("ец"), let stem = fleeting(token) {
            return token.replacing(2, stem).inflected("surname in -ец, fleeting е", "а у а ом/ем е")
        }
        if token.endsInAny("чок шок жок нок ток") {
            return token.inflected("surname in -ок", "а у а ом е").joined(
                token.replacing(2, "к").inflected("", "а у а ом е"))
        }
        return RussianNouns.masculine(token, lexeme, animate: true, "surname")
    }

    /// What stands for -ец before an ending: "ц", "ьц" after л, "йц" after a vowel; `nil` when the vowel stays,
    /// as after two consonants ("Мудрец") and in a word of one syllable ("Швец").
    static func fleeting(_ token: NameToken) -> String? {
        guard token.vowels > 1 else { return nil }
        let before = token.before(2)
        if before.isVowel { return "йц" }
        if before == "л" { return "ьц" }
        return token.before(3).isVowel || token.endsInAny("нтец ндец стец лдец ртец рбец рдец") ? "ц" : nil
    }

    /// Names the table that gave the stem.
    private static func exception(_ token: NameToken, _ forms: TokenForms?) -> TokenForms? {
        guard let forms else { return nil }
        return TokenForms(rule: "exception: " + String(scalars: token.nominative), cases: forms.cases)
    }

    static func adjectiveGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender? {
        lexeme?.traits.contains(.noun) == true
            ? nil : RussianAdjectives.gender(token) ?? RussianPronouns.gender(token.word)
    }

    static func loneAdjectiveGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender? {
        // "Джанкой" is a noun, "Луговой" an adjective.
        if token.ends("ой"), !token.endsInAny("вой ной") { return nil }
        return lexeme?.traits.contains(.noun) == true ? nil : RussianAdjectives.gender(token)
    }

    static func adjective(_ token: NameToken, _ gender: Gender) -> TokenForms? {
        RussianPronouns.forms(token, gender) ?? RussianAdjectives.agreeing(token, gender, "adjective")
    }

    static func nounGender(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> Gender {
        if lexeme?.traits.contains(.plural) == true { return .plural }
        if isInMya(token) { return .neuter }
        switch token.last {
        case "а", "я": return .feminine
        case "о", "е": return .neuter
        case "ь": return isMasculine(token, lexeme, kind) ? .masculine : .feminine
        case "ы", "и": return .plural
        default: return token.last.isVowel ? .neuter : .masculine
        }
    }

    private static func isMasculine(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> Bool {
        if let traits = lexeme?.traits {
            if traits.contains(.masculine) { return true }
            if traits.contains(.feminine) { return false }
        }
        if token.endsInAny("тель арь лль вль бль поль") { return true }
        // Chinese towns and mountains.
        if kind == .place, token.endsInAny("шань нань инь энь сянь лянь янь юань") { return true }
        return kind == .place && token.ends("ль")
    }

    static func noun(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> TokenForms? {
        let what = kind == .place ? "place" : "noun"
        if let stem = lexeme?.stem {
            if lexeme?.traits.contains(.feminine) == true {
                // "Церковь", "Церкви", but "Церковью".
                let forms = RussianNouns.soft(token.restemmed(stem + "ь"), what)
                let kept = RussianNouns.soft(token, what)
                return TokenForms(
                    rule: kept.rule, cases: forms.cases[..<3] + [kept.cases[3]] + forms.cases[4...])
            }
            if lexeme?.traits.contains(.plural) == true { return RussianNouns.plural(token, genitive: stem, what) }
            return exception(token, RussianNouns.masculine(token.restemmed(stem), lexeme, animate: false, what))
        }
        switch token.last {
        case "а":
            let before = token.before(1)
            return before == "у" || before == "о" || before == "и" || before == "а"
                ? nil : RussianNouns.inA(token, what)
        case "я":
            if isInMya(token) { return token.inflected(what + " in -мя", drop: 1, "ени ени = енем ени") }
            return RussianNouns.inA(token, what)
        case "ь":
            return isMasculine(token, lexeme, kind)
                ? RussianNouns.masculine(token, lexeme, animate: false, what) : RussianNouns.soft(token, what)
        case "о": return inO(token, lexeme, kind, what)
        case "е": return inE(token, lexeme, kind, what)
        case "ы", "и": return inY(token, kind, what)
        case let last where last.isVowel: return nil
        default:
            if kind == .place, token.ends("ец"), let stem = fleeting(token) {
                return token.replacing(2, stem).inflected(what + " in -ец, fleeting е", "а у = ом/ем е")
            }
            return RussianNouns.masculine(token, lexeme, animate: false, what)
        }
    }

    /// "Время", "времени".
    private static func isInMya(_ token: NameToken) -> Bool {
        ["время", "имя", "знамя", "племя", "пламя"].contains(token.word)
    }

    private static func inO(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind, _ what: String) -> TokenForms? {
        let isTown = kind == .place && token.endsInAny("ово ево ино ыно озеро вно дно тно льно жно зно чно ечко")
        guard isTown || token.ends("ство") || lexeme?.traits.contains(.noun) == true else { return nil }
        return token.inflected(what + " in -о", drop: 1, "а у = ом е")
    }

    private static func inE(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind, _ what: String) -> TokenForms? {
        if token.ends("ие") { return token.inflected(what + " in -ие", drop: 1, "я ю = ем и") }
        let isRegion = kind == .place && token.ends("ье")
        guard isRegion || lexeme?.traits.contains(.noun) == true else { return nil }
        if token.last == "е", token.before(1) == "щ" || token.before(1) == "ц" {
            return token.inflected(what + " in -е", drop: 1, "а у = ем е")
        }
        return token.inflected(what + " in -е", drop: 1, "я ю = ем е")
    }

    /// Plural places that no table has: -ы with a bare genitive, -ичи with -ей.
    private static func inY(_ token: NameToken, _ kind: NounKind, _ what: String) -> TokenForms? {
        if token.endsInAny("ичи ачи ищи") {
            return token.inflected(what + " in -чи, plural", drop: 1, "ей ам = ами ах")
        }
        guard kind == .place else { return nil }
        if token.endsInAny("ники щики") {
            return token.inflected(what + " in -ики, plural", drop: 1, "ов ам = ами ах")
        }
        guard token.last == "ы" else { return nil }
        if token.ends("цы"), !token.ends("ицы") {
            return token.inflected(what + " in -цы, plural", drop: 1, "ев ам = ами ах")
        }
        return token.inflected(what + " in -ы, plural", drop: 1, "_ ам = ами ах")
    }
}
