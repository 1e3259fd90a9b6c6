import NewswatchModel

/// One pass over a text: finds the places where a sentence may end, and asks `SentenceStop` whether it does.
struct SentenceSplitter {
    private let text: TextOctets
    private let words: Abbreviations
    private var found: [ByteRange] = []
    /// Where the sentence at hand begins, or the white space before it.
    private var start = 0
    /// The number of the last list item; 0 before any.
    private var item = 0

    init(_ text: TextOctets, _ words: Abbreviations) { (self.text, self.words) = (text, words) }

    mutating func split() -> [ByteRange] {
        _ = beginsItem(at: text.skipBlanks(from: 0))
        var place = 0
        while place < text.count {
            let byte = text[place]
            // Letters, digits after them, and the lead octets of Latin and Cyrillic: nothing ends here.
            if (0x40..<0xE2).contains(byte) || byte == 0x20 {
                place += 1
            } else if byte == 0x0A {
                if endsAtLineBreak(place) { finish(at: place) }
                place += 1
            } else if case let length = text.terminator(at: place), length > 0 {
                let stop = SentenceStop(at: place, in: text, sentence: start, words: words)
                if stop.endsSentence { finish(at: stop.end) }
                place = stop.end
            } else {
                place += 1
            }
        }
        finish(at: text.count)
        return found
    }

    private mutating func finish(at end: Int) {
        let from = min(text.skipBlanks(from: start), end)
        let to = text.skipBlanksBack(from: end, limit: from)
        if from < to { found.append(ByteRange(from, to)) }
        start = end
    }

    // MARK: Lines

    /// Whether the line break at `place` ends the sentence: before an empty line, and before a list item.
    private mutating func endsAtLineBreak(_ place: Int) -> Bool {
        var next = place + 1
        while case let length = text.blank(at: next), length > 0 {
            if text[next] == 0x0A { return true }
            next += length
        }
        return next < text.count && beginsItem(at: next)
    }

    /// Whether the line whose first character is at `place` is a list item: a bullet, "a)", or a number that follows
    /// the last item's (so that a date or a year at a wrapped line's head is none).
    private mutating func beginsItem(at place: Int) -> Bool {
        let (value, length) = text.scalar(at: place)
        let next = place + length
        switch value {
        case 0x2022, 0x2023, 0x2043, 0x25A0...0x25FF, 0xB7: return true
        case 0x2A, 0x2D: return text.blank(at: next) > 0
        case 0x2013...0x2015:
            // A wrapped line goes on after its dash in lower case; a speech in a dialogue does not begin so.
            return text.blank(at: next) > 0 && !text.isLowerCase(at: text.skipBlanks(from: next))
        case 0x30...0x39: return beginsNumberedItem(at: place)
        default:
            return Letters.isLetter(value) && next < text.count && text[next] == UInt8(ascii: ")")
                && text.blank(at: next + 1) > 0
        }
    }

    private mutating func beginsNumberedItem(at place: Int) -> Bool {
        var (number, end) = (0, place)
        while end < text.count, text[end].isASCIIDigit, end - place < 3 {
            number = number * 10 + Int(text[end] - 0x30)
            end += 1
        }
        guard end < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")"),
            text.blank(at: end + 1) > 0
        else { return false }
        let goesOn = item > 0 && number == item + 1
        guard goesOn || number == 1 else { return false }
        // "am\n1. November" is a date, "w\n1. rocznicę" an ordinal.
        let next = text.skipBlanks(from: end + 1)
        if text[end] == UInt8(ascii: "."), !goesOn, text.isLowerCase(at: next) || words.ordinals && isMonth(at: next) {
            return false
        }
        item = number
        return true
    }

    private func isMonth(at place: Int) -> Bool {
        SentenceSplitter.germanMonths.contains(text.key(place..<text.endOfLetters(from: place)))
    }

    private static let germanMonths = Letters.keys(
        "januar jänner februar märz april mai juni juli august september oktober november dezember")
}
