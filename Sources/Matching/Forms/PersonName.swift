/// Finds out what each word of a person's name is, and declines it so.
enum PersonName<G: Grammar> {
    /// What a word of a person's name may be.
    private enum Role {
        case first, patronymic, surname
    }

    static func readings(of tokens: [NameToken], _ lexemes: [Lexeme?]) -> [[TokenForms?]] {
        let words = declinable(tokens, lexemes)
        guard !words.isEmpty else { return [] }
        if let given = eastAsian(words, tokens, lexemes) {
            var forms = [TokenForms?](repeating: nil, count: tokens.count)
            let isFemale = lexemes[given]?.traits.contains(.femaleName) == true
            forms[given] = written(
                G.firstName(tokens[given], lexemes[given], isFemale ? .female : .male), tokens[given])
            return [forms]
        }
        let roles = roles(of: words, tokens, lexemes)
        let setting = setting(roles, words.map { lexemes[$0]?.traits ?? [] })
        return sexes(words, roles, tokens, lexemes).flatMap { sex in
            var forms = [TokenForms?](repeating: nil, count: tokens.count)
            for (word, role) in zip(words, roles) {
                let (token, lexeme) = (tokens[word], lexemes[word])
                if lexeme?.traits.contains(.fixed) == true { continue }
                let made =
                    switch role {
                    case .patronymic: G.patronymic(token, sex)
                    case .first: G.firstName(token, lexeme, sex)
                    case .surname: G.surname(token, lexeme, sex, setting)
                    }
                forms[word] = written(made, token)
            }
            guard sex == .male, let kept = keptPart(words, roles, tokens) else { return [forms] }
            // "Касым-Жомарта" and "Касыма-Жомарта" are both written.
            var others = forms
            others[kept] = nil
            return [others, forms]
        }
    }

    /// In the letters of the name: capitals where it has capitals.
    private static func written(_ forms: TokenForms?, _ token: NameToken) -> TokenForms? {
        token.shape == .capitals ? forms?.capitalised : forms
    }

    /// The first part of a double first name of a man, which may stay when it ends in a consonant.
    private static func keptPart(_ words: [Int], _ roles: [Role], _ tokens: [NameToken]) -> Int? {
        guard words.count > 2, roles[0] == .first, roles[1] == .first, words[1] == words[0] + 1,
            tokens[words[1]].isJoined, !tokens[words[0]].last.isVowel
        else { return nil }
        return words[0]
    }

    /// The words that may decline: no particles, initials, capitals, nor what stays in front of another word.
    private static func declinable(_ tokens: [NameToken], _ lexemes: [Lexeme?]) -> [Int] {
        var words: [Int] = []
        for (index, token) in tokens.enumerated() where token.isNameLike {
            // A lone word in capitals may be an acronym whose kind is wrong.
            if token.shape == .capitals, tokens.count == 1, G.surnameSex(token) == nil { continue }
            let traits = lexemes[index]?.traits ?? []
            if traits.contains(.particle), tokens.count > 1 { continue }
            if index + 1 < tokens.count, tokens[index + 1].isJoined, traits.contains(.prefix) { continue }
            words.append(index)
        }
        return words
    }

    /// The given name, which alone declines, of names like "Ким Чен Ын" and "Дэн Сяопин".
    private static func eastAsian(_ words: [Int], _ tokens: [NameToken], _ lexemes: [Lexeme?]) -> Int? {
        guard words.count > 1, let first = words.first, first == 0, let last = words.last,
            tokens.indices.allSatisfy({ words.contains($0) || isSyllable($0, tokens) })
        else { return nil }
        let isFamily = lexemes[first]?.traits.contains(.eastAsian) == true
        let known: Lexeme.Traits = [.maleName, .femaleName]
        let isShort =
            words.count == 3
            && words.allSatisfy { tokens[$0].vowels == 1 && lexemes[$0]?.traits.isDisjoint(with: known) != false }
        guard isShort || (isFamily && lexemes[words[1]]?.traits.isDisjoint(with: known) != false) else { return nil }
        // "Ян Палах" and "Ким Кардашьян" have a first name that is a family name elsewhere.
        if !isShort, lexemes[first]?.traits.isDisjoint(with: known) == false,
            !words.dropFirst().allSatisfy({ SyllableShape.isSyllabic(tokens[$0]) })
        {
            return nil
        }
        return G.patronymicSex(tokens[last]) == nil ? last : nil
    }

