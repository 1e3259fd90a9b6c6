import NewswatchModel

/// Tells sentences that go on about a person whom an earlier one named.
public enum FollowOn {
    /// Whether a third-person pronoun for persons ("He", "Она", "Вони", "Sie") is the sentence's first word, or stands
    /// behind at most two words that open sentences ("But he", "Yesterday she", "In 2020 they", "Dann sagte er").
    ///
    /// False when the range is empty or not inside the text, when the sentence opens with a quotation, since its
    /// pronouns are the speaker's, for the polite "Sie", and for possessives ("His wife"). `sentence` is one of
    /// `Sentences.ranges`; `language` is a BCP 47 primary subtag. Languages other than English, Russian, Ukrainian,
    /// Belarusian, German and Polish are read as English or, in Cyrillic, as Russian and Ukrainian.
    public static func startsWithPersonalPronoun(
        sentence: ByteRange, in text: String, language: String?
    ) -> Bool {
        var text = text
        return text.withUTF8 { utf8 in
            let words = PronounWords.of(language)
            guard 0 <= sentence.start, sentence.start < sentence.end, sentence.end <= utf8.count else { return false }
            return startsWithPronoun(sentence, TextOctets(utf8), words, isGerman: language == "de")
        }
    }

    private static func startsWithPronoun(
        _ sentence: ByteRange, _ text: TextOctets, _ words: PronounWords, isGerman: Bool
    ) -> Bool {
        var place = sentence.start
        // A dash or ellipsis may stand first; a quote may not.
        while place < sentence.end {
            let value = text.scalar(at: place).value
            let mark = TextOctets.isDash(value) || value == 0x2D ? 1 : text.terminator(at: place)
            guard mark > 0 || text.blank(at: place) > 0 else { break }
            place += text.scalar(at: place).length
        }
        for index in 0..<3 {
            let word = place..<min(endOfWord(from: place, in: text), sentence.end)
            guard !word.isEmpty else { return false }
            let key = text.key(place..<text.endOfLetters(from: place))
            if words.pronouns.contains(key), index == 0 || !text.isUpperCase(at: place) {
                return !(isGerman && index == 0 && isPolite(sentence, word, text))
            }
            let isOpener = words.openers.contains(key) || index > 0 && text[place].isASCIIDigit
            // The verb comes second in German.
            let isVerb = isGerman && index == 1 && text.isLowerCase(at: place)
            guard isOpener || isVerb else { return false }
            place = word.upperBound
            if place < sentence.end, text[place] == UInt8(ascii: ",") { place += 1 }
            place = text.skipBlanks(from: place)
            guard place < sentence.end else { return false }
        }
        return false
    }

    /// The end of the letters, digits and hyphens at `place`.
    private static func endOfWord(from place: Int, in text: TextOctets) -> Int {
        var place = place
        while text.isAlphanumeric(at: place) || place < text.count && text[place] == UInt8(ascii: "-") {
            place += text.scalar(at: place).length
        }
        return place
    }

    /// Whether a German sentence that begins with "Sie" speaks to the reader: a plural verb follows, and the sentence
    /// asks, commands, or has a polite form with a capital further on.
    private static func isPolite(_ sentence: ByteRange, _ first: Range<Int>, _ text: TextOctets) -> Bool {
        guard text.key(first) == Letters.key("sie") else { return false }
        let last = text[sentence.end - 1]
        if last == UInt8(ascii: "?") { return isPlural(text, after: first) }
        var place = first.upperBound
        while place < sentence.end {
            let end = min(text.endOfLetters(from: place), sentence.end)
            if end > place, text.isUpperCase(at: place), politeForms.contains(text.key(place..<end)) { return true }
            place = end > place ? end : place + text.scalar(at: place).length
        }
        return last == UInt8(ascii: "!") && isPlural(text, after: first)
    }

    private static func isPlural(_ text: TextOctets, after word: Range<Int>) -> Bool {
        let start = text.skipBlanks(from: word.upperBound)
        let end = text.endOfLetters(from: start)
        return end - start > 3 && text[end - 1] == UInt8(ascii: "n") || text.key(start..<end) == Letters.key("sind")
    }

    private static let politeForms = Letters.keys("sie ihnen ihr ihre ihren ihrem ihrer ihres")
}
