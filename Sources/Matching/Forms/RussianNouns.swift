/// Endings of Russian nouns, for persons and places alike.
///
/// After the tables of A. A. Zaliznyak's Grammatical Dictionary of the Russian Language (1977) and the rules
/// for surnames in D. E. Rosenthal's handbook of spelling and style (1985).
enum RussianNouns {
    /// A masculine noun that ends in a consonant, -й or -ь.
    static func masculine(_ token: NameToken, _ lexeme: Lexeme?, animate: Bool, _ what: String) -> TokenForms? {
        let token = token.softened
        let stressed = lexeme?.traits.contains(.stressed) == true
        switch token.last {
        case "ь":
            let rule = what + " in -ь"
            return token.inflected(rule, drop: 1, animate ? "я ю я ем е" : "я ю = ем е")
        case "й":
            if token.before(1) == "и" {
                return token.inflected(what + " in -ий", drop: 1, animate ? "я ю я ем и" : "я ю = ем и")
            }
            return token.inflected(what + " in -й", drop: 1, animate ? "я ю я ем е" : "я ю = ем е")
        case "ц":
            let rule = what + " in -ц"
            if token.nominative.count != token.text.count || (animate && token.before(1) == "е") {
                return token.inflected(rule, animate ? "а у а ом/ем е" : "а у = ом/ем е")
            }
            return token.inflected(rule, animate ? "а у а ем е" : "а у = ем е")
        case "ж", "ч", "ш", "щ":
            let rule = what + " in -" + String(token.last)
            if stressed || (animate && token.ends("ач")) { return token.inflected(rule, "а у а ом/ем е") }
            if token.endsInAny("аш ыш ач еч") {
                return token.inflected(rule, animate ? "а у а ем/ом е" : "а у = ем/ом е")
            }
            return token.inflected(rule, animate ? "а у а ем е" : "а у = ем е")
        case "ъ": return nil
        default:
            let rule = what + " in a consonant"
            if lexeme?.traits.contains(.locativeU) == true { return token.inflected(rule, "а у = ом е/у") }
            return token.inflected(rule, animate ? "а у а ом е" : "а у = ом е")
        }
    }

    /// A noun in -а or -я, of any gender.
    static func inA(_ token: NameToken, _ what: String) -> TokenForms {
        if token.last == "я" {
            let rule = what + " in -я"
            if token.before(1) == "и" { return token.inflected(rule, drop: 1, "и и ю ей/ею и") }
            return token.inflected(rule, drop: 1, "и е ю ей/ею е")
        }
        let rule = what + " in -а"
        let before = token.before(1)
        if before.isVelar { return token.inflected(rule, drop: 1, "и е у ой/ою е") }
        if before.isHushing { return token.inflected(rule, drop: 1, "и е у ей/ой/ею е") }
        if before == "ц" { return token.inflected(rule, drop: 1, "ы е у ей/ею е") }
        return token.inflected(rule, drop: 1, "ы е у ой/ою е")
    }

    /// A feminine noun in -ь.
    static func soft(_ token: NameToken, _ what: String) -> TokenForms {
        token.inflected(what + " in -ь, feminine", drop: 1, "и и = ью и")
    }

    /// A noun that has only a plural, whose genitive a table gives.
    static func plural(_ token: NameToken, genitive: String, _ what: String) -> TokenForms {
        let oblique = token.restemmed(genitive).text
        let isSoft = token.last == "и" && !token.before(1).isVelar && !token.before(1).isHushing || token.last == "я"
        let forms = token.inflected(what + ", plural", drop: 1, isSoft ? "_ ям = ями ях" : "_ ам = ами ах")
        return TokenForms(rule: forms.rule, cases: [[oblique]] + forms.cases.dropFirst())
    }
}
