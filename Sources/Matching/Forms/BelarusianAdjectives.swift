/// Endings of Belarusian adjectives, and of the surnames and places that decline like them.
enum BelarusianAdjectives {
    /// The gender that the end tells; `nil` when the word is no adjective.
    static func gender(_ token: NameToken) -> Gender? {
        switch token.last {
        case "а": return token.word == "наша" || token.word == "ваша" ? .feminine : nil
        case "ы": return token.before(1).isVowel ? nil : .masculine
        case "і": return token.endsInAny("кі гі хі ні") ? .masculine : nil
        case "я":
            if token.endsInAny("ыя кія гія хія нія") { return token.endsInAny("скія цкія ыя") ? .plural : nil }
            if token.ends("ая") { return token.before(2).isVowel || token.vowels < 3 ? nil : .feminine }
            return token.ends("няя") ? .feminine : nil
        case "е": return token.endsInAny("ае ое яе") && !token.before(2).isVowel ? .neuter : nil
        default: return nil
        }
    }

    static func agreeing(
        _ token: NameToken, _ gender: Gender, _ what: String, animate: Bool = false, stressed: Bool = false
    ) -> TokenForms {
        switch gender {
        case .masculine: masculine(token, what, animate: animate, stressed: stressed)
        case .feminine: feminine(token, what, stressed: stressed)
        case .neuter:
            if token.ends("яе") {
                token.inflected(what + " in -яе", drop: 2, "яга яму = ім ім")
            } else {
                token.inflected(
                    what + " in -" + token.suffix(2), drop: 2,
                    token.ends("ое")
                        ? "ога ому = ым ым" : token.before(2).isVelar ? "ага аму = ім ім" : "ага аму = ым ым")
            }
        case .plural:
            token.inflected(
                what + " in -" + token.suffix(2), drop: 2,
                token.before(1) == "ы" ? "ых ым = ымі ых" : "іх ім = імі іх")
        }
    }

    private static func masculine(
        _ token: NameToken, _ what: String, animate: Bool, stressed: Bool
    ) -> TokenForms {
        let rule = what + " in -" + String(token.last)
        if token.ends("ні") { return token.inflected(rule, drop: 1, animate ? "яга яму яга ім ім" : "яга яму = ім ім") }
        if token.last == "і" {
            if stressed { return token.inflected(rule, drop: 1, animate ? "ога ому ога ім ім" : "ога ому = ім ім") }
            return token.inflected(rule, drop: 1, animate ? "ага аму ага ім ім" : "ага аму = ім ім")
        }
        if stressed { return token.inflected(rule, drop: 1, animate ? "ога ому ога ым ым" : "ога ому = ым ым") }
        return token.inflected(rule, drop: 1, animate ? "ага аму ага ым ым" : "ага аму = ым ым")
    }

    private static func feminine(_ token: NameToken, _ what: String, stressed: Bool) -> TokenForms {
        if token.ends("яя") { return token.inflected(what + " in -яя", drop: 2, "яй/яе яй юю яй/яю яй") }
        if token.last == "а" { return token.inflected("pronoun", drop: 1, "ай ай у ай/аю ай") }
        let rule = what + " in -ая"
        if stressed { return token.inflected(rule, drop: 2, "ой/ое ой ую ой/ою ой") }
        return token.inflected(rule, drop: 2, "ай/ае ай ую ай/аю ай")
    }
}
