/// Where one key and its value stand in a TOML document, in byte offsets.
final class TOMLPlace {
    /// Of the key, or of the heading that made the table.
    var key: Int?
    var value: Int?
    var children: [String: TOMLPlace] = [:]
    /// Of an array, or of an array of tables.
    var items: [TOMLPlace] = []
}

/// Finds keys and values in a TOML document that a parser has accepted before.
///
/// TOMLKit gives values without places. This walks the same text for the places alone: it knows keys,
/// headings, and how far a value reaches. It trusts the syntax, yet stays inside the bytes whatever they
/// are; a key that it does not find (one written with an escape) is told at its table's place.
struct TOMLLocator {
    private let bytes: [UInt8]
    private var position = 0

    static func places(in bytes: [UInt8]) -> TOMLPlace {
        var locator = TOMLLocator(bytes: bytes)
        return locator.document()
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func document() -> TOMLPlace {
        let root = TOMLPlace()
        root.value = 0
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        var current = root
        while true {
            skipBlank()
            guard let byte = peek() else { return root }
            if byte == UInt8(ascii: "[") {
                current = heading(root)
            } else {
                let before = position
                keyAndValue(in: current)
                if position == before { position += 1 }
            }
        }
    }

    /// `[a.b]` or `[[a.b]]`; the table whose keys follow.
    private mutating func heading(_ root: TOMLPlace) -> TOMLPlace {
        let start = position
        position += 1
        let isArray = peek() == UInt8(ascii: "[")
        if isArray { position += 1 }
        let keys = dottedKey()
        while let byte = peek(), byte == UInt8(ascii: "]") || byte == 0x20 || byte == 0x09 { position += 1 }
        guard let last = keys.last else { return root }
        var table = root
        for (name, _) in keys.dropLast() { table = descend(table, name, offset: start) }
        if isArray {
            let list = table.children[last.name] ?? TOMLPlace()
            table.children[last.name] = list
            list.key = list.key ?? start
            list.value = list.value ?? start
            let item = TOMLPlace()
            (item.key, item.value) = (start, start)
            list.items.append(item)
            return item
        }
        let found = descend(table, last.name, offset: start)
        (found.key, found.value) = (start, start)
        return found
    }

    private func descend(_ table: TOMLPlace, _ name: String, offset: Int) -> TOMLPlace {
        if let found = table.children[name] { return found.items.last ?? found }
        let made = TOMLPlace()
        (made.key, made.value) = (offset, offset)
        table.children[name] = made
        return made
    }

    private mutating func keyAndValue(in table: TOMLPlace) {
        let keys = dottedKey()
        guard let last = keys.last, peek() == UInt8(ascii: "=") else { return }
        position += 1
        var owner = table
        for (name, offset) in keys.dropLast() { owner = descend(owner, name, offset: offset) }
        let place = TOMLPlace()
        place.key = last.offset
        owner.children[last.name] = place
        value(place)
    }

    private mutating func value(_ place: TOMLPlace) {
        skipSpaces()
        place.value = position
        switch peek() {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = string()
        case UInt8(ascii: "["):
            position += 1
            while skipBlankAndCommas(), peek() != UInt8(ascii: "]") {
                let item = TOMLPlace()
                let before = position
                value(item)
                place.items.append(item)
                if position == before { position += 1 }
            }
            position += 1
        case UInt8(ascii: "{"):
            position += 1
            while skipBlankAndCommas(), peek() != UInt8(ascii: "}") {
                let before = position
                keyAndValue(in: place)
                if position == before { position += 1 }
            }
            position += 1
        default:
            while let byte = peek(), !",]}#\n\r".utf8.contains(byte) { position += 1 }
        }
    }

    /// The parts of `a."b".c`, with their offsets; ends before `=` or `]`.
    private mutating func dottedKey() -> [(name: String, offset: Int)] {
        var keys: [(name: String, offset: Int)] = []
        while true {
            skipSpaces()
            let start = position
            if let byte = peek(), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                keys.append((string(), start))
            } else {
                while let byte = peek(), !" \t.=]}#\n\r,".utf8.contains(byte) { position += 1 }
                keys.append((String(decoding: bytes[start..<position], as: UTF8.self), start))
            }
            skipSpaces()
            guard peek() == UInt8(ascii: ".") else { return keys }
            position += 1
        }
    }

    /// Passes a string of any of the four kinds; what stands between its quotes, escapes as they are written.
    private mutating func string() -> String {
        guard let quote = peek() else { return "" }
        let escapes = quote == UInt8(ascii: "\"")
        let isLong = bytes[position...].prefix(3).elementsEqual([quote, quote, quote])
        let width = isLong ? 3 : 1
        position += width
        let start = position
        while let byte = peek() {
            if escapes && byte == UInt8(ascii: "\\") {
                position += 2
            } else if byte == quote, !isLong || bytes[position...].prefix(3).allSatisfy({ $0 == quote }) {
                break
            } else {
                position += 1
            }
        }
        let end = min(position, bytes.count)
        position = end + width
        // A long string may end with one or two quotes of its own before the three.
        if isLong { while peek() == quote { position += 1 } }
        position = min(position, bytes.count)
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpaces() {
        while let byte = peek(), byte == 0x20 || byte == 0x09 { position += 1 }
    }

    private mutating func skipBlank() {
        while let byte = peek() {
            if byte == UInt8(ascii: "#") {
                while let next = peek(), next != 0x0A { position += 1 }
            } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                position += 1
            } else {
                return
            }
        }
    }

    /// False at the end of the text.
    private mutating func skipBlankAndCommas() -> Bool {
        skipBlank()
        while peek() == UInt8(ascii: ",") {
            position += 1
            skipBlank()
        }
        return peek() != nil
    }
}
