/// Belarusian names.
enum Belarusian: Grammar {
    static let code = "be"
    static let cases = ["genitive", "dative", "accusative", "instrumental", "locative"]
    static let mixesSpellings = false
    static let conjunctions: Set<String> = ["і", "й", "ды"]
    static let prepositions: Set<String> = ["на", "у", "пад", "над", "дэ", "дэль"]

    static func patronymicSex(_ token: NameToken) -> Sex? {
        if token.endsInAny("авіч евіч ьіч ліч міч") { return .male }
        return token.endsInAny("аўна еўна ёўна ічна інічна оўна") ? .female : nil
    }

    static func surnameSex(_ token: NameToken) -> Sex? {
        if token.endsInAny("ова ава ева ёва ская цкая") { return .female }
        if token.endsInAny("іна ына") { return token.vowels > 2 ? .female : nil }
        if token.endsInAny("оў аў еў ёў ін ын скі цкі") { return .male }
        return token.ends("ая") && BelarusianAdjectives.gender(token) == .feminine ? .female : nil
    }

    static func patronymic(_ token: NameToken, _ sex: Sex) -> TokenForms? {
        if sex == .male { return token.inflected("patronymic in -іч", "а у а ам у/ы") }
        return token.inflected("patronymic in -на", drop: 1, "ы е у ай/аю е")
    }

    static func firstName(_ token: NameToken, _ lexeme: Lexeme?, _ sex: Sex) -> TokenForms? {
        if let stem = lexeme?.stem {
            return exception(
                token, BelarusianNouns.masculine(token.restemmed(stem), lexeme, animate: true, "first name"))
        }
        switch token.last {
        case "а", "я":
            if token.last == "а", token.before(1).isVowel, lexeme == nil { return nil }
            if sex == .male { return BelarusianNouns.masculineInA(token, "first name") }
            return BelarusianNouns.inA(token, lexeme, "first name")
        case "о":
            guard sex == .male, lexeme?.traits.contains(.maleName) == true else { return nil }
            return token.inflected("first name in -о", drop: 1, "а у а ом е")
        case let last where last.isVowel: return nil
        default:
            if sex == .male { return BelarusianNouns.masculine(token, lexeme, animate: true, "first name") }
            return lexeme?.traits.contains(.soft) == true ? BelarusianNouns.feminine(token, "first name") : nil
        }
    }

    static func surname(_ token: NameToken, _ lexeme: Lexeme?, _ sex: Sex, _ setting: SurnameSetting) -> TokenForms? {
        if token.endsInAny("ых іх") { return nil }
        if let stem = lexeme?.stem {
            guard sex == .male else { return nil }
            return exception(
                token, BelarusianNouns.masculine(token.restemmed(stem), lexeme, animate: true, "surname"))
        }
        let isNoun = lexeme?.traits.contains(.noun) == true
        switch token.last {
        case "а":
            if token.before(1).isVowel { return nil }
            if !isNoun, sex == .female, token.endsInAny("ова ава ева ёва іна ына") {
                return token.inflected("surname in -" + token.suffix(3), drop: 1, "ай ай у ай/аю ай")
            }
            return inA(token, lexeme, sex, setting)
        case "я":
            if !isNoun, sex == .female, BelarusianAdjectives.gender(token) == .feminine {
                return BelarusianAdjectives.agreeing(token, .feminine, "surname")
            }
            return inA(token, lexeme, sex, setting)
        case "ы", "і":
            guard sex == .male, BelarusianAdjectives.gender(token) == .masculine else { return nil }
            let stressed = lexeme?.traits.contains(.stressed) == true
            return BelarusianAdjectives.agreeing(token, .masculine, "surname", animate: true, stressed: stressed)
        case let last where last.isVowel: return nil
        default: return sex == .male ? masculineSurname(token, lexeme, setting) : nil
        }
    }

    /// A surname that stands alone in -а may be a man's or a woman's; those in -нка are usually men's here.
    private static func inA(_ token: NameToken, _ lexeme: Lexeme?, _ sex: Sex, _ setting: SurnameSetting) -> TokenForms
    {
        if sex == .female { return BelarusianNouns.inA(token, lexeme, "surname") }
        let masculine = BelarusianNouns.masculineInA(token, "surname")
        guard setting == .alone, !token.ends("нка") else { return masculine }
        return masculine.joined(BelarusianNouns.inA(token, lexeme, ""))
    }

