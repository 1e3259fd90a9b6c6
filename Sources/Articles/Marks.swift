// The marks that end sentences, and the quotes and brackets around them.

extension TextOctets {
    /// The length of the sentence-ending mark at `place`; 0 when there is none.
    func terminator(at place: Int) -> Int {
        guard place < count else { return 0 }
        switch self[place] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
        case 0xE2, 0xE3, 0xEF:
            switch scalar(at: place).value {
            case 0x2026, 0x203C, 0x2047...0x2049, 0x3002, 0xFF01, 0xFF1F: return 3  // … ‼ ⁇⁈⁉ 。 ！ ？
            default: return 0
            }
        default: return 0
        }
    }

    /// The length of a quote or bracket at `place` that can close after a sentence's mark; 0 when there is none.
    /// A reference number in brackets, `[12]` or `(1)`, counts as one.
    func closer(at place: Int) -> Int {
        let (value, length) = scalar(at: place)
        switch value {
        case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x2039, 0x203A, 0x300D, 0x300F:
            return length
        case 0x28, 0x5B:
            var end = place + 1
            while end < count, self[end].isASCIIDigit { end += 1 }
            let close: UInt8 = value == 0x28 ? 0x29 : 0x5D
            return end > place + 1 && end < count && self[end] == close ? end + 1 - place : 0
        default: return 0
        }
    }

    /// The length of a quote, bracket or dash at `place` that can stand before a sentence's first word; 0 when there
    /// is none.
    func opener(at place: Int) -> Int {
        let (value, length) = scalar(at: place)
        switch value {
        case 0x22, 0x27, 0x28, 0x5B, 0xAB, 0xBB, 0x2018, 0x201A, 0x201C...0x201E, 0x2039, 0x203A, 0xBF, 0xA1:
            return length
        default: return TextOctets.isDash(value) ? length : 0
        }
    }

    /// An en dash, em dash or horizontal bar.
    static func isDash(_ value: UInt32) -> Bool { (0x2013...0x2015).contains(value) }

    /// Any quotation mark but ‘single’ ones.
    static func isDoubleQuote(_ value: UInt32) -> Bool {
        value == 0x22 || value == 0xAB || value == 0xBB || (0x201C...0x201E).contains(value)
    }

    /// Whether a word cannot reach across this scalar: blanks, quotes, brackets and dashes, but no hyphen or
    /// apostrophe.
    static func partsWords(_ value: UInt32) -> Bool {
        switch value {
        case 0...0x20, 0x22, 0x28, 0x29, 0x5B, 0x5D, 0xA0, 0xAB, 0xBB, 0x3000: true
        case 0x2000...0x203A: value != 0x2010 && value != 0x2011 && value != 0x2019
        default: false
        }
    }
}
