/// Endings of Ukrainian adjectives, and of the surnames and places that decline like them.
enum UkrainianAdjectives {
    /// The gender that the end tells; `nil` when the word is no adjective.
    static func gender(_ token: NameToken) -> Gender? {
        switch token.last {
        case "й":
            if token.ends("ий") { return .masculine }
            if token.ends("ой") { return token.endsInAny("стой ськой цькой вой ной") ? .masculine : nil }
            return token.ends("ній") && !token.before(3).isVowel ? .masculine : nil
        case "а":
            return token.endsInAny(
                "ська цька зька альна ична ійна ерна арна омна ивна овна одна ідна ятна осна ємна жна зна льна")
                ? .feminine : nil
        case "я": return token.endsInAny("жня рхня едня одня") ? .feminine : nil
        case "е": return token.endsInAny("не ське цьке зьке") ? .neuter : nil
        case "є": return token.ends("нє") ? .neuter : nil
        case "і": return token.endsInAny("ські цькі зькі ні ені ані") ? .plural : nil
        default: return nil
        }
    }

    static func agreeing(_ token: NameToken, _ gender: Gender, _ what: String, animate: Bool = false) -> TokenForms {
        switch gender {
        case .masculine:
            let rule = what + " in -" + token.suffix(2)
            if token.ends("ій") {
                return token.inflected(
                    rule, drop: 2, animate ? "ього ьому ього ім ьому/ім =" : "ього ьому = ім ьому =")
            }
            return token.inflected(rule, drop: 2, animate ? "ого ому ого им ому/ім =" : "ого ому = им ому =")
        case .feminine:
            if token.last == "я" { return token.inflected(what + " in -я", drop: 1, "ьої ій ю ьою ій =") }
            return token.inflected(what + " in -а", drop: 1, "ої ій у ою ій =")
        case .neuter:
            if token.last == "є" { return token.inflected(what + " in -є", drop: 1, "ього ьому = ім ьому =") }
            return token.inflected(what + " in -е", drop: 1, "ого ому = им ому =")
        case .plural:
            return token.inflected(what + " in -і", drop: 1, "их им = ими их =")
        }
    }
}
