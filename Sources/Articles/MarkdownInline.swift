/// Marks inside a line of Markdown, reduced to the text that a reader sees.
enum MarkdownInline {
    static func text(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(line.count)
        var place = line.startIndex
        while place < line.endIndex {
            let byte = line[place]
            switch byte {
            case UInt8(ascii: "\\")
            where place + 1 < line.endIndex && line[place + 1] < 0x80
                && !line[place + 1].isASCIIAlphanumeric && !line[place + 1].isSpace:
                out.append(line[place + 1])
                place += 2
            case UInt8(ascii: "!") where place + 1 < line.endIndex && line[place + 1] == UInt8(ascii: "["):
                // A picture says nothing that is text.
                if let link = link(in: line, at: place + 1) { place = link.end } else { fallthrough }
            case UInt8(ascii: "["):
                if byte == UInt8(ascii: "["), let link = link(in: line, at: place) {
                    out.append(contentsOf: text(line[link.label]))
                    place = link.end
                } else {
                    out.append(byte)
                    place += 1
                }
            case UInt8(ascii: "*"), UInt8(ascii: "`"):
                if standsAlone(line, place) { out.append(byte) }
                place += 1
            case UInt8(ascii: "_"), UInt8(ascii: "~"):
                if isInsideWord(line, place) || standsAlone(line, place) { out.append(byte) }
                place += 1
            case UInt8(ascii: "<"):
                if let end = tagEnd(in: line, at: place) {
                    place = end
                } else {
                    out.append(byte)
                    place += 1
                }
            default:
                out.append(byte)
                place += 1
            }
        }
        return out
    }

    /// The label and the end of `[label](target)` or `[label][reference]` at `place`.
    private static func link(in line: ArraySlice<UInt8>, at place: Int) -> (label: Range<Int>, end: Int)? {
        guard let close = matching(0x5B, 0x5D, line, place), close + 1 < line.endIndex else { return nil }
        let label = (place + 1)..<close
        switch line[close + 1] {
        case UInt8(ascii: "("): return matching(0x28, 0x29, line, close + 1).map { (label, $0 + 1) }
        case UInt8(ascii: "["): return matching(0x5B, 0x5D, line, close + 1).map { (label, $0 + 1) }
        default: return nil
        }
    }

    /// Where the bracket that opens at `place` closes. Looks 2,000 bytes far, so that a line of brackets costs little.
    private static func matching(_ open: UInt8, _ close: UInt8, _ line: ArraySlice<UInt8>, _ place: Int) -> Int? {
        var depth = 0
        for at in place..<min(line.endIndex, place + 2000) {
            if line[at] == open { depth += 1 }
            if line[at] == close { depth -= 1 }
            if depth == 0 { return at }
            if depth > 8 { return nil }
        }
        return nil
    }

    /// The end of an HTML tag; its text stays, since only the tag goes. `<https://…>` is a link without a label.
    private static func tagEnd(in line: ArraySlice<UInt8>, at place: Int) -> Int? {
        guard place + 1 < line.endIndex,
            line[place + 1].isASCIILetter || line[place + 1] == UInt8(ascii: "/")
                || line[place + 1] == UInt8(ascii: "!")
        else { return nil }
        return line[place..<min(line.endIndex, place + 2000)].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    private static func standsAlone(_ line: ArraySlice<UInt8>, _ place: Int) -> Bool {
        let before = place > line.startIndex ? line[place - 1].isSpace : true
        let after = place + 1 < line.endIndex ? line[place + 1].isSpace : true
        return before && after
    }

    private static func isInsideWord(_ line: ArraySlice<UInt8>, _ place: Int) -> Bool {
        guard place > line.startIndex, place + 1 < line.endIndex else { return false }
        func letter(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "_") }
        return letter(line[place - 1]) && letter(line[place + 1])
    }
}
