/// A run of sentence-ending marks with the quotes and brackets that close behind it, and whether it ends a sentence.
struct SentenceStop {
    private let text: TextOctets
    private let words: Abbreviations
    /// Where the sentence's first word, quote or bracket stands.
    private let sentence: Int
    private let start: Int
    /// After the marks and closers.
    let end: Int
    /// One full stop and no other mark.
    private let isFullStop: Bool
    private let isEllipsis: Bool
    /// Whether a quotation closes behind the marks, and no further mark follows it.
    private let closesQuote: Bool
    private let closesBracket: Bool

    /// Reads the marks at `place`, at which a terminator stands; `sentence` is where the sentence began.
    init(at place: Int, in text: TextOctets, sentence: Int, words: Abbreviations) {
        (self.text, self.words, start) = (text, words, place)
        self.sentence = min(text.skipBlanks(from: sentence), place)
        var (end, dots, others, quote, bracket) = (place, 0, 0, false, false)
        while true {
            if case let mark = text.terminator(at: end), mark > 0 {
                let isDot = text[end] == UInt8(ascii: ".")
                let isDots = mark == 3 && text[end] == 0xE2 && text[end + 1] == 0x80 && text[end + 2] == 0xA6
                // A full stop behind a quotation's own mark is the author's.
                if quote { others += 1 }
                (dots, others, quote) = (dots + (isDot ? 1 : isDots ? 3 : 0), others + (isDot || isDots ? 0 : 1), false)
                end += mark
            } else if case let closer = text.closer(at: end), closer > 0 {
                let value = text.scalar(at: end).value
                switch value {
                case 0x29, 0x5D, 0x7D: bracket = true
                // A reference number.
                case 0x28, 0x5B: break
                default: quote = true
                }
                end += closer
            } else {
                break
            }
        }
        self.end = end
        (isFullStop, isEllipsis) = (dots == 1 && others == 0, dots > 1 && others == 0)
        (closesQuote, closesBracket) = (quote, bracket)
    }

    var endsSentence: Bool {
        guard end < text.count else { return true }
        guard text.blank(at: end) > 0 else { return isFullWidth || isFollowedByRunOn }
        let ahead = WordAhead(from: end, in: text)
        guard ahead.place < text.count else { return true }
        if !hasTextBefore { return false }
        if ahead.goesOn { return false }
        return isFullStop ? fullStopEnds(before: ahead) : markEnds(before: ahead)
    }

    // MARK: Marks other than a full stop

    private func markEnds(before ahead: WordAhead) -> Bool {
        if isEllipsis, closesBracket, isBracketOpen(before: start) { return false }
        if closesQuote, ahead.afterDash || isSpeakerNamed(at: ahead.place) { return false }
        // Some names end in a mark.
        if !closesQuote, !isEllipsis, SentenceStop.namesWithMarks.contains(text.key(wordStart..<start)) {
            return ahead.isOpener(words)
        }
        return true
    }

    private static let namesWithMarks = Letters.keys("yahoo jeopardy joomla")

    private func isBracketOpen(before place: Int) -> Bool {
        place > 0 && (text[place - 1] == UInt8(ascii: "[") || text[place - 1] == UInt8(ascii: "("))
    }

    /// Whether one to three names and a verb of speech follow ("Holt said", "Prime Minister Holt added").
    private func isSpeakerNamed(at place: Int) -> Bool {
        var place = place
        for index in 0..<4 {
            let end = text.endOfLetters(from: place)
            guard end > place else { return false }
            if index > 0, SpeechVerbs.contains(place..<end, in: text) { return true }
            guard text.isUpperCase(at: place) else { return false }
            // "Mr. Holt", "J. Holt"
            place = text.skipBlanks(from: end < text.count && text[end] == UInt8(ascii: ".") ? end + 1 : end)
        }
        return false
    }

    // MARK: A full stop

