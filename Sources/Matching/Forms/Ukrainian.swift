/// Ukrainian names.
enum Ukrainian: Grammar {
    static let code = "uk"
    static let cases = ["genitive", "dative", "accusative", "instrumental", "locative", "vocative"]
    static let mixesSpellings = true
    static let conjunctions: Set<String> = ["і", "й", "та"]
    static let prepositions: Set<String> = ["на", "в", "у", "під", "над", "ла", "де", "дель"]

    static func patronymicSex(_ token: NameToken) -> Sex? {
        if token.endsInAny("ович йович лліч ьмич кович мич") { return .male }
        return token.endsInAny("івна ївна ілівна інічна") ? .female : nil
    }

    static func surnameSex(_ token: NameToken) -> Sex? {
        if token.endsInAny("ова ева єва ська цька зька") { return .female }
        if token.endsInAny("іна їна") { return token.vowels > 1 ? .female : nil }
        return token.endsInAny("ов ев єв ін їн ин ів їв ський цький зький") ? .male : nil
    }

    static func patronymic(_ token: NameToken, _ sex: Sex) -> TokenForms? {
        if sex == .male { return token.inflected("patronymic in -ич", "а у а ем у/і у") }
        return token.inflected("patronymic in -івна", drop: 1, "и і у ою і о")
    }

    static func firstName(_ token: NameToken, _ lexeme: Lexeme?, _ sex: Sex) -> TokenForms? {
        if let stem = lexeme?.stem {
            return exception(
                token, UkrainianNouns.masculine(token.restemmed(stem), lexeme, animate: true, "first name"))
        }
        switch token.last {
        case "а", "я":
            if token.last == "а", token.before(1).isVowel, lexeme == nil { return nil }
            return UkrainianNouns.inA(token, "first name")
        case "о":
            guard sex == .male, lexeme?.traits.contains(.maleName) == true else { return nil }
            return masculineInO(token, "first name")
        case let last where last.isVowel: return nil
        default:
            if sex == .male { return UkrainianNouns.masculine(token, lexeme, animate: true, "first name") }
            return lexeme?.traits.contains(.soft) == true ? UkrainianNouns.feminine(token, "first name") : nil
        }
    }

    /// "Дмитро" and "Лукашенко".
    private static func masculineInO(_ token: NameToken, _ what: String) -> TokenForms {
        let rule = what + " in -о"
        if token.before(1).isVelar { return token.inflected(rule, drop: 1, "а у/ові а ом ові/у у") }
        return token.inflected(rule, drop: 1, "а у/ові а ом ові/у/і е")
    }

    static func surname(_ token: NameToken, _ lexeme: Lexeme?, _ sex: Sex, _ setting: SurnameSetting) -> TokenForms? {
        if token.endsInAny("их іх"), token.vowels > 1 { return nil }
        if let stem = lexeme?.stem {
            guard sex == .male else { return nil }
            return exception(
                token, UkrainianNouns.masculine(token.restemmed(stem), lexeme, animate: true, "surname"))
        }
        let isNoun = lexeme?.traits.contains(.noun) == true
        switch token.last {
        case "а":
            let before = token.before(1)
            if before == "у" || before == "о" || before == "і" || before == "а" { return nil }
            if !isNoun, sex == .female, token.endsInAny("ова ева єва іна їна ська цька зька") {
                let rule = "surname in -" + token.suffix(3)
                return token.inflected(rule, drop: 1, token.ends("ка") ? "ої ій у ою ій =" : "ої ій у ою ій о/=")
            }
            return UkrainianNouns.inA(token, "surname")
        case "я": return UkrainianNouns.inA(token, "surname")
        case "о":
            guard sex == .male, token.ends("ко") || (setting != .foreign && token.endsInAny("ло но")) else {
                return nil
            }
            return masculineInO(token, "surname")
        case let last where last.isVowel: return nil
        default: return sex == .male ? masculineSurname(token, lexeme, setting, isNoun: isNoun) : nil
        }
    }

