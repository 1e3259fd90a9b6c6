/// What follows a sentence-ending mark, behind white space, opening quotes, brackets and dashes.
struct WordAhead {
    private let text: TextOctets
    /// Where the next word begins; the text's end when there is none.
    let place: Int
    /// Whether a dash stands before it.
    let afterDash: Bool
    /// Whether “ or " or „ stands right before it. (« opens names as often as speech.)
    let afterQuote: Bool

    init(from end: Int, in text: TextOctets) {
        self.text = text
        var (place, dash, quote) = (text.skipBlanks(from: end), false, false)
        while case let length = text.opener(at: place), length > 0 {
            let value = text.scalar(at: place).value
            dash = dash || TextOctets.isDash(value)
            quote = value == 0x22 || value == 0x201C || value == 0x201E
            place = text.skipBlanks(from: place + length)
        }
        (self.place, afterDash, afterQuote) = (place, dash, quote)
    }

    /// Whether the sentence surely goes on: with a lower-case word, or a mark that begins none. "iPhone" may begin
    /// one.
    var goesOn: Bool {
        let (value, length) = text.scalar(at: place)
        if Letters.isLowerCase(value) { return length != 1 || !text.isUpperCase(at: place + 1) }
        switch value {
        case 0x2C, 0x3A, 0x3B, 0x26, 0x29, 0x5D, 0x7D, 0x2F, 0x2B, 0x3D, 0x25: return true
        default: return text.terminator(at: place) > 0 && text[place] != UInt8(ascii: "!")
        }
    }

    /// Its letters; empty when it is no word.
    var word: Range<Int> { place..<text.endOfLetters(from: place) }

    var key: UInt64 { text.key(word) }

    /// Whether it is a word that begins sentences, and no initial ("В. Путин").
    func isOpener(_ words: Abbreviations) -> Bool {
        let word = word
        guard !word.isEmpty, words.isOpener(text.key(word)) else { return false }
        let isInitial =
            word.count == text.scalar(at: place).length && word.upperBound < text.count
            && text[word.upperBound] == UInt8(ascii: ".")
        return !isInitial
    }

    /// A number in digits, or a Roman one other than "I".
    var isNumber: Bool {
        guard place < text.count else { return false }
        if text[place].isASCIIDigit { return true }
        return text.isRomanNumber(word) && !(word.count == 1 && text[place] == UInt8(ascii: "I"))
    }
}

extension TextOctets {
    /// Whether the octets are one to seven of I, V, X, L, C.
    func isRomanNumber(_ word: Range<Int>) -> Bool {
        (1...7).contains(word.count)
            && word.allSatisfy { [0x49, 0x56, 0x58, 0x4C, 0x43].contains(self[$0]) }
    }
}
