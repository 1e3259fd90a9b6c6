import NewswatchModel

/// Counts what makes the HTML parser slow or large, in one pass over the bytes, before the parser sees them.
enum HTMLGuard {
    static func check(_ html: [UInt8], limits: ReadingLimits) throws(ReadingError) {
        var tags = 0
        var place = 0
        // Names of the open elements, outermost first.
        var names: [UInt64] = []
        while let start = html.firstIndex(of: UInt8(ascii: "<"), from: place) {
            place = start + 1
            guard place < html.count else { break }
            if html.hasASCII("!--", at: place) {
                // From the first hyphen on: the parser may take "<!-->" for a whole comment.
                place = endOfComment(html, from: place + 1)
                continue
            }
            let closing = html[place] == UInt8(ascii: "/")
            if closing { place += 1 }
            guard place < html.count, html[place].isASCIILetter else { continue }
            let name = hash(html, &place)
            tags += 1
            guard tags <= limits.tags else { throw limit("more than \(limits.tags) tags") }
            if closing {
                close(name, &names)
                continue
            }
            let tag = attributes(html, &place, most: limits.attributesPerTag)
            guard tag.count <= limits.attributesPerTag else {
                throw limit("a tag with more than \(limits.attributesPerTag) attributes")
            }
            if !tag.selfClosing, name == raw.script || name == raw.style {
                // Their content is no markup: go on at the end tag.
                place = endOfRaw(html, name == raw.script ? "</script" : "</style", from: place)
                continue
            }
            guard !tag.selfClosing, !void.contains(name) else { continue }
            if names.last == name, optionalEnd.contains(name) { names.removeLast() }
            names.append(name)
            guard names.count <= limits.depth else { throw limit("elements nested deeper than \(limits.depth)") }
        }
    }

    /// Takes the innermost open element of that name, and all inside it, off the stack.
    private static func close(_ name: UInt64, _ open: inout [UInt64]) {
        if let at = open.lastIndex(of: name) { open.removeSubrange(at...) }
    }

    /// Counts the attributes up to the tag's end; stops once there are more than `most`.
    private static func attributes(_ html: [UInt8], _ place: inout Int, most: Int) -> (count: Int, selfClosing: Bool) {
        var count = 0
        var before: UInt8 = 0x20
        while place < html.count, count <= most {
            let byte = html[place]
            if byte == UInt8(ascii: ">") {
                place += 1
                return (count, before == UInt8(ascii: "/"))
            }
            if byte == UInt8(ascii: "="), before != byte {
                place += 1
                while place < html.count, html[place].isSpace { place += 1 }
                guard place < html.count else { break }
                if html[place] == 0x22 || html[place] == 0x27 {
                    place = html.firstIndex(of: html[place], from: place + 1).map { $0 + 1 } ?? html.count
                } else {
                    while place < html.count, !html[place].isSpace, html[place] != UInt8(ascii: ">") { place += 1 }
                }
                before = 0x20
                continue
            }
            if !byte.isSpace, byte != UInt8(ascii: "/"), before.isSpace || before == UInt8(ascii: "/") { count += 1 }
            before = byte
            place += 1
        }
        return (count, false)
    }

    private static func endOfComment(_ html: [UInt8], from place: Int) -> Int {
        var at = place
        while let dash = html.firstIndex(of: UInt8(ascii: "-"), from: at) {
            if html.hasASCII("-->", at: dash) { return dash + 3 }
            if html.hasASCII("--!>", at: dash) { return dash + 4 }
            at = dash + 1
        }
        return html.count
    }

    private static func endOfRaw(_ html: [UInt8], _ end: String, from place: Int) -> Int {
        var at = place
        while let open = html.firstIndex(of: UInt8(ascii: "<"), from: at) {
            if html.hasASCII(end, at: open) { return open }
            at = open + 1
        }
        return html.count
    }

    // MARK: Names

    private static func hash(_ html: [UInt8], _ place: inout Int) -> UInt64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        while place < html.count, html[place].isASCIIAlphanumeric || html[place] == 0x2D || html[place] == 0x3A {
            value = (value ^ UInt64(html[place].asciiLowered)) &* 0x100_0000_01B3
            place += 1
        }
        return value
    }

    private static func hash(_ name: String) -> UInt64 {
        var place = 0
        return hash(Array(name.utf8), &place)
    }

    private static let raw = (script: hash("script"), style: hash("style"))
    private static let void = Set(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
            .map { hash($0) })
    /// Elements that the next of their kind closes.
    private static let optionalEnd = Set(
        ["p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot", "a"].map { hash($0) })

    private static func limit(_ what: String) -> ReadingError {
        ReadingError(.limit, "The page has \(what); such pages are not read.", sniffed: "text/html")
    }
}
