/// A text's UTF-8 octets, and what sentence, quotation and pronoun rules ask of the characters in them.
///
/// The buffer is the one that `String.withUTF8` lends, so a value must not outlive that call, and the octets are
/// valid UTF-8. Places are octet offsets at which a scalar begins.
struct TextOctets {
    private let octets: UnsafeBufferPointer<UInt8>

    init(_ octets: UnsafeBufferPointer<UInt8>) { self.octets = octets }

    var count: Int { octets.count }

    subscript(place: Int) -> UInt8 { octets[place] }

    // MARK: Scalars

    /// The scalar that begins at `place` and how many octets it has; U+0000 with no octets at the text's end.
    func scalar(at place: Int) -> (value: UInt32, length: Int) {
        guard place < count else { return (0, 0) }
        let first = UInt32(octets[place])
        if first < 0x80 { return (first, 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard place + length <= count else { return (0xFFFD, 1) }
        var value = first & (0xFF >> UInt32(length + 1))
        for next in (place + 1)..<(place + length) { value = value << 6 | UInt32(octets[next] & 0x3F) }
        return (value, length)
    }

    /// Where the scalar begins that ends right before `end`, which is above 0.
    func scalarStart(before end: Int) -> Int {
        var place = end - 1
        while place > 0, octets[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }

    // MARK: White space

    /// How many octets the white space character at `place` has; 0 when there is none.
    func blank(at place: Int) -> Int {
        guard place < count else { return 0 }
        let byte = octets[place]
        if byte < 0x80 { return byte.isSpace ? 1 : 0 }
        guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 else { return 0 }
        let (value, length) = scalar(at: place)
        return TextOctets.isBlank(value) ? length : 0
    }

    func skipBlanks(from place: Int) -> Int {
        var place = place
        while case let length = blank(at: place), length > 0 { place += length }
        return place
    }

    /// Where the white space begins that ends at `end`; not before `limit`.
    func skipBlanksBack(from end: Int, limit: Int) -> Int {
        var end = end
        while end > limit {
            let place = scalarStart(before: end)
            guard place >= limit, blank(at: place) > 0 else { break }
            end = place
        }
        return end
    }

    private static func isBlank(_ value: UInt32) -> Bool {
        value == 0xA0 || value == 0x202F || value == 0x3000 || (0x2000...0x200A).contains(value)
            || value == 0x2028 || value == 0x2029
    }

    // MARK: Words

    func isUpperCase(at place: Int) -> Bool { Letters.isUpperCase(scalar(at: place).value) }
    func isLowerCase(at place: Int) -> Bool { Letters.isLowerCase(scalar(at: place).value) }
    func isLetter(at place: Int) -> Bool { Letters.isLetter(scalar(at: place).value) }

    /// Whether the scalar at `place` is a letter or an ASCII digit.
    func isAlphanumeric(at place: Int) -> Bool {
        let value = scalar(at: place).value
        return (0x30...0x39).contains(value) || Letters.isLetter(value)
    }

    func isAlphanumeric(before end: Int) -> Bool { end > 0 && isAlphanumeric(at: scalarStart(before: end)) }

    /// The end of the run of letters that begins at `place`.
    func endOfLetters(from place: Int) -> Int {
        var place = place
        while case let (value, length) = scalar(at: place), length > 0, Letters.isLetter(value) { place += length }
        return place
    }

    /// The `Letters.key` of these octets.
    func key(_ range: Range<Int>) -> UInt64 {
        var key = Letters.emptyKey
        add(range, to: &key)
        return key
    }

    /// Goes on with a key by these octets.
    func add(_ range: Range<Int>, to key: inout UInt64) {
        var place = range.lowerBound
        while place < range.upperBound {
            let (value, length) = scalar(at: place)
            Letters.add(value, to: &key)
            place += length
        }
    }
}
