/// Adjectives, or an article, in front of a German noun.
///
/// The adjective has weak endings behind an article in the sentence ("der Deutschen Bank"), strong ones without.
struct GermanPhrase {
    private let tokens: [NameToken]
    private let noun: Int
    private let adjectives: [Int]
    /// "Die" in front of the name is part of it.
    private let article: Int?
    private let gender: Gender

    /// `nil` when no adjective or article that agrees stands before the noun.
    init?(tokens: [NameToken], noun last: Int) {
        self.tokens = tokens
        var index = 0
        let first = tokens[0].word
        article = last > 0 && ["die", "der", "das"].contains(first) && tokens[0].separator.isEmpty ? 0 : nil
        if article != nil { index = 1 }
        var found: [Int] = []
        while index < last {
            if GermanAdjectives.isAdjective(tokens[index]) {
                found.append(index)
            } else if !tokens[index].endsInAny("er lich isch") || GermanNouns.gender(tokens[index]) != nil {
                break
            }
            index += 1
        }
        // Behind the noun may stand what stays: "Sozialdemokratische Partei Deutschlands".
        noun = (index..<last).first { GermanNouns.gender(tokens[$0]) != nil } ?? last
        guard tokens[index...noun].allSatisfy({ $0.shape == .name }), article != nil || !found.isEmpty else {
            return nil
        }
        adjectives = found
        let known = GermanNouns.gender(tokens[noun])
        if article != nil {
            switch first {
            case "der": gender = .masculine
            case "das": gender = .neuter
            default: gender = known == .plural || tokens[noun].ends("en") ? .plural : .feminine
            }
        } else if let word = found.first {
            switch tokens[word].last {
            case "r": gender = .masculine
            case "s": gender = .neuter
            default: gender = known ?? .feminine
            }
        } else {
            return nil
        }
    }

    /// Adds the oblique cases, and the nominative that stands behind an article where it differs.
    func add(to made: inout GermanMade) {
        // "Die Linke": the noun is an adjective itself.
        let isAdjectiveNoun = article != nil && adjectives.isEmpty && GermanAdjectives.isAdjectiveNoun(tokens[noun])
        switch gender {
        case .feminine, .plural:
            let cases = gender == .plural ? "genitive/accusative" : "genitive/dative"
            add("en", article: "er", noun: isAdjectiveNoun ? "n" : "", cases, &made)
            if gender == .plural {
                add("en", article: "en", noun: GermanNouns.dativePlural(tokens[noun]), "dative", &made)
            }
            if article == nil { add("er", article: "", noun: "", gender == .plural ? "genitive" : cases, &made) }
        case .masculine, .neuter:
            let genitives = isAdjectiveNoun ? ["n"] : GermanNouns.genitive(tokens[noun], isPerson: false) ?? [""]
            let kept = isAdjectiveNoun ? "n" : ""
            for ending in genitives { add("en", article: "es", noun: ending, "genitive", &made) }
            add("en", article: "em", noun: kept, "dative", &made)
            if article == nil { add("em", article: "", noun: "", "dative", &made) }
            if gender == .masculine {
                add("en", article: "en", noun: kept, "accusative", &made)
            }
            if article == nil { add("e", article: "", noun: "", "nominative", &made) }
        }
    }

    private func add(
        _ ending: String, article articleEnding: String, noun nounEnding: String, _ cases: String,
        _ made: inout GermanMade
    ) {
        var endings: [Int: String] = [:]
        var drops: [Int: Int] = [:]
        for word in adjectives {
            drops[word] = tokens[word].last == "e" ? 1 : 2
            endings[word] = ending
        }
        if let article {
            // "Die", "Der", "Das" without what follows D.
            drops[article] = 2
            endings[article] = articleEnding
        }
        if !nounEnding.isEmpty { endings[noun] = nounEnding }
        let what = adjectives.isEmpty ? "article" : "adjective in -" + ending
        made.add(endings, dropping: drops, cases, nounEnding.isEmpty ? what : what + " · noun in -" + nounEnding)
    }
}