    private static func masculineSurname(_ token: NameToken, _ lexeme: Lexeme?, _ setting: SurnameSetting, isNoun: Bool)
        -> TokenForms
    {
        if token.endsInAny("ов ев єв") {
            let isForeign = lexeme?.traits.isDisjoint(with: [.foreign, .maleName]) == false
            return token.inflected(
                "surname in -" + token.suffix(2), isForeign ? "а у а ом/им і/у е" : "а у а им і/у е")
        }
        if token.endsInAny("ін їн ин"), token.vowels > 1 {
            let isForeign =
                token.ends("шин") || setting == .foreign
                || lexeme?.traits.isDisjoint(with: [.foreign, .maleName]) == false
            return token.inflected(
                "surname in -" + token.suffix(2),
                isForeign ? "а у/ові а ом/им ові/у/і е" : "а у/ові а им ові/у/і е")
        }
        if token.endsInAny("ів їв") {
            let kept = token.inflected("surname in -" + token.suffix(2), "а у а им і/у е")
            return kept.joined(possessive(token).inflected("", "а у а им і/у е"))
        }
        if !isNoun, lexeme?.traits.contains(.maleName) != true, UkrainianAdjectives.gender(token) == .masculine {
            return UkrainianAdjectives.agreeing(token, .masculine, "surname", animate: true)
        }
        if let stem = fleeting(token) {
            return stem.inflected("surname in -ець, fleeting е", "я ю/еві я ем еві/ю/і ю/~е", soft: "ч", softDrop: 1)
        }
        if token.ends("ок"), token.vowels > 1 {
            return token.inflected("surname in -ок", "а у/ові а ом ові/у у").joined(
                token.replacing(2, "к").inflected("", "а у/ові а ом ові/у у"))
        }
        return UkrainianNouns.masculine(token, lexeme, animate: true, "surname")
    }

    /// "Ковалева" of "Ковалів": і in the closed syllable is о or е in an open one.
    private static func possessive(_ token: NameToken) -> NameToken {
        if token.ends("їв") { return token.replacing(2, "єв") }
        let before = token.before(2)
        let isSoft = before.isHushing || before == "л" || before == "р" && token.ends("арів")
        return token.replacing(2, isSoft && !token.ends("львів") ? "ев" : "ов")
    }

    /// -ець without its vowel: "ц", "ьц" after л, "йц" after a vowel; `nil` when the vowel stays ("Швець").
    private static func fleeting(_ token: NameToken) -> NameToken? {
        guard token.vowels > 1, token.endsInAny("ець єць") else { return nil }
        if token.ends("єць") || token.before(3).isVowel { return token.replacing(3, "йц") }
        if token.before(3) == "л" { return token.replacing(3, "ьц") }
        return token.replacing(3, "ц")
    }

    private static func exception(_ token: NameToken, _ forms: TokenForms) -> TokenForms {
        TokenForms(rule: "exception: " + String(scalars: token.nominative), cases: forms.cases)
    }

    static func adjectiveGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender? {
        if lexeme?.traits.contains(.noun) == true { return nil }
        if token.word == "часів" { return .masculine }
        guard lexeme?.traits.contains(.adjective) == true else { return UkrainianAdjectives.gender(token) }
        switch token.last {
        case "а", "я": return .feminine
        case "е", "є": return .neuter
        default: return .plural
        }
    }

    static func loneAdjectiveGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender? {
        token.last == "й" || token.endsInAny("ська цька зька ське цьке зьке не") ? adjectiveGender(token, lexeme) : nil
    }

    static func adjective(_ token: NameToken, _ gender: Gender) -> TokenForms? {
        // "Часів Яр", "Часового Яру".
        if token.word == "часів" {
            return token.replacing(2, "ов").inflected("adjective in -ів", "ого ому = им ому =")
        }
        return UkrainianAdjectives.agreeing(token, gender, "adjective")
    }

