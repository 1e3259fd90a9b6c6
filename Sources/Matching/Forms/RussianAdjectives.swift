/// Endings of Russian adjectives, and of the surnames and places that decline like them.
enum RussianAdjectives {
    /// The gender that the end tells; `nil` when the word is no adjective.
    static func gender(_ token: NameToken) -> Gender? {
        switch token.last {
        case "й":
            guard token.vowels > 1 else { return nil }
            let before = token.before(2)
            switch token.before(1) {
            case "ы": return .masculine
            case "о": return before.isVowel ? nil : .masculine
            case "и":
                if before.isHushing || before == "к" || before == "х" || before == "г" { return .masculine }
                return before == "н" && !token.before(3).isVowel ? .masculine : nil
            default: return nil
            }
        case "я":
            if token.ends("ая") { return token.before(2).isVowel || token.vowels < 3 ? nil : .feminine }
            return token.ends("няя") ? .feminine : nil
        case "е":
            if token.ends("ое") { return token.before(2).isVowel ? nil : .neuter }
            if token.ends("нее") || token.endsInAny("щее жее чее шее") { return .neuter }
            return token.ends("ые") || token.endsInAny("кие гие хие ние щие жие чие шие") ? .plural : nil
        default: return nil
        }
    }

    /// The forms of an adjective that agrees with an inanimate noun.
    static func agreeing(_ token: NameToken, _ gender: Gender, _ what: String, animate: Bool = false) -> TokenForms? {
        switch gender {
        case .masculine: masculine(token, what, animate: animate)
        case .feminine: feminine(token, what)
        case .neuter: neuter(token, what)
        case .plural: plural(token, what)
        }
    }

    static func masculine(_ token: NameToken, _ what: String, animate: Bool) -> TokenForms? {
        let before = token.before(2)
        let rule = what + " in -" + String(token.before(1)) + "й"
        if isSoft(token, before) {
            return token.inflected(rule, drop: 2, animate ? "его ему его им ем" : "его ему = им ем")
        }
        if before.isVelar || before.isHushing {
            return token.inflected(rule, drop: 2, animate ? "ого ому ого им ом" : "ого ому = им ом")
        }
        return token.inflected(rule, drop: 2, animate ? "ого ому ого ым ом" : "ого ому = ым ом")
    }

    static func feminine(_ token: NameToken, _ what: String) -> TokenForms {
        if token.last == "я", token.before(1) == "я" {
            return token.inflected(what + " in -яя", drop: 2, "ей ей юю ей/ею ей")
        }
        if token.before(2).isHushing, token.before(2) != "ж", !token.ends("ольшая") {
            return token.inflected(what + " in -ая", drop: 2, "ей ей ую ей/ею ей")
        }
        return token.inflected(what + " in -ая", drop: 2, "ой ой ую ой/ою ой")
    }

    static func neuter(_ token: NameToken, _ what: String) -> TokenForms {
        let before = token.before(2)
        let rule = what + " in -" + String(token.before(1)) + "е"
        if token.before(1) == "е" { return token.inflected(rule, drop: 2, "его ему = им ем") }
        let isVelar = before.isVelar || before.isHushing
        return token.inflected(rule, drop: 2, isVelar ? "ого ому = им ом" : "ого ому = ым ом")
    }

    static func plural(_ token: NameToken, _ what: String) -> TokenForms {
        if token.before(1) == "ы" { return token.inflected(what + " in -ые", drop: 2, "ых ым = ыми ых") }
        return token.inflected(what + " in -ие", drop: 2, "их им = ими их")
    }

    /// -ний, -чий, -щий and their like; "большой" and "чужой" are hard.
    private static func isSoft(_ token: NameToken, _ before: Unicode.Scalar) -> Bool {
        token.before(1) == "и" && (before == "н" || before.isHushing)
    }
}
