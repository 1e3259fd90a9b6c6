import NewswatchModel

/// One pass over a text that pairs quotation marks, paragraph by paragraph.
struct QuotationReader {
    /// An outermost quotation whose closing mark has not come yet.
    private struct Open {
        var marks: QuotationMarks
        /// Of the opening mark, and behind it.
        var mark: Int
        var start: Int
        /// How many marks of the same kind are open inside it.
        var depth = 0
        /// The last mark that closed an inner one, or that may have been an apostrophe: where the quotation ends when
        /// no better mark comes.
        var fallback: Range<Int>?
    }

    private let text: TextOctets
    private var found: [ByteRange] = []
    private var open: Open?

    init(_ text: TextOctets) { self.text = text }

    mutating func read() -> [ByteRange] {
        var place = 0
        while place < text.count {
            let byte = text[place]
            // No mark begins with these: letters and digits, the lead octets of Cyrillic, continuations.
            if byte == 0x20 || (0x28..<0xC2).contains(byte) || (0xC3..<0xE2).contains(byte) {
                place += 1
            } else if byte == 0x0A, let next = paragraph(after: place) {
                endParagraph(at: place, next: next)
                place = next
            } else {
                let (value, length) = text.scalar(at: place)
                if value == 0x22 || value == 0x27 || value > 0x7F { mark(value, place, length) }
                place += length
            }
        }
        endParagraph(at: text.count, next: text.count)
        return found
    }

    // MARK: Marks

    private mutating func mark(_ value: UInt32, _ place: Int, _ length: Int) {
        guard var open else {
            guard let marks = QuotationMarks.opened(by: value), opens(marks, value, place, length) else { return }
            open = Open(marks: marks, mark: place, start: place + length)
            return
        }
        if open.marks.isClosed(by: value), closes(open.marks, value, place, length) {
            let range = place..<(place + length)
            if open.marks.closesLikeApostrophe, mayBeApostrophe(place, length) {
                open.fallback = range
            } else if open.depth > 0, !goesBackToAuthor(after: range.upperBound) {
                (open.depth, open.fallback) = (open.depth - 1, range)
            } else {
                close(open, at: range)
                self.open = nil
                return
            }
        } else if QuotationMarks.opened(by: value) == open.marks {
            // A new ‘ shows that the last ’ closed.
            if let fallback = open.fallback, open.marks.closesLikeApostrophe {
                close(open, at: fallback)
                self.open = nil
                return mark(value, place, length)
            }
            if opens(open.marks, value, place, length) { open.depth += 1 }
        }
        self.open = open
    }

    private func opens(_ marks: QuotationMarks, _ value: UInt32, _ place: Int, _ length: Int) -> Bool {
        switch marks {
        case .low, .angled, .corner, .lowSingle: return true
        case .english where value == 0x201C: return true
        case .english, .reversedAngled, .straight, .single, .straightSingle:
            guard text.blank(at: place + length) == 0, place + length < text.count, isHead(place) else { return false }
            // '90s and 'em leave letters out.
            return marks != .straightSingle && marks != .single || !isElision(at: place + length)
        }
    }

    /// Whether nothing that a mark could close stands right before `place`.
    private func isHead(_ place: Int) -> Bool {
        guard place > 0 else { return true }
        let before = text.scalarStart(before: place)
        return text.blank(at: before) > 0 || text.opener(at: before) > 0
            || [0x3A, 0x2F, 0x3D, 0x2D].contains(text[before])
    }

    private func closes(_ marks: QuotationMarks, _ value: UInt32, _ place: Int, _ length: Int) -> Bool {
        switch marks {
        case .english where value == 0x201C:
            return !isHead(place) && !text.isAlphanumeric(at: place + length)
        case .english, .low, .angled, .reversedAngled, .corner: return true
        case .straight, .single, .lowSingle, .straightSingle:
            // Behind a blank it opens; between letters it is an apostrophe.
            guard place > 0, text.blank(at: text.scalarStart(before: place)) == 0 else { return false }
            return !text.isAlphanumeric(at: place + length)
        }
    }

    /// Whether a single mark at a word's end may be the apostrophe of "the dogs' tails".
    private func mayBeApostrophe(_ place: Int, _ length: Int) -> Bool {
        place > 0 && (text[place - 1] | 0x20) == UInt8(ascii: "s")
            && text.isLetter(at: text.skipBlanks(from: place + length))
    }

    private func isElision(at place: Int) -> Bool {
        if text[place].isASCIIDigit { return true }
        return QuotationReader.elisions.contains(text.key(place..<text.endOfLetters(from: place)))
    }

    private static let elisions = Letters.keys("em tis twas til cause n bout round cos")

    /// Whether `, —` follows: one » closes the inner and the outer quotation together.
    private func goesBackToAuthor(after place: Int) -> Bool {
        guard place < text.count, text[place] == UInt8(ascii: ",") else { return false }
        return TextOctets.isDash(text.scalar(at: text.skipBlanks(from: place + 1)).value)
    }

    // MARK: Paragraphs

    /// The first character of the next paragraph when an empty line follows the line break at `place`.
    private func paragraph(after place: Int) -> Int? {
        var (next, lines) = (place + 1, 1)
        while case let length = text.blank(at: next), length > 0 {
            if text[next] == 0x0A { lines += 1 }
            next += length
        }
        return lines > 1 ? next : nil
    }

    private mutating func endParagraph(at end: Int, next: Int) {
        guard let open else { return }
        self.open = nil
        let opening = text.scalar(at: open.mark).value
        let goesOn = next < text.count && text.scalar(at: next).value == opening && !open.marks.closesLikeApostrophe
        if let fallback = open.fallback, !goesOn || open.marks.closesLikeApostrophe {
            close(open, at: fallback)
        } else if goesOn || open.marks.opensForSure {
            close(open, at: end..<end)
        } else {
            // The lone mark opened nothing; what other marks quote behind it counts.
            reread(from: open.start, to: end)
        }
    }

    /// Reads a paragraph's rest again, once, without the lone mark before `start`. Only marks that are no apostrophes
    /// open anything this time.
    private mutating func reread(from start: Int, to end: Int) {
        var place = start
        while place < end {
            let (value, length) = text.scalar(at: place)
            if open != nil {
                mark(value, place, length)
            } else if let marks = QuotationMarks.opened(by: value), marks.opensForSure || marks == .straight {
                mark(value, place, length)
            }
            place += max(length, 1)
        }
        guard let open else { return }
        self.open = nil
        if let fallback = open.fallback {
            close(open, at: fallback)
        } else if open.marks.opensForSure {
            close(open, at: end..<end)
        }
    }

    private mutating func close(_ open: Open, at mark: Range<Int>) {
        let speech = QuotedText(
            text, inside: open.start..<mark.lowerBound, outside: open.mark..<mark.upperBound)
        if speech.isSpeech { found.append(ByteRange(open.start, mark.lowerBound)) }
    }
}
