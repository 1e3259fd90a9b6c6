import NewswatchModel

/// Puts the forms of a name's words together.
enum FormMaker<G: Grammar> {
    static func forms(of name: String, kind: EntityKind, latin: Bool) -> [NameForm] {
        let (tokens, rest) = NameSplitting.split(name, latin: latin)
        guard !tokens.isEmpty else { return [] }
        let lexemes = tokens.map { $0.shape == .fixed ? nil : G.lexicon[$0.word] }
        var made = Made(tokens: tokens, rest: rest, mixes: G.mixesSpellings)
        for reading in readings(of: tokens, lexemes, kind) { made.add(reading) }
        return made.forms(code: G.code, cases: G.cases)
    }

    /// The ways in which the name may decline: usually one; two for a first name that men and women bear.
    private static func readings(
        of tokens: [NameToken], _ lexemes: [Lexeme?], _ kind: EntityKind
    ) -> [[TokenForms?]] {
        let isLone = tokens.count == 1 && tokens[0].shape != .capitals
        let isPlace = isLone && lexemes[0]?.traits.contains(.place) == true
        let isWoman = isLone && lexemes[0]?.traits.contains(.woman) == true
        let isPerson = kind == .person || isWoman || looksLikePerson(tokens, lexemes)
        if isPerson, !isPlace { return PersonName<G>.readings(of: tokens, lexemes) }
        let nounKind: NounKind =
            switch kind {
            case .organisation: isPlace ? .place : .organisation
            case .topic: isPlace ? .place : .topic
            case .person, .place: .place
            }
        // "МИР" is an acronym here, not the word.
        let lexemes = zip(tokens, lexemes).map { $0.shape == .capitals ? nil : $1 }
        let noun = PhraseName<G>.forms(of: tokens, lexemes, nounKind)
        // "Чехов" is a person and a town, a topic may be a person, and a name that no table knows may have been given
        // any kind: -ым and -ом then.
        guard isPerson || nounKind == .topic || lexemes[0] == nil, isLone, G.surnameSex(tokens[0]) != nil
        else { return [noun] }
        return PersonName<G>.readings(of: tokens, lexemes) + [noun]
    }

    /// Whether a name of another kind starts with a first name and ends like a surname.
    private static func looksLikePerson(_ tokens: [NameToken], _ lexemes: [Lexeme?]) -> Bool {
        guard tokens.count > 1, tokens[0].isNameLike, let first = lexemes[0],
            !first.traits.isDisjoint(with: [.maleName, .femaleName]), !first.traits.contains(.place),
            let last = tokens.last, last.isNameLike, !last.isJoined
        else { return false }
        return G.surnameSex(last) != nil || G.patronymicSex(last) != nil
    }
}
