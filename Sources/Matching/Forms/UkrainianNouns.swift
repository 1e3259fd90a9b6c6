/// Endings of Ukrainian nouns.
///
/// After the declension tables of the Ukrainian Orthography of 2019 (§§ 82–100 of its second part).
enum UkrainianNouns {
    /// A masculine noun that ends in a consonant, -й or -ь.
    static func masculine(_ token: NameToken, _ lexeme: Lexeme?, animate: Bool, _ what: String) -> TokenForms {
        let token = token.softened
        let rule = what + (token.last == "й" || token.last == "ь" ? " in -" + String(token.last) : " in a consonant")
        let inU = lexeme?.traits.contains(.genitiveU) == true
        if token.last == "й" {
            if animate { return token.inflected(rule, drop: 1, "я ю/єві я єм єві/ю/ї ю") }
            return token.inflected(rule, drop: 1, inU ? "ю ю/єві = єм ї/ю/єві ю" : "я ю/єві = єм ї/ю/єві ю")
        }
        let isSoft =
            token.last == "ь" || lexeme?.traits.contains(.soft) == true
            || (token.last == "ц" && token.nominative.last == "ь")
        if isSoft {
            let drop = token.last == "ь" ? 1 : 0
            if animate { return token.inflected(rule, drop: drop, "я ю/еві я ем еві/ю/і ю") }
            return token.inflected(rule, drop: drop, inU ? "ю ю/еві = ем і/ю/еві ю" : "я ю/еві = ем і/ю/еві ю")
        }
        if token.last.isHushing {
            return token.inflected(rule, animate ? "а у/еві а ем еві/у/і у/е" : "а у/еві = ем і/у е")
        }
        return animate ? hardAnimate(token, rule) : hardInanimate(token, lexeme, rule)
    }

    private static func hardAnimate(_ token: NameToken, _ rule: String) -> TokenForms {
        switch token.last {
        case "к": token.inflected(rule, "а у/ові а ом ові/у у/~е", soft: "ч", softDrop: 1)
        case "г": token.inflected(rule, "а у/ові а ом ові/у ~е", soft: "ж", softDrop: 1)
        case "х": token.inflected(rule, "а у/ові а ом ові/у у/~е", soft: "ш", softDrop: 1)
        default: token.inflected(rule, "а у/ові а ом ові/у/і е")
        }
    }

    private static func hardInanimate(_ token: NameToken, _ lexeme: Lexeme?, _ rule: String) -> TokenForms {
        let traits = lexeme?.traits ?? []
        let inU = traits.contains(.genitiveU)
        switch token.last {
        case "к", "х": return token.inflected(rule, inU ? "у у/ові = ом у у" : "а у/ові = ом у у")
        case "г", "ґ":
            return token.inflected(rule, inU ? "у у/ові = ом у/~і у" : "а у/ові = ом у/~і у", soft: "з", softDrop: 1)
        default:
            if traits.contains(.locativeU) { return token.inflected(rule, "у у/ові = ом у/і е") }
            return token.inflected(rule, inU ? "у у/ові = ом і/у е" : "а у/ові = ом і/у е")
        }
    }

    /// A noun in -а or -я. Before the ending -і the sounds г, к, х are з, ц, с: "Ольга", "Ользі".
    static func inA(_ token: NameToken, _ what: String) -> TokenForms {
        let before = token.before(1)
        if token.last == "я" {
            let rule = what + " in -я"
            if before.isVowel || before == "'" || before == "й" {
                return token.inflected(rule, drop: 1, "ї ї ю єю ї є")
            }
            return token.inflected(rule, drop: 1, "і і ю ею і е/ю")
        }
        let rule = what + " in -а"
        if before.isHushing { return token.inflected(rule, drop: 1, "і і у ею і е/о") }
        guard let soft = softened(before) else { return token.inflected(rule, drop: 1, "и і у ою і о") }
        return token.inflected(rule, drop: 1, "и ~і у ою ~і о", soft: soft, softDrop: 2)
    }

    private static func softened(_ letter: Unicode.Scalar) -> String? {
        switch letter {
        case "г", "ґ": "з"
        case "к": "ц"
        case "х": "с"
        default: nil
        }
    }

    /// A feminine noun in a consonant or -ь. A single consonant after a vowel doubles before -ю, and a labial
    /// or р has an apostrophe: "Білоруссю", "Твер'ю".
    static func feminine(_ token: NameToken, _ what: String) -> TokenForms {
        let rule = what + " in a consonant, feminine"
        let drop = token.last == "ь" ? 1 : 0
        let (consonant, before) = (token.before(drop), token.before(drop + 1))
        switch consonant {
        case "б", "п", "в", "м", "ф", "р": return token.inflected(rule, drop: drop, "і і = 'ю і е")
        default:
            guard before.isVowel else { return token.inflected(rule, drop: drop, "і і = ю і е") }
            return token.inflected(rule, drop: drop, "і і = ~ю і е", soft: String(consonant), softDrop: drop)
        }
    }

    /// A neuter noun in -о, or in -я after a double consonant.
    static func neuter(_ token: NameToken, _ what: String) -> TokenForms {
        if token.last == "я" { return token.inflected(what + " in -я, neuter", drop: 1, "я ю = ям і/ю я") }
        return token.inflected(what + " in -" + String(token.last), drop: 1, "а у/ові = ом і/у =")
    }

    /// A noun that has only a plural, whose genitive is given.
    static func plural(_ token: NameToken, genitive: String, _ what: String) -> TokenForms {
        let oblique = token.restemmed(genitive).text
        let isSoft = token.last == "ї" || (token.last == "і" && !token.before(1).isHushing)
        let forms = token.inflected(what + ", plural", drop: 1, isSoft ? "_ ям = ями ях =" : "_ ам = ами ах =")
        return TokenForms(rule: forms.rule, cases: [[oblique]] + forms.cases.dropFirst())
    }
}