    /// "Ё" in "Ким Ё Чжон": a word of one letter, not an initial with its stop.
    private static func isSyllable(_ index: Int, _ tokens: [NameToken]) -> Bool {
        guard tokens[index].shape == .initial, tokens[index].last.isVowel, index + 1 < tokens.count else {
            return false
        }
        return tokens[index + 1].separator.first != "."
    }

    private static func roles(of words: [Int], _ tokens: [NameToken], _ lexemes: [Lexeme?]) -> [Role] {
        let known: Lexeme.Traits = [.maleName, .femaleName]
        func isKnown(_ index: Int) -> Bool { lexemes[words[index]].map { !$0.traits.isDisjoint(with: known) } ?? false }
        var roles = [Role](repeating: .surname, count: words.count)
        if words.count == 1 {
            // "В. Павел" has an initial, so its word is a surname.
            if isKnown(0), tokens.count == 1 || !tokens.contains(where: { $0.shape == .initial }) { roles[0] = .first }
            return roles
        }
        if let index = words.indices.dropFirst().first(where: { G.patronymicSex(tokens[words[$0]]) != nil }),
            words.count > 2 || isPatronymic(words[1], after: lexemes[words[0]], tokens)
        {
            roles[index] = .patronymic
            roles[index - 1] = .first
            return roles
        }
        // "Орбан Виктор": the surname stands first where the last word alone is a known first name.
        let isReversed = !isKnown(0) && isKnown(words.count - 1) && G.surnameSex(tokens[words[0]]) != nil
        if isReversed {
            roles[words.count - 1] = .first
        } else if !tokens[..<words[0]].contains(where: { $0.shape == .initial }) {
            roles[0] = .first
            for index in words.indices.dropFirst().dropLast() where isKnown(index) { roles[index] = .first }
            if words.count > 2, tokens[words[1]].isJoined { roles[1] = .first }
            // "Салтыков-Щедрин" has no first name.
            if words.count == 2, tokens[words[1]].isJoined, !isKnown(1) || !isKnown(0) { roles[0] = .surname }
        }
        return roles
    }

    /// Whether the second of two words agrees with the first name: "Анна Адамович" has a surname.
    private static func isPatronymic(_ word: Int, after first: Lexeme?, _ tokens: [NameToken]) -> Bool {
        guard let first else { return false }
        return first.traits.contains(G.patronymicSex(tokens[word]) == .male ? .maleName : .femaleName)
    }

    private static func setting(_ roles: [Role], _ traits: [Lexeme.Traits]) -> SurnameSetting {
        guard let first = roles.firstIndex(of: .first), !roles.contains(.patronymic) else {
            return roles.count == 1 ? .alone : .native
        }
        let isNative =
            !traits[first].isDisjoint(with: [.maleName, .femaleName]) && !traits[first].contains(.foreignName)
        return isNative ? .native : .foreign
    }

    /// The sexes that the name may have: by patronymic, first name, surname, and the end of the first name.
    private static func sexes(
        _ words: [Int], _ roles: [Role], _ tokens: [NameToken], _ lexemes: [Lexeme?]
    ) -> [Sex] {
        for (word, role) in zip(words, roles) where role == .patronymic {
            if let sex = G.patronymicSex(tokens[word]) { return [sex] }
        }
        let bySurname = zip(words, roles).reversed().lazy.filter { $0.1 == .surname }
            .compactMap { G.surnameSex(tokens[$0.0]) }.first
        for (word, role) in zip(words, roles) where role == .first {
            guard let traits = lexemes[word]?.traits else { continue }
            switch (traits.contains(.maleName), traits.contains(.femaleName)) {
            case (true, true): return bySurname.map { [$0] } ?? [.male, .female]
            case (true, false): return [.male]
            case (false, true): return [.female]
            case (false, false): break
            }
        }
        if let bySurname { return [bySurname] }
        if let last = words.last, lexemes[last]?.traits.contains(.woman) == true { return [.female] }
        if words.count == 1 { return [.male] }
        if let first = zip(words, roles).first(where: { $0.1 == .first })?.0 {
            if tokens[first].endsInAny("ия ея ія ыя ина іна ына ена эна етта этта елла элла иана іана ыяна") {
                return [.female]
            }
            let last = tokens[first].last
            // A man's name may end so too ("Забиулла"), and then the surname behind it declines.
            if last == "a" { return [.female] }
            return last == "а" || last == "я" ? [.female, .male] : [.male]
        }
        return [.male]
    }
}