    private static func masculineSurname(_ token: NameToken, _ lexeme: Lexeme?, _ setting: SurnameSetting) -> TokenForms
    {
        if token.endsInAny("оў аў еў ёў") {
            return token.inflected("surname in -" + token.suffix(2), drop: 1, "ва ву ва вым ве")
        }
        if token.endsInAny("ін ын"), token.vowels > 1 {
            let isForeign = setting == .foreign || lexeme?.traits.contains(.foreign) == true
            return token.inflected("surname in -" + token.suffix(2), isForeign ? "а у а ам/ым е" : "а у а ым е")
        }
        if let stem = fleeting(token) {
            return stem.inflected("surname in -ец, fleeting е", "а у а ом/ам у/ы")
        }
        if token.endsInAny("чок шок жок нок ток") {
            return token.inflected("surname in -ок", "а у а ам у").joined(
                token.replacing(2, "к").inflected("", "а у а ом у"))
        }
        return BelarusianNouns.masculine(token, lexeme, animate: true, "surname")
    }

    /// -ец without its vowel; в is ў then: "Краўца". `nil` when the vowel stays ("Швец").
    private static func fleeting(_ token: NameToken) -> NameToken? {
        guard token.vowels > 1, token.endsInAny("ец эц") else { return nil }
        switch token.before(2) {
        case "в": return token.replacing(3, "ўц")
        case "л": return token.replacing(2, "ьц")
        case "н" where token.before(3).isVowel: return token.replacing(2, "ц")
        case let before where before.isVowel: return token.replacing(2, "йц")
        default: return token.replacing(2, "ц")
        }
    }

    private static func exception(_ token: NameToken, _ forms: TokenForms) -> TokenForms {
        TokenForms(rule: "exception: " + String(scalars: token.nominative), cases: forms.cases)
    }

    static func adjectiveGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender? {
        lexeme?.traits.contains(.noun) == true ? nil : BelarusianAdjectives.gender(token)
    }

    /// Alone, -ы is a plural: "Сумы".
    static func loneAdjectiveGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender? {
        if token.last == "ы" { return lexeme?.traits.contains(.adjective) == true ? .masculine : nil }
        return token.endsInAny("скі цкі ая яя ае ое") ? adjectiveGender(token, lexeme) : nil
    }

    static func adjective(_ token: NameToken, _ gender: Gender) -> TokenForms? {
        let stressed = lexicon[token.word]?.traits.contains(.stressed) == true
        return BelarusianAdjectives.agreeing(token, gender, "adjective", stressed: stressed)
    }

    static func nounGender(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> Gender {
        let traits = lexeme?.traits ?? []
        if traits.contains(.plural) { return .plural }
        if traits.contains(.feminine) { return .feminine }
        if traits.contains(.neuter) || token.ends("ства") { return .neuter }
        switch token.last {
        case "а", "я": return .feminine
        case "о", "е", "ё": return .neuter
        case "ы", "і": return .plural
        case "ь": return isMasculine(token, lexeme) ? .masculine : .feminine
        default: return token.last.isVowel ? .neuter : .masculine
        }
    }

    private static func isMasculine(_ token: NameToken, _ lexeme: Lexeme?) -> Bool {
        lexeme?.traits.contains(.masculine) == true || token.endsInAny("паль ель быль ўль цель поль")
    }

    static func noun(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> TokenForms? {
        let what = kind == .place ? "place" : "noun"
        let traits = lexeme?.traits ?? []
        if let stem = lexeme?.stem {
            if traits.contains(.plural) { return BelarusianNouns.plural(token, genitive: stem, what) }
            return exception(
                token, BelarusianNouns.masculine(token.restemmed(stem), lexeme, animate: false, what))
        }
        if traits.contains(.neuter) || token.ends("ства") { return BelarusianNouns.neuter(token, what) }
        switch token.last {
        case "а": return token.before(1).isVowel ? nil : BelarusianNouns.inA(token, lexeme, what)
        case "я": return BelarusianNouns.inA(token, lexeme, what)
        case "е": return token.endsInAny("ссе лле нне ўе цце жжа рʼе") ? BelarusianNouns.neuter(token, what) : nil
        case "ы":
            return kind == .place ? token.inflected(what + " in -ы, plural", drop: 1, "аў/_ ам = амі ах") : nil
        case let last where last.isVowel: return nil
        default:
            if traits.contains(.feminine) || (token.last == "ь" && !isMasculine(token, lexeme)) {
                return BelarusianNouns.feminine(token, what)
            }
            return BelarusianNouns.masculine(token, lexeme, animate: false, what)
        }
    }
}