    private func fullStopEnds(before ahead: WordAhead) -> Bool {
        if closesQuote { return true }
        var from = wordStart
        guard from < start else { return true }
        if text[from].isASCIIDigit {
            var letters = from
            while letters < start, text[letters].isASCIIDigit || [0x2E, 0x3A, 0x2C].contains(text[letters]) {
                letters += 1
            }
            // "5p.m.", "100тыс."
            guard letters < start else { return numberEnds(from..<start, before: ahead) }
            from = letters
        }
        if isFirstPart(from..<start, of: ahead) { return false }
        switch kind(of: from..<start) {
        case .before: return false
        case .within: return ahead.isOpener(words) || ahead.afterQuote
        case .closing: return !Abbreviations.afterClock.contains(ahead.key)
        case .unit: return isNumber(before: from) && ahead.isOpener(words)
        case .number where ahead.isNumber: return false
        case .number, nil: return wordEnds(from..<start, before: ahead)
        }
    }

    /// A word that is no abbreviation of the language.
    private func wordEnds(_ word: Range<Int>, before ahead: WordAhead) -> Bool {
        let first = text.scalar(at: word.lowerBound)
        if word.contains(where: { text[$0] == UInt8(ascii: ".") }) {
            // "U.S.", "А.Г. Лукашенко"; other words with stops are addresses, file names and numbers.
            return isSpelledWithStops(word) ? ahead.isOpener(words) || ahead.afterQuote : true
        }
        if first.length == word.count {
            if Letters.isUpperCase(first.value) { return ahead.isOpener(words) && word.lowerBound > sentence }
            // "a. First item"
            return word.lowerBound > sentence
        }
        // "IV. The trial"
        return word.lowerBound > sentence || !text.isRomanNumber(word)
    }

    private func numberEnds(_ number: Range<Int>, before ahead: WordAhead) -> Bool {
        let isWhole = number.allSatisfy { text[$0].isASCIIDigit }
        // "1. First item", "2.1. Scope"
        if number.lowerBound == sentence, !isWhole || number.count <= 3 { return false }
        guard words.ordinals, isWhole, number.count <= 2 else { return true }
        // The number of "Nr. 5." is no ordinal.
        if let before = abbreviation(before: number.lowerBound), kind(of: before) == .number { return true }
        return ahead.isOpener(words)
    }

    // MARK: Words before

    /// Where the word before the marks begins: after a blank, quote, bracket or dash. Words are read back for
    /// `longestWord` octets at most, so that a long run of letters and stops costs no more than its length.
    private var wordStart: Int {
        var place = start
        while place > sentence, start - place < SentenceStop.longestWord {
            let before = text.scalarStart(before: place)
            if TextOctets.partsWords(text.scalar(at: before).value) { break }
            place = before
        }
        while place < start, text[place] == UInt8(ascii: "'") { place += 1 }
        return place
    }

    /// Above any abbreviation's length.
    private static let longestWord = 64

    /// The table's answer for the word, joined to the abbreviations before it first ("т. д.", "i. d. R.").
    private func kind(of word: Range<Int>) -> Abbreviations.Kind? {
        let isCapital = text.isUpperCase(at: word.lowerBound)
        var parts = parts(before: word)
        while parts.count > 1 {
            if let kind = words.kind(key(joining: parts), capital: isCapital) { return kind }
            parts.removeFirst()
        }
        if let kind = words.kind(text.key(word), capital: isCapital) {
            // "П. Котов" is an initial, whatever "п." is.
            let isInitial = isCapital && text.scalar(at: word.lowerBound).length == word.count
            return isInitial && kind != .number ? nil : kind
        }
        if let hyphen = word.last(where: { text[$0] == UInt8(ascii: "-") }), hyphen + 1 < word.upperBound {
            let rest = (hyphen + 1)..<word.upperBound
            return words.kind(text.key(rest), capital: text.isUpperCase(at: rest.lowerBound))
        }
        return words.ordinals && endsInStreet(word) ? .within : nil
    }

