/// Judges whether what stands in quotation marks is speech; the rule is `Quotations`'.
struct QuotedText {
    private let text: TextOctets
    /// Without and with the marks.
    private let inside: Range<Int>
    private let outside: Range<Int>

    init(_ text: TextOctets, inside: Range<Int>, outside: Range<Int>) {
        (self.text, self.inside, self.outside) = (text, inside, outside)
    }

    var isSpeech: Bool {
        let (words, isTitle) = countWords()
        guard words > 0 else { return false }
        if words >= 4, !isTitle, !isNamed, words > 6 || !isLikeName { return true }
        guard words >= 4 || isSetOff else { return false }
        return isBeforeSpeechVerb || isBehindSpeechVerb && (!beginsWithCapital || isSetOffBefore || endsInExclamation)
    }

    /// How many words there are (up to where it no longer matters), and whether they are written like a title:
    /// capitals for the first and all of four letters or more.
    private func countWords() -> (Int, isTitle: Bool) {
        var (words, isTitle, place) = (0, true, inside.lowerBound)
        while place < inside.upperBound, words < 12 {
            guard text.isAlphanumeric(at: place) else {
                place += text.scalar(at: place).length
                continue
            }
            let start = place
            var letters = 0
            while place < inside.upperBound, case let (value, length) = text.scalar(at: place),
                !TextOctets.partsWords(value)
            {
                letters += 1
                place += length
            }
            if words == 0 || letters > 3, text.isLowerCase(at: start) { isTitle = false }
            words += 1
        }
        return (words, isTitle && words < 12)
    }

    /// Whether a legal form or a kind of work stands right before the marks.
    private var isNamed: Bool {
        let end = text.skipBlanksBack(from: outside.lowerBound, limit: 0)
        guard let word = word(before: end), word.upperBound == end else { return false }
        return QuotedText.kinds.contains(text.key(word))
    }

    private static let kinds = Letters.keys(
        "film movie book novel song album play series newspaper magazine titled entitled film filmu powieść książka "
            + "książki gazeta tygodnik fundacja stowarzyszenie pt buch roman zeitung zeitschrift lied stück verein "
            + "ооо оао зао ао пао нко ано мкп муп гуп фгуп оу тов пат прат ат фоп аат таа зат уп куп "
            + "чуп рупп руп газета газеты газете газету журнал журнала фильм фильма фильме роман книга книги "
            + "книге песня "
            + "фонд фонда партия партии движение движения завод завода фабрика компания компании агентство агентства "
            + "фільм фільму часопис пісня компанія компанії фабрика завод партія партії рух руху агенція часопіс кніга "
            + "кнігі песня кампанія кампаніі партыя партыі агенцтва агентства рэстаран ресторан клуб")

    // MARK: Beside it

    private static func endsSpeech(_ value: UInt32) -> Bool {
        switch value {
        case 0x2C, 0x2E, 0x21, 0x3F, 0x2026: true
        default: false
        }
    }

    /// Whether a mark parts it from the author's sentence: around its closing mark, or a colon before it.
    private var isSetOff: Bool {
        QuotedText.endsSpeech(lastInside) || QuotedText.endsSpeech(text.scalar(at: outside.upperBound).value)
            || isSetOffBefore
    }

    /// Whether a colon stands before it.
    private var isSetOffBefore: Bool { before == UInt32(UInt8(ascii: ":")) }

    private var endsInExclamation: Bool { lastInside == 0x21 || lastInside == 0x3F }

    private var lastInside: UInt32 {
        inside.isEmpty ? 0 : text.scalar(at: text.scalarStart(before: inside.upperBound)).value
    }

    /// The scalar before the opening mark and white space; 0 at the text's head.
    private var before: UInt32 {
        let end = text.skipBlanksBack(from: outside.lowerBound, limit: 0)
        return end > 0 ? text.scalar(at: text.scalarStart(before: end)).value : 0
    }

    private var beginsWithCapital: Bool {
        var place = inside.lowerBound
        while place < inside.upperBound, !text.isAlphanumeric(at: place) { place += text.scalar(at: place).length }
        return text.isUpperCase(at: place)
    }

    /// Whether it stands with a capital amid the author's words, as the name of a party or a prize does.
    private var isLikeName: Bool {
        beginsWithCapital && Letters.isLetter(before) && !QuotedText.endsSpeech(lastInside)
            && !isBeforeSpeechVerb && !isBehindSpeechVerb
    }

    /// Whether one of the three words behind it is a verb of speech.
    private var isBeforeSpeechVerb: Bool {
        var place = outside.upperBound
        for _ in 0..<3 {
            while place < text.count, !text.isLetter(at: place), !isBreak(at: place), place < outside.upperBound + 40 {
                place += text.scalar(at: place).length
            }
            let end = text.endOfLetters(from: place)
            guard end > place else { return false }
            if SpeechVerbs.contains(place..<end, in: text) { return true }
            place = end
        }
        return false
    }

    /// Whether one of the three words before it is one.
    private var isBehindSpeechVerb: Bool {
        var place = outside.lowerBound
        for _ in 0..<3 {
            guard let word = word(before: place) else { return false }
            if SpeechVerbs.contains(word, in: text) { return true }
            place = word.lowerBound
        }
        return false
    }

    /// A line break or another quotation, behind which nothing is beside this one.
    private func isBreak(at place: Int) -> Bool {
        text[place] == 0x0A || place > outside.upperBound && TextOctets.isDoubleQuote(text.scalar(at: place).value)
    }

    /// The word that ends at most a few marks before `place`.
    private func word(before place: Int) -> Range<Int>? {
        var end = place
        while end > 0, place - end < 12, case let before = text.scalarStart(before: end), !text.isLetter(at: before) {
            if text[before] == 0x0A || TextOctets.isDoubleQuote(text.scalar(at: before).value) { return nil }
            end = before
        }
        var start = end
        while start > 0, end - start < 60, case let before = text.scalarStart(before: start), text.isLetter(at: before)
        {
            start = before
        }
        return start < end ? start..<end : nil
    }
}
