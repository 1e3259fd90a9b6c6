/// Endings of Polish nouns, for persons and places alike.
///
/// After the declension tables of the Great Dictionary of Correct Polish (PWN, 2004).
enum PolishNouns {
    /// A masculine noun in a consonant.
    static func masculine(_ token: NameToken, _ lexeme: Lexeme?, animate: Bool, _ what: String) -> TokenForms {
        let rule = what + " in a consonant"
        let inU = !animate && lexeme?.traits.contains(.genitiveU) == true
        func endings(_ animateOnes: String, _ inanimate: String, _ inanimateU: String) -> String {
            animate ? animateOnes : inU ? inanimateU : inanimate
        }
        if token.endsInAny("k g") {
            return token.inflected(
                rule, endings("a owi a iem u u", "a owi = iem u u", "u owi = iem u u"))
        }
        if let (drop, soft) = withI(token) {
            return token.replacing(drop, soft).inflected(
                rule, endings("a owi a em u u", "a owi = em u u", "u owi = em u u"))
        }
        if token.endsInAny("ch h l j sz cz rz ż c dz") {
            return token.inflected(rule, endings("a owi a em u u", "a owi = em u u", "u owi = em u u"))
        }
        let (drop, soft) = softened(token)
        return token.inflected(
            rule, endings("a owi a em ~ ~", "a owi = em ~ ~", "u owi = em ~ ~"), soft: soft, softDrop: drop)
    }

    /// A soft consonant is written with i before a vowel: "Poznań", "Poznania".
    private static func withI(_ token: NameToken) -> (Int, String)? {
        switch token.last {
        case "ń": (1, "ni")
        case "ś": (1, "si")
        case "ć": (1, "ci")
        case "ź": token.before(1) == "d" ? (2, "dzi") : (1, "zi")
        default: nil
        }
    }

    /// The end of the locative: how many letters it takes the place of, and it.
    static func softened(_ token: NameToken, drop: Int = 0) -> (Int, String) {
        func at(_ count: Int) -> Unicode.Scalar { token.before(drop + count) }
        switch at(0) {
        case "t": return (drop + 1, "cie")
        case "d": return (drop + 1, "dzie")
        case "ł": return (drop + 1, "le")
        case "r": return (drop + 1, "rze")
        case "k": return (drop + 1, "ce")
        case "g": return (drop + 1, "dze")
        case "h": return (drop + (at(1) == "c" ? 2 : 1), at(1) == "c" ? "sze" : "że")
        default: return (drop, "ie")
        }
    }

    /// A noun in -a, of any gender.
    static func inA(_ token: NameToken, _ what: String) -> TokenForms {
        let rule = what + " in -a"
        let before = token.before(1)
        if before == "i" {
            // Foreign -ia has -ii ("Hiszpanii"); after a soft consonant of a Polish word i stands for its sign.
            if token.endsInAny("sia cia zia") { return token.inflected(rule, drop: 1, "_ _ ę ą _ u/o") }
            if token.ends("nia") { return inNia(token, rule, isName: what == "first name" || what == "surname") }
            return token.inflected(rule, drop: 1, "i i ę ą i o")
        }
        if before == "j", token.before(2).isVowel {
            // "Maja", "Mai".
            let short = token.replacing(2, "").inflected(rule, "i i _ _ i _")
            let long = token.inflected(rule, drop: 1, "_ _ ę ą _ o")
            return TokenForms(
                rule: rule, cases: (0..<6).map { [2, 3, 5].contains($0) ? long.cases[$0] : short.cases[$0] })
        }
        if before == "j" || before == "l" || before == "e" || before == "u" {
            return token.inflected(rule, drop: 1, "i i ę ą i o")
        }
        if token.endsInAny("sza cza rza ża ca dza") { return token.inflected(rule, drop: 1, "y y ę ą y o") }
        let (drop, soft) = softened(token, drop: 1)
        if before == "k" || before == "g" {
            return token.inflected(rule, drop: 1, "i ~ ę ą ~ o", soft: soft, softDrop: drop)
        }
        return token.inflected(rule, drop: 1, "y ~ ę ą ~ o", soft: soft, softDrop: drop)
    }

    /// "Dania" is foreign ("Danii"), "Gdynia" and "Bośnia" are not; a person's name may be either.
    private static func inNia(_ token: NameToken, _ rule: String, isName: Bool) -> TokenForms {
        let before = token.before(3)
        let isForeign = before.isVowel && before != "y"
        if before == "r" || (isName && isForeign) { return token.inflected(rule, drop: 1, "_/i _/i ę ą _/i u/o") }
        return token.inflected(rule, drop: 1, isForeign ? "i i ę ą i o" : isName ? "_ _ ę ą _ u/o" : "_ _ ę ą _ o")
    }

    /// A surname in -ko or another -o, which declines as one in -a: "Kościuszki".
    static func inO(_ token: NameToken, _ what: String) -> TokenForms {
        let forms = inA(token.replacing(1, "a"), what)
        return TokenForms(rule: what + " in -o", cases: forms.cases)
    }

    /// A feminine noun in a consonant; the sign of a soft one becomes i: "Białoruś", "Białorusi".
    static func feminine(_ token: NameToken, _ what: String) -> TokenForms {
        let rule = what + " in a consonant, feminine"
        switch token.last {
        case "ś": return token.replacing(1, "s").inflected(rule, "i i = ią i i")
        case "ź": return token.replacing(1, "z").inflected(rule, "i i = ią i i")
        case "ń": return token.replacing(1, "n").inflected(rule, "i i = ią i i")
        case "ć": return token.replacing(1, "c").inflected(rule, "i i = ią i i")
        case "l": return token.inflected(rule, "i i = ą i i")
        default: return token.inflected(rule, "y y = ą y y")
        }
    }

    /// Countries whose locative keeps an old ending.
    private static let locatives = ["niemcy": "niemczech", "włochy": "włoszech", "węgry": "węgrzech"]

    /// A noun that has only a plural, whose genitive is given.
    static func plural(_ token: NameToken, genitive: String, _ what: String) -> TokenForms {
        let oblique = token.restemmed(genitive).text
        let forms = token.inflected(what + ", plural", drop: 1, "_ om = ami ach =")
        var cases = [[oblique]] + forms.cases.dropFirst()
        if let locative = locatives[token.word] { cases[4] = [token.restemmed(locative).text] }
        return TokenForms(rule: forms.rule, cases: cases)
    }
}