    static func nounGender(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> Gender {
        let traits = lexeme?.traits ?? []
        if traits.contains(.plural) { return .plural }
        if traits.contains(.feminine) { return .feminine }
        switch token.last {
        case "а": return .feminine
        case "я": return isNeuter(token) ? .neuter : .feminine
        case "о", "е", "є": return .neuter
        case "и", "і", "ї": return .plural
        case "ь": return isMasculine(token, lexeme) ? .masculine : .feminine
        default: return token.last.isVowel ? .neuter : .masculine
        }
    }

    /// "Запоріжжя", "Об'єднання": я after a double consonant or an apostrophe.
    private static func isNeuter(_ token: NameToken) -> Bool {
        token.before(1) == token.before(2) || (token.before(1) == "'" && token.vowels > 2)
            || token.endsInAny("стя стья")
    }

    private static func isMasculine(_ token: NameToken, _ lexeme: Lexeme?) -> Bool {
        if lexeme?.traits.contains(.masculine) == true { return true }
        return token.endsInAny("піль поль тель ець ель вль бль")
    }

    static func noun(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> TokenForms? {
        let what = kind == .place ? "place" : "noun"
        let traits = lexeme?.traits ?? []
        if let stem = lexeme?.stem {
            if traits.contains(.plural) { return UkrainianNouns.plural(token, genitive: stem, what) }
            return exception(
                token, UkrainianNouns.masculine(token.restemmed(stem), lexeme, animate: false, what))
        }
        switch token.last {
        case "а":
            let before = token.before(1)
            return before == "у" || before == "о" || before == "і" ? nil : UkrainianNouns.inA(token, what)
        case "я": return isNeuter(token) ? UkrainianNouns.neuter(token, what) : UkrainianNouns.inA(token, what)
        case "о":
            let isTown = kind == .place && token.endsInAny("ово ево єво іно їно")
            guard isTown || token.ends("ство") || traits.contains(.neuter) else { return nil }
            return UkrainianNouns.neuter(token, what)
        case "е":
            if traits.contains(.neuter) { return token.inflected(what + " in -е", drop: 1, "я ю = ем і/ю =") }
            return kind == .place && token.endsInAny("ове еве єве") ? UkrainianNouns.neuter(token, what) : nil
        case "и":
            return kind == .place ? token.inflected(what + " in -и, plural", drop: 1, "_/ів ам = ами ах =") : nil
        case let last where last.isVowel: return nil
        default: return consonant(token, lexeme, kind, what)
        }
    }

    private static func consonant(
        _ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind, _ what: String
    ) -> TokenForms? {
        let traits = lexeme?.traits ?? []
        if traits.contains(.feminine) || (token.last == "ь" && !isMasculine(token, lexeme)) {
            let forms = UkrainianNouns.feminine(token, what)
            guard token.ends("ість"), token.vowels > 1 else { return forms }
            // "Солідарність", "Солідарності": і stays in the closed syllable alone.
            let open = UkrainianNouns.feminine(token.replacing(4, "ость"), what)
            let cases = forms.cases.indices.map { $0 == 2 || $0 == 3 ? forms.cases[$0] : open.cases[$0] }
            return TokenForms(rule: forms.rule, cases: cases)
        }
        if kind == .place, token.endsInAny("ів їв"), token.vowels > 1 || token.ends("львів") || token.ends("їв") {
            return possessive(token).inflected(what + " in -" + token.suffix(2), "а у/ові = ом і е")
        }
        if let stem = fleeting(token) {
            return stem.inflected(what + " in -ець, fleeting е", "я ю/еві = ем і/ю/еві ю")
        }
        if token.ends("піль") {
            return token.replacing(3, "оль").inflected(what + " in -піль", drop: 1, "я ю/еві = ем і/ю/еві ю")
        }
        let forms = UkrainianNouns.masculine(token, lexeme, animate: false, what)
        guard kind == .organisation, lexeme == nil, !token.last.isHushing, token.last != "ь", token.last != "й" else {
            return forms
        }
        // Companies and movements take -у or -а: "Нафтогазу".
        return TokenForms(rule: forms.rule, cases: token.inflected("", "у/а").cases + forms.cases.dropFirst())
    }
}
