import NewswatchModel

/// Splits a text into sentences.
public enum Sentences {
    /// The sentences as byte ranges: ascending, apart, none empty, without white space at their ends.
    ///
    /// An empty line always ends one. A full stop does not after an abbreviation, an initial or inside a number;
    /// closing quotes and brackets belong to the sentence before them. `language` (BCP 47 primary subtag) chooses
    /// the rules that languages do not share (ordinal numbers with a full stop).
    public static func ranges(in text: String, language: String?) -> [ByteRange] {
        var text = text
        return text.withUTF8 { utf8 in
            var splitter = SentenceSplitter(utf8, ordinalDots: ["de", "cs", "pl", "da", "fi", "no"].contains(language))
            return splitter.split()
        }
    }
}

/// One pass over a text's octets.
struct SentenceSplitter {
    private let text: UnsafeBufferPointer<UInt8>
    /// Whether "1. November" is one date.
    private let ordinalDots: Bool
    private var found: [ByteRange] = []
    private var start = 0

    init(_ text: UnsafeBufferPointer<UInt8>, ordinalDots: Bool) { (self.text, self.ordinalDots) = (text, ordinalDots) }

    mutating func split() -> [ByteRange] {
        var place = 0
        while place < text.count {
            let byte = text[place]
            if byte == 0x0A, isEmptyLine(after: place) {
                finish(at: place)
                place += 1
                continue
            }
            let mark = terminator(at: place)
            guard mark > 0 else {
                place += 1
                continue
            }
            let stop = place
            place += mark
            while terminator(at: place) > 0 { place += terminator(at: place) }
            let single = place == stop + 1 && byte == UInt8(ascii: ".")
            while case let length = closer(at: place), length > 0 { place += length }
            // Chinese and Japanese stops need no blank after them.
            if mark == 3, byte != 0xE2 || place >= text.count {
                finish(at: place)
                continue
            }
            guard place < text.count else { break }
            guard text[place].isSpace else { continue }
            if endsSentence(stop: stop, after: place, single: single, byte: byte) { finish(at: place) }
        }
        finish(at: text.count)
        return found
    }

    // MARK: Deciding

    private func endsSentence(stop: Int, after place: Int, single: Bool, byte: UInt8) -> Bool {
        var next = place
        while next < text.count, text[next].isSpace { next += 1 }
        while next < text.count, opener(at: next) > 0 { next += opener(at: next) }
        guard next < text.count else { return true }
        if isLowerCase(at: next) { return false }
        guard single else { return true }
        // The word before the full stop, with full stops inside it ("U.S", "т.е").
        var from = stop
        while from > start, !text[from - 1].isSpace, closerOrOpener(endingAt: from) == 0 { from -= 1 }
        let word = text[from..<stop]
        guard let first = word.first else { return true }
        if first.isASCIIDigit { return !(ordinalDots && word.allSatisfy(\.isASCIIDigit)) }
        let letters = word.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        if letters == 1, isUpperCase(at: from) { return false }
        let nextIsNumber = text[next].isASCIIDigit
        if Abbreviations.beforeNumbers.contains(lowered(word)) { return !nextIsNumber }
        if word.contains(UInt8(ascii: ".")) {
            // "the U.S. The …" ends one, "the U.S. Senate" does not.
            return Abbreviations.openers.contains(lowered(wordRange(at: next)))
        }
        return !Abbreviations.words.contains(lowered(word))
    }

    private mutating func finish(at end: Int) {
        var (from, to) = (start, end)
        while from < to, text[from].isSpace { from += 1 }
        while to > from, text[to - 1].isSpace { to -= 1 }
        if from < to { found.append(ByteRange(from, to)) }
        start = end
    }

    private func isEmptyLine(after place: Int) -> Bool {
        var at = place + 1
        while at < text.count, text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x0D { at += 1 }
        return at < text.count && text[at] == 0x0A
    }

    // MARK: Characters

    /// The length of the sentence-ending mark at `place`; 0 when there is none.
    private func terminator(at place: Int) -> Int {
        guard place < text.count else { return 0 }
        switch text[place] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
        case 0xE2: return has(0x80, 0xA6, at: place) ? 3 : 0  // …
        case 0xE3: return has(0x80, 0x82, at: place) ? 3 : 0  // 。
        case 0xEF: return has(0xBC, 0x81, at: place) || has(0xBC, 0x9F, at: place) ? 3 : 0  // ！ ？
        default: return 0
        }
    }

    private func closer(at place: Int) -> Int {
        guard place < text.count else { return 0 }
        switch text[place] {
        case 0x22, 0x27, 0x29, 0x5D: return 1
        case 0xC2: return place + 1 < text.count && text[place + 1] == 0xBB ? 2 : 0  // »
        case 0xE2: return has(0x80, 0x99, at: place) || has(0x80, 0x9D, at: place) || has(0x80, 0x9C, at: place) ? 3 : 0
        case 0xE3: return has(0x80, 0x8D, at: place) ? 3 : 0  // 」
        default: return 0
        }
    }

    private func opener(at place: Int) -> Int {
        switch text[place] {
        case 0x22, 0x27, 0x28, 0x5B: return 1
        case 0xC2: return place + 1 < text.count && text[place + 1] == 0xAB ? 2 : 0  // «
        case 0xE2:
            let quote = has(0x80, 0x98, at: place) || has(0x80, 0x9C, at: place) || has(0x80, 0x9E, at: place)
            return quote || has(0x80, 0x94, at: place) || has(0x80, 0x93, at: place) ? 3 : 0  // ‘ “ „ — –
        default: return 0
        }
    }

    /// The length of the quote or bracket that ends right before `end`.
    private func closerOrOpener(endingAt end: Int) -> Int {
        let last = text[end - 1]
        if [0x22, 0x28, 0x5B].contains(last) { return 1 }
        if end >= 2, opener(at: end - 2) == 2 { return 2 }
        return end >= 3 && opener(at: end - 3) == 3 ? 3 : 0
    }

    private func has(_ second: UInt8, _ third: UInt8, at place: Int) -> Bool {
        place + 2 < text.count && text[place + 1] == second && text[place + 2] == third
    }

    private func isLowerCase(at place: Int) -> Bool {
        let byte = text[place]
        if byte < 0x80 { return (0x61...0x7A).contains(byte) }
        guard place + 1 < text.count else { return false }
        // а–п, then р–я and ё і ї ў's block.
        return (byte == 0xD0 && text[place + 1] >= 0xB0) || (byte == 0xD1 && (0x80...0x9F).contains(text[place + 1]))
    }

    private func isUpperCase(at place: Int) -> Bool {
        let byte = text[place]
        if byte < 0x80 { return (0x41...0x5A).contains(byte) }
        return byte == 0xD0 && place + 1 < text.count && text[place + 1] < 0xB0
    }

    private func wordRange(at place: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        text[place...].prefix { $0.isASCIILetter || $0 >= 0x80 }
    }

    private func lowered(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        guard word.count <= 16 else { return "" }
        return String(decoding: word, as: UTF8.self).lowercased()
    }
}
