// What the readers ask of bytes. They work on UTF-8 octets, since `Character` costs some thirty times as much.

extension UInt8 {
    /// Blank, tab, or a line break of any kind.
    var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
    /// The lower-case octet of an ASCII letter; any other octet as it is.
    var asciiLowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    func firstIndex(of byte: UInt8, from place: Int) -> Int? {
        guard place < endIndex else { return nil }
        return self[place...].firstIndex(of: byte)
    }

    /// Whether the bytes at `place` are `word`, which is in lower case, whatever their case.
    func hasASCII(_ word: String, at place: Int) -> Bool {
        guard place >= startIndex, place + word.utf8.count <= endIndex else { return false }
        var at = place
        for expected in word.utf8 {
            if self[at].asciiLowered != expected { return false }
            at += 1
        }
        return true
    }
}

extension RandomAccessCollection<UInt8> where Index == Int, SubSequence: RandomAccessCollection<UInt8> {
    /// Without the white space at both ends.
    var trimmed: SubSequence {
        var (start, end) = (startIndex, endIndex)
        while start < end, self[start].isSpace { start += 1 }
        while end > start, self[end - 1].isSpace { end -= 1 }
        return self[start..<end]
    }
}

extension ArraySlice<UInt8> {
    var string: String { String(decoding: self, as: UTF8.self) }
    /// How many characters (scalars) these bytes of UTF-8 are.
    var scalarCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}

extension [UInt8] {
    /// The lines without their ends; `\n`, `\r\n`, `\r` and form feed end one.
    var lines: [ArraySlice<UInt8>] {
        var found: [ArraySlice<UInt8>] = []
        var start = 0
        var place = 0
        while place < count {
            let byte = self[place]
            place += 1
            guard byte == 0x0A || byte == 0x0D || byte == 0x0C else { continue }
            found.append(self[start..<(place - 1)])
            if byte == 0x0D, place < count, self[place] == 0x0A { place += 1 }
            start = place
        }
        if start < count { found.append(self[start...]) }
        return found
    }
}
