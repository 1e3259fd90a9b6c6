/// Declines the head of a name that is no person's: adjectives and the noun they agree with. What follows the
/// noun stays: "Совета Европы", "Республики Беларусь".
enum PhraseName<G: Grammar> {
    static func forms(of tokens: [NameToken], _ lexemes: [Lexeme?], _ kind: NounKind) -> [TokenForms?] {
        var forms = [TokenForms?](repeating: nil, count: tokens.count)
        var start = 0
        // "Босния и Герцеговина": both parts decline. An organisation's "и" joins what depends on its noun, unless
        // nothing but two nouns is there: "Prawo i Sprawiedliwość".
        if kind == .place || tokens.count == 3 {
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
            guard isWord(tokens[word]), G.adjectiveGender(tokens[word], lexemes[word]) != nil else { break }
            adjectives += 1
        }
        while adjectives > 0 {
            let head = groups[groups.startIndex + adjectives]
            let noun = head.upperBound - 1
            if let gender = gender(of: noun, after: groups.prefix(adjectives).last, tokens, lexemes, kind) {
                let first = groups.prefix(adjectives)
                if first.allSatisfy({ G.agrees(tokens[$0.upperBound - 1], lexemes[$0.upperBound - 1], gender) }) {
                    for group in first {
                        let word = group.upperBound - 1
                        forms[word] = G.adjective(tokens[word], gender)
                    }
                    declineNoun(head, tokens, lexemes, kind, &forms)
                    if gender == .plural, tokens[noun].shape != .capitals, forms[noun] == nil {
                        // No table has the genitive of the plural noun, and half a form is none.
                        for index in range { forms[index] = nil }
                        return
                    }
                    declineFollowing(groups.dropFirst(adjectives + 1), gender, tokens, lexemes, &forms)
                    return
                }
            }
            adjectives -= 1
        }
        guard let head = groups.first else { return }
        declineNoun(head, tokens, lexemes, kind, &forms)
        let noun = head.upperBound - 1
        if isWord(tokens[noun]) {
            let gender = G.nounGender(tokens[noun], lexemes[noun], kind)
            declineFollowing(groups.dropFirst(), gender, tokens, lexemes, &forms)
        }
    }

    private static func isWord(_ token: NameToken) -> Bool { token.shape != .fixed && token.shape != .capitals }

    /// The gender that the adjectives take from the noun; an acronym has that of the adjective before it
    /// ("Мозырского НПЗ").
    private static func gender(
        of noun: Int, after adjective: Range<Int>?, _ tokens: [NameToken], _ lexemes: [Lexeme?], _ kind: NounKind
    ) -> Gender? {
        switch tokens[noun].shape {
        case .fixed, .initial: return nil
        case .capitals:
            guard let adjective else { return nil }
            return G.adjectiveGender(tokens[adjective.upperBound - 1], lexemes[adjective.upperBound - 1])
        case .name, .small: return G.nounGender(tokens[noun], lexemes[noun], kind)
        }
    }

    /// The adjectives behind a noun, in a language that has them there.
    private static func declineFollowing(
        _ groups: ArraySlice<Range<Int>>, _ gender: Gender, _ tokens: [NameToken], _ lexemes: [Lexeme?],
        _ forms: inout [TokenForms?]
    ) {
        for group in groups {
            let word = group.upperBound - 1
            guard isWord(tokens[word]), G.followingGender(tokens[word], lexemes[word]) != nil,
                G.agrees(tokens[word], lexemes[word], gender)
            else { return }
            forms[word] = G.adjective(tokens[word], gender)
        }
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
        if !isWord(token) { return true }
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
