/// What in a Latin word shows a name that was written in Cyrillic or is Slavic, so that it can be read.
///
/// The rest of the Latin script is not: how Trudeau or Keir sounds no letter tells.
enum NameSigns {
    /// Whether the word can be read for itself.
    static func isSure(_ word: NameWord, _ guess: SpellingGuess) -> Bool {
        let text = word.lowercased
        let letters = Set(text)
        if text.count < 4 || otherWords.contains(text) || !letters.isDisjoint(with: foreign) { return false }
        func ends(_ length: Int, _ endings: String) -> Bool {
            text.count >= length && endings.split(separator: " ").contains { text.hasSuffix($0) }
        }
        if ends(6, "enko enka") || ends(5, "ski") { return true }
        switch guess {
        case .english:
            if !letters.isDisjoint(with: "wj") { return false }
            if text.hasAny(of: english), !ends(6, "eev eeva") { return false }
            return ends(6, "sky skiy skii skyi skyy skyj skaya shvili chuk yuk chyk tsyn lny zhny rny nyi nyy nyj")
                || ends(6, "ovich evich avich ovych evych uvych uskaya uski nyan ryan lyan syan dyan adze idze")
                || ends(6, "ova eva yeva lnaya vaya rnaya shchyn") || ends(5, "ev ov")
                || isInIn(text) || text.hasAny(of: ["shch"])
        case .polish:
            return ends(5, "cki ska cka wicz czyk czuk czak szek iew enko rzow") || ends(6, "ow yn")
                || !letters.isDisjoint(with: "łżśźńąę")
        case .german:
            return ends(5, "ow ew kij kyj nyj zki itsch ytsch wna kaja naja")
                || text.hasAny(of: ["sch"]) && isInIn(text)
        case .french:
            return ends(5, "ev ov skaïa aïa eï oï vitch tchouk iouk ïgou")
                || ends(6, "ine") && text.hasAny(of: ["ou", "kh", "jine"])
        case .diacritic: return !letters.isDisjoint(with: "šžčěŭůĺřŝćđ") || ends(6, "sky ová") || ends(5, "ov ev")
        }
    }

    /// Whether it can be read beside a given name of the region: nothing in it has a sound of its own.
    static func isPlain(_ word: NameWord, _ guess: SpellingGuess) -> Bool {
        let text = word.lowercased
        if text.count < 3 || !Set(text).isDisjoint(with: foreign) { return false }
        guard guess == .english else { return true }
        if !Set(text).isDisjoint(with: "wj") || text.hasAny(of: english) || text.hasSuffix("e") { return false }
        let ending = text.suffix(2)
        if ending.first == ending.last, !"iy".contains(ending.last ?? "i") { return false }
        return zip(text, text.dropFirst() + "^").allSatisfy { $0 != "c" || $1 == "h" }
    }

    /// Given names that are at home in the West as well, and say nothing of the surname beside them.
    static func isInternational(_ word: NameWord) -> Bool { international.contains(word.lowercased) }

    /// Letters that no romanisation of the region has.
    private static let foreign = "qxäöüßñãõøåæœğşıàôòùűāēīūģķļņėță"

    /// Groups of letters that English has sounds of its own for.
    private static let english = ["ck", "th", "ph", "ee", "oo", "ea", "gh", "ll", "tt", "ff", "wh"]

    /// Yeltsin, but not Merlin: a consonant before -in, and no word of another language.
    private static func isInIn(_ text: String) -> Bool {
        guard text.count >= 5, text.hasSuffix("in"), let before = text.dropLast(2).last else { return false }
        return !"aeiouychwxq".contains(before) || text.hasSuffix("chin") || text.hasSuffix("shin")
            || text.hasSuffix("zhin") || text.hasSuffix("khin") || text.hasSuffix("yin")
    }

    /// Words and names that end as Slavic surnames do.
    private static let otherWords: Set<String> = Set(
        """
        admin austin baldwin basin begin benjamin berlin bluesky bulletin cabin calvin canova casanova cavin certain \
        chaplin collin colin cordova cousin crispin darwin devin dublin durbin edwin elfin erwin franklin garvin gavin \
        geneva genova griffin gremlin hamlin harbin hardin hudson husky insulin irwin justin kevin larkin latin lupin \
        mandarin margin martin marvin melvin merlin moldova mortin muslim muslin nixon nova origin penguin plugin protein \
        quentin raisin rankin resin robin rubin sardin satin schwerin stettin terranova tobin turin valentin villanova \
        virgin vitamin whisky within merrin alcuin pippin lenovo improv risky frisky pesky dusky musky \
        alaska nebraska itaska polska moulin poulin rodin cardin machin urchin dauphin dolphin
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let international: Set<String> = Set(
        """
        alexander alexandra alexandre aleksander anastasia anna anton boris daria denis ekaterina elena galina ivan \
        julia konstantin larisa leo lew lev maria maxim maxime natalia olga oleg pavel roman sofia tatiana valentin vera \
        victor victoria viktor viktoria wiktor zofia eduard margarita marina nina tamara valentina
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension String {
    /// Whether one of `parts` occurs in it.
    func hasAny(of parts: [String]) -> Bool {
        indices.contains { index in parts.contains { self[index...].hasPrefix($0) } }
    }
}
