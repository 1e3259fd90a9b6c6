import NewswatchModel

/// Finds names that ordinary words will be taken for.
public enum NoiseCheck {
    /// Fewer false hits than this in a thousand articles are not worth a warning.
    static let threshold = 1.0

    /// Names of the entity that are single common words, with the hits expected from the ordinary word.
    ///
    /// What counts follows the name's own case rule: of a capitalised name under smart case the capitalised
    /// occurrences, of a lower-case one and with case ignored all, with exact case those of that spelling. An acronym
    /// of two or three capitals under smart case is never noisy: ordinary words are not written like it. A name with
    /// a language is compared with that language only.
    ///
    /// An entity with `near` or `onlyWith` has no noisy names, for context sorts the ordinary word out; `notNear` and
    /// `exclude` are no such guard. Only the name as written is looked up, not its grammatical forms.
    public static func noisyNames(of entity: Entity) -> [NoisyName] {
        guard entity.near.isEmpty, entity.onlyWith.isEmpty else { return [] }
        var found: [NoisyName] = []
        if let noisy = noisyName(0, entity.name, nil, entity.nameCase) { found.append(noisy) }
        for (index, alias) in entity.aliases.enumerated() {
            let nameCase = alias.nameCase ?? entity.nameCase
            if let noisy = noisyName(index + 1, alias.name, alias.lang, nameCase) { found.append(noisy) }
        }
        return found
    }

    private static func noisyName(
        _ index: Int, _ name: String, _ language: String?, _ nameCase: NameCase
    ) -> NoisyName? {
        guard let word = FoldedWord(name) else { return nil }
        var worst: NoisyName?
        for frequency in CommonWords.frequencies(of: word) where language == nil || frequency.language == language {
            // A thousand articles of 500 words are half a million words.
            let expected = hitsPerMillion(word, frequency, nameCase) / 2
            guard expected >= threshold, expected > worst?.expectedPerThousandArticles ?? 0 else { continue }
            worst = NoisyName(
                nameIndex: index, name: name, word: frequency, expectedPerThousandArticles: expected)
        }
        return worst
    }

    private static func hitsPerMillion(
        _ word: FoldedWord, _ frequency: WordFrequency, _ nameCase: NameCase
    ) -> Double {
        let isAllUpper = !word.hasLower
        switch nameCase {
        case .any: return frequency.perMillion
        case .smart where !word.beginsUpper: return frequency.perMillion
        case .smart where isAllUpper && (2...3).contains(word.scalarCount): return 0
        case .smart: return frequency.capitalisedPerMillion
        case .exact where word.upperCount == 0: return frequency.perMillion - frequency.capitalisedPerMillion
        case .exact where word.beginsUpper && word.upperCount == 1: return frequency.capitalisedPerMillion
        case .exact: return 0
        }
    }
}
