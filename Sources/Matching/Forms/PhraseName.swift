/// Declines the head of a name that is no person's: adjectives and the noun they agree with. What follows the
/// noun stays: "Совета Европы", "Республики Беларусь".
enum PhraseName<G: Grammar> {
    static func forms(of tokens: [NameToken], _ lexemes: [Lexeme?], _ kind: NounKind) -> [TokenForms?] {
        var forms = [TokenForms?](repeating: nil, count: tokens.count)
        var start = 0
        // "Босния и Герцеговина": both parts decline. An organisation's "и" joins what depends on its noun.
        if kind == .place {
            for (index, token) in tokens.enumerated()
            where index > 0 && token.shape == .small && G.conjunctions.contains(token.word) && !token.isJoined {
                decline(start..<index, tokens, lexemes, kind, &forms)
                start = index + 1
            }
        }
        decline(start..<tokens.count, tokens, lexemes, kind, &forms)
        return forms
    }

    /// Declines the head of the words of `range`.
    private static func decline(
        _ range: Range<Int>, _ tokens: [NameToken], _ lexemes: [Lexeme?], _ kind: NounKind, _ forms: inout [TokenForms?]
    ) {
        var groups = groups(of: range, tokens)[...]
        while let first = groups.first, groups.count > 1, staysInFront(first, tokens, lexemes, kind) {
            groups.removeFirst()
        }
        // As many adjectives as agree with the noun behind them.
        var adjectives = 0
        while adjectives + 1 < groups.count {
            let word = groups[groups.startIndex + adjectives].upperBound - 1
            guard tokens[word].shape != .fixed, G.adjectiveGender(tokens[word], lexemes[word]) != nil else { break }
            adjectives += 1
        }
        while adjectives > 0 {
            let head = groups[groups.startIndex + adjectives]
            let noun = head.upperBound - 1
            if tokens[noun].shape != .fixed {
                let gender = G.nounGender(tokens[noun], lexemes[noun], kind)
                let first = groups.prefix(adjectives)
                if first.allSatisfy({ agrees(tokens[$0.upperBound - 1], lexemes[$0.upperBound - 1], gender) }) {
                    for group in first {
                        let word = group.upperBound - 1
                        forms[word] = G.adjective(tokens[word], gender)
                    }
                    declineNoun(head, tokens, lexemes, kind, &forms)
                    return
                }
            }
            adjectives -= 1
        }
        if let head = groups.first { declineNoun(head, tokens, lexemes, kind, &forms) }
    }

    private static func agrees(_ token: NameToken, _ lexeme: Lexeme?, _ gender: Gender) -> Bool {
        G.adjectiveGender(token, lexeme) == gender
    }

    /// Runs of words that hyphens join.
    private static func groups(of range: Range<Int>, _ tokens: [NameToken]) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        for index in range {
            if tokens[index].isJoined, index > range.lowerBound, let last = groups.last {
                groups[groups.count - 1] = last.lowerBound..<(index + 1)
            } else {
                groups.append(index..<(index + 1))
            }
        }
        return groups
    }

    /// Abbreviations ("ФК Спартак"), parts that only stand before others ("Сан"), and, in places, names that
    /// do not decline ("Папуа — Новая Гвинея").
    private static func staysInFront(
        _ group: Range<Int>, _ tokens: [NameToken], _ lexemes: [Lexeme?], _ kind: NounKind
    ) -> Bool {
        guard group.count == 1 else { return false }
        let (token, lexeme) = (tokens[group.lowerBound], lexemes[group.lowerBound])
        if token.shape == .initial || lexeme?.traits.contains(.prefix) == true { return true }
        if token.shape == .fixed { return true }
        return kind == .place && lexeme?.traits.contains(.fixed) == true
    }

    private static func declineNoun(
        _ group: Range<Int>, _ tokens: [NameToken], _ lexemes: [Lexeme?], _ kind: NounKind, _ forms: inout [TokenForms?]
    ) {
        let last = group.upperBound - 1
        func noun(_ index: Int) -> TokenForms? {
            guard tokens[index].shape == .name || tokens[index].shape == .small else { return nil }
            return lexemes[index]?.traits.contains(.fixed) == true ? nil : G.noun(tokens[index], lexemes[index], kind)
        }
        guard group.count > 1 else {
            if let gender = lone(last, tokens, lexemes, kind) {
                forms[last] = G.adjective(tokens[last], gender)
            } else {
                forms[last] = noun(last)
            }
            return
        }
        let first = group.lowerBound
        // "Ростов-на-Дону": the first part alone.
        if group.count > 2, tokens[first + 1].shape == .small, G.prepositions.contains(tokens[first + 1].word) {
            forms[first] = noun(first)
            return
        }
        let ending = lexemes[last]?.traits ?? []
        if let gender = G.loneAdjectiveGender(tokens[last], lexemes[last]),
            gender == G.nounGender(tokens[first], lexemes[first], kind),
            !ending.contains(.place)
        {
            // "Каменец-Подольский".
            forms[first] = noun(first)
            forms[last] = G.adjective(tokens[last], gender)
            return
        }
        if tokens[last].shape == .name, ending.isDisjoint(with: [.place, .noun]),
            lexemes[first]?.traits.contains(.prefix) == true,
            let gender = G.loneAdjectiveGender(tokens[last], lexemes[last])
        {
            // "Усть-Ордынский".
            forms[last] = G.adjective(tokens[last], gender)
            return
        }
        forms[last] =
            tokens[last].shape == .name || ending.contains(.companion)
            ? noun(last) : (kind == .place ? nil : noun(last))
        let isCompanion = ending.contains(.companion) || lexemes[first]?.traits.contains(.companion) == true
        if isCompanion { forms[first] = noun(first) }
    }

    /// The gender of a lone word that is an adjective: "Грозный", "Раменское".
    private static func lone(
        _ index: Int, _ tokens: [NameToken], _ lexemes: [Lexeme?], _ kind: NounKind
    ) -> Gender? {
        guard kind == .place || tokens.count == 1, tokens[index].shape == .name else { return nil }
        return G.loneAdjectiveGender(tokens[index], lexemes[index])
    }
}
