/// A Cyrillic name as the neighbouring languages write it.
///
/// Only where the letters decide: the Belarusian о and е that become а and я away from the stress, and the Ukrainian
/// и that is a Russian и or ы, do not, and then there is no counterpart.
enum Counterpart {
    /// A Russian surname in Ukrainian, as the Ukrainian orthography of 2019 has it (§ 144, Slavic surnames).
    private static let russianToUkrainian = LetterTable(
        """
        ский[^]=ський цкий[^]=цький ская[^]=ська цкая[^]=цька
        [^]рая[^]=рая [^]тая[^]=тая [нвлртгк]ая[^]=а ый[^]=ий ий[^]=ій
        [^]при=при [^]дмитр=дмитр ич[^]=ич [жчшщц]и=и [^]и=і [аеёиоуыэюяь]и=ї и=і
        [^аеёиоуыэюяйьъ]е=є еев[^]=єєв еева[^]=єєва [жчшщцркг]ев[^]=ев ев[^]=єв [жчшщцркг]ева[^]=ева ева[^]=єва
        [жчшщ]ё=о [^аеёиоуыэюяй]ё=йо [ь]ё=йо ьё=йо ъё=йо ё=ьо ы=и э=е ъ[^]= ъ='
        """)

    /// The reverse, for words without a root that could be spelled in two ways.
    private static let ukrainianToRussian = LetterTable(
        """
        ський[^]=ский цький[^]=цкий ська[^]=ская цька[^]=цкая ний[^]=ный рий[^]=рый ій[^]=ий
        [^]є=е є=е і=и ї=и ґ=г
        """)

    private static let russianToBelarusian = LetterTable(
        """
        [жшчр]енко[^]=энка ский[^]=скі цкий[^]=цкі ий[^]=і ый[^]=ы
        ти=ці тя=ця тю=цю тё=цё дди=ддзі ди=дзі дя=дзя дю=дзю дё=дзё
        [жшчрц]и=ы ри=ры [ь]и=і и=і ря=ра рю=ру щ=шч [жшч]ё=о
        [аоуыэюяеёиі]в[!аоуыэюяеёиьъ]=ў ъ=' рь=р чь=ч жь=ж шь=ш
        """)

    private static let belarusianToRussian = LetterTable("энка[^]=енко")

    /// `word` of `source` in `target`; `nil` where no rule is reliable.
    static func spelling(of word: NameWord, from source: NameLanguage, to target: NameLanguage) -> String? {
        if word.letters.count == 1 { return word.letters[0].isCyrillic ? initial(word, to: target) : nil }
        if let name = EstablishedNames.cyrillic(of: word, target) { return name }
        if PressNames.knows(word) { return PressNames.cyrillic(of: word, target).first }
        switch (source, target) {
        case (.russian, .ukrainian): return russianToUkrainian.rewrite(word)
        case (.russian, .belarusian): return belarusian(word)
        case (.ukrainian, .russian): return russian(word)
        case (.ukrainian, .belarusian):
            return russian(word).flatMap { spelling(of: NameWord($0), from: .russian, to: target) }
        case (.belarusian, _):
            guard word.ends(with: "энка"), word.letters.dropLast(4).last.map("жшчр".contains) == true,
                Set(word.letters.dropLast(4)).isDisjoint(with: "ыэеіоў")
            else { return nil }
            return belarusianToRussian.rewrite(word)
        default: return nil
        }
    }

    /// Whether every word of a Cyrillic name is known or ends as surnames do, or a given name shows that it is a
    /// person's. The words of other names have to be translated.
    static func isOfPerson(_ words: [NameWord]) -> Bool {
        if words.contains(where: \.isAcronym) { return false }
        func isKnown(_ word: NameWord) -> Bool { EstablishedNames.knows(word) || PressNames.knows(word) }
        if words.contains(where: isKnown) { return Set(words.map { $0.capitals.first }).count == 1 }
        return words.allSatisfy { word in
            word.letters.count == 1 || word.letters.count > 4 && surnameEndings.contains { word.ends(with: $0) }
        }
    }

    private static let surnameEndings = """
        ов ев єв ёв ова ева єва ёва ин ын ін їн ина ына іна ий ый ій ой ская цкая ська цька скі цкі ная вая лая рая
        ко ка ук юк ич ыч іч ян ак як ік ик ец швили швілі дзе аў еў ёў оў
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    /// The initial of an unknown given name, if it is the same in all three.
    private static func initial(_ word: NameWord, to target: NameLanguage) -> String? {
        "абвгджзклмнпрстфхцчшю".contains(word.letters[0]) ? String(word.original) : nil
    }

    private static func russian(_ word: NameWord) -> String? {
        var root = word.letters[...]
        let endings = ["ський", "цький", "ська", "цька", "ний", "рий", "ич", "енко"]
        if let ending = endings.first(where: { word.ends(with: $0) }) { root = root.dropLast(ending.count) }
        // A feminine -на is -ная or -на.
        if root.count == word.letters.count, ["на", "ла", "ра"].contains(where: { word.ends(with: $0) }),
            !["іна", "ина", "їна"].contains(where: { word.ends(with: $0) })
        {
            return nil
        }
        // A Ukrainian и is и or ы, an і in a closed syllable before в an о or е.
        if root.contains("и") && !word.ends(with: "енко") { return nil }
        if !Set(root).isDisjoint(with: "'ї") || word.lowercased.contains("йо") || word.ends(with: "ів") { return nil }
        return ukrainianToRussian.rewrite(word)
    }

    private static func belarusian(_ word: NameWord) -> String? {
        var root = word.letters[...]
        let hasHusher = ["ш", "ж", "ч", "р"].contains { word.ends(with: $0 + "енко") }
        if hasHusher { root = root.dropLast(4) }
        guard Set(root).isDisjoint(with: "оеэъ") else { return nil }
        return russianToBelarusian.rewrite(word)
    }
}