    /// Whether the next word belongs to the same abbreviation ("z." before "B.").
    private func isFirstPart(_ word: Range<Int>, of ahead: WordAhead) -> Bool {
        let next = ahead.word
        guard !next.isEmpty, next.upperBound < text.count, text[next.upperBound] == UInt8(ascii: "."),
            text.skipBlanks(from: end) == next.lowerBound
        else { return false }
        var parts = parts(before: word) + [next]
        while parts.count > 1 {
            if words.kind(key(joining: parts), capital: true) != nil { return true }
            parts.removeFirst()
        }
        return false
    }

    /// The word and up to two abbreviations before it.
    private func parts(before word: Range<Int>) -> [Range<Int>] {
        var parts = [word]
        while parts.count < 3, let part = abbreviation(before: parts[0].lowerBound) { parts.insert(part, at: 0) }
        return parts
    }

    private func key(joining parts: [Range<Int>]) -> UInt64 {
        var key = Letters.emptyKey
        for (index, part) in parts.enumerated() {
            if index > 0 { Letters.add(0x2E, to: &key) }
            text.add(part, to: &key)
        }
        return key
    }

    private func endsInStreet(_ word: Range<Int>) -> Bool {
        word.count > 5 && Abbreviations.germanStreet.elementsEqual(word.suffix(3).lazy.map { text[$0] })
    }

    /// The word of at most four letters with a full stop before `place`, in the same sentence.
    private func abbreviation(before place: Int) -> Range<Int>? {
        let stop = text.skipBlanksBack(from: place, limit: sentence) - 1
        guard stop > sentence, stop + 1 < place, text[stop] == UInt8(ascii: ".") else { return nil }
        var from = stop
        while from > sentence, stop - from < 8, case let before = text.scalarStart(before: from),
            text.isLetter(at: before)
        { from = before }
        return from < stop ? from..<stop : nil
    }

    private func isNumber(before place: Int) -> Bool {
        let end = text.skipBlanksBack(from: place, limit: sentence)
        guard end > sentence else { return place > sentence && text[place - 1].isASCIIDigit }
        var from = end
        while from > sentence, text[from - 1].isASCIIAlphanumeric { from -= 1 }
        return from < end && (text[end - 1].isASCIIDigit || text.isRomanNumber(from..<end))
    }

    /// Single letters with stops between them.
    private func isSpelledWithStops(_ word: Range<Int>) -> Bool {
        var place = word.lowerBound
        while place < word.upperBound {
            let (value, length) = text.scalar(at: place)
            guard Letters.isLetter(value) else { return false }
            place += length
            guard place == word.upperBound || text[place] == UInt8(ascii: ".") else { return false }
            place += 1
        }
        return true
    }

    /// Whether the sentence has more than marks, quotes and brackets before this stop.
    private var hasTextBefore: Bool {
        var place = sentence
        while place < start, case let length = max(text.opener(at: place), text.blank(at: place)), length > 0 {
            place += length
        }
        return place < start
    }

    // MARK: Without a blank after it

    /// Chinese and Japanese stops need no blank.
    private var isFullWidth: Bool {
        guard text[start] >= 0xE3 else { return false }
        return text.terminator(at: start) == 3
    }

    /// A lost blank ("… came late.The crowd …"): a lower-case word of three letters or more before, an opener after.
    private var isFollowedByRunOn: Bool {
        guard !isEllipsis, !closesBracket, text.isUpperCase(at: end), case let from = wordStart, start - from >= 3
        else { return false }
        var place = from
        while place < start {
            let (value, length) = text.scalar(at: place)
            guard Letters.isLowerCase(value) || place == from && Letters.isLetter(value) else { return false }
            place += length
        }
        let next = text.endOfLetters(from: end)
        return text.blank(at: next) > 0 && words.isOpener(text.key(end..<next))
    }
}
