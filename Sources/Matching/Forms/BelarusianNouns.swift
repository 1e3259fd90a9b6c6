/// Endings of Belarusian nouns.
///
/// After the declension tables of the Belarusian grammar of the Academy of Sciences (1985) and the spelling law
/// of 2008.
enum BelarusianNouns {
    /// A masculine noun that ends in a consonant, -й or -ь.
    static func masculine(_ token: NameToken, _ lexeme: Lexeme?, animate: Bool, _ what: String) -> TokenForms {
        let token = token.softened
        let isStressed = lexeme?.traits.contains(.stressed) == true
        switch token.last {
        case "й": return token.inflected(what + " in -й", drop: 1, animate ? "я ю я ем і/ю" : "я ю = ем і")
        case "ь":
            return token.inflected(what + " in -ь", drop: 1, animate ? "я ю я ем/ём і/ю" : "я ю = ем і")
        case "ў":
            return token.inflected(what + " in -ў", drop: 1, animate ? "ва ву ва вам ве" : "ва ву = вам ве")
        default: break
        }
        let rule = what + " in a consonant"
        let soft = softened(token.last)
        let endings =
            switch token.last {
            case "к", "г", "х": animate ? "а у а ам у" : "а у = ам у"
            case "ц": animate ? "а у а ом/ам у/ы" : "а у = ом/ам ы"
            case "р", "ж", "ч", "ш": animate ? "а у а ам у/ы" : "а у = ам ы/у"
            case _ where soft != nil: animate ? "а у а ам ~е" : "а у = ам ~е"
            default: animate ? "а у а ам е" : "а у = ам е"
            }
        let forms = token.inflected(rule, endings, soft: soft ?? "", softDrop: soft == nil ? 0 : 1)
        if isStressed { return forms.joined(token.inflected(rule, animate ? "а у а ом е" : "а у = ом е")) }
        if lexeme?.traits.contains(.locativeU) == true { return forms.joined(token.inflected(rule, "а у = ам у")) }
        return forms
    }

    /// What т and д are before -е.
    private static func softened(_ letter: Unicode.Scalar) -> String? {
        letter == "т" ? "ц" : letter == "д" ? "дз" : nil
    }

    /// A feminine noun in -а or -я. The ending is -ой under the stress: "Масквой".
    static func inA(_ token: NameToken, _ lexeme: Lexeme?, _ what: String) -> TokenForms {
        if token.last == "я" { return token.inflected(what + " in -я", drop: 1, "і і ю яй/яю і") }
        let rule = what + " in -а"
        let forms =
            switch token.before(1) {
            case "к": token.inflected(rule, drop: 1, "і ~ы у ай/аю ~ы", soft: "ц", softDrop: 2)
            case "г": token.inflected(rule, drop: 1, "і ~е у ай/аю ~е", soft: "з", softDrop: 2)
            case "х": token.inflected(rule, drop: 1, "і ~е у ай/аю ~е", soft: "с", softDrop: 2)
            case "т": token.inflected(rule, drop: 1, "ы ~е у ай/аю ~е", soft: "ц", softDrop: 2)
            case "д": token.inflected(rule, drop: 1, "ы ~е у ай/аю ~е", soft: "дз", softDrop: 2)
            case "р", "ж", "ч", "ш", "ц": token.inflected(rule, drop: 1, "ы ы у ай/аю ы")
            default: token.inflected(rule, drop: 1, "ы е у ай/аю е")
            }
        guard lexeme?.traits.contains(.stressed) == true else { return forms }
        let stressed = token.inflected(rule, drop: 1, "ы е у ой/ою е")
        return TokenForms(rule: rule, cases: forms.cases[..<3] + [stressed.cases[3]] + forms.cases[4...])
    }

    /// A man's name or surname in -а or -я; the instrumental is -ам, in an older practice -ай.
    static func masculineInA(_ token: NameToken, _ what: String) -> TokenForms {
        if token.last == "я" { return token.inflected(what + " in -я", drop: 1, "і ю/і ю ем/ём/ёй/яй і/ю") }
        let rule = what + " in -а"
        switch token.before(1) {
        case "к": return token.inflected(rule, drop: 1, "і у у ам/ай у")
        case "г", "х": return token.inflected(rule, drop: 1, "і у у ам/ай у")
        case "т": return token.inflected(rule, drop: 1, "ы у/~е у ам/ай ~е", soft: "ц", softDrop: 2)
        case "д": return token.inflected(rule, drop: 1, "ы у/~е у ам/ай ~е", soft: "дз", softDrop: 2)
        case "р", "ж", "ч", "ш", "ц": return token.inflected(rule, drop: 1, "ы у/ы у ам/ай ы/у")
        default: return token.inflected(rule, drop: 1, "ы у/е у ам/ай е")
        }
    }

    /// A feminine noun in -ь or a hardened consonant; a single consonant doubles before -ю.
    static func feminine(_ token: NameToken, _ what: String) -> TokenForms {
        let rule = what + " in a consonant, feminine"
        guard token.last == "ь" else {
            return token.last == "р" || token.last == "м" || token.last == "ў"
                ? token.inflected(rule, "ы/і ы/і = 'ю ы/і")
                : token.inflected(rule, "ы ы = ~ю ы", soft: String(token.last), softDrop: 0)
        }
        guard token.before(2).isVowel else { return token.inflected(rule, drop: 1, "і і = ю і") }
        return token.inflected(rule, drop: 1, "і і = ~ю і", soft: String(token.before(1)), softDrop: 1)
    }

    /// A neuter noun, which ends in -а, -о, -е or -ё.
    static func neuter(_ token: NameToken, _ what: String) -> TokenForms {
        let rule = what + " in -" + String(token.last) + ", neuter"
        if token.last == "е" { return token.inflected(rule, drop: 1, "я ю = ем і") }
        return token.inflected(rule, drop: 1, token.before(1) == "р" ? "а у = ам ы" : "а у = ам е")
    }

    /// A noun that has only a plural, whose genitive is given.
    static func plural(_ token: NameToken, genitive: String, _ what: String) -> TokenForms {
        let oblique = token.restemmed(genitive).text
        let before = token.before(1)
        let isSoft = token.last == "і" && !before.isVelar
        let forms = token.inflected(what + ", plural", drop: 1, isSoft ? "_ ям = ямі ях" : "_ ам = амі ах")
        return TokenForms(rule: forms.rule, cases: [[oblique]] + forms.cases.dropFirst())
    }
}
