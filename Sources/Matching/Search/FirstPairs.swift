import CTextMasks

/// What the masks of a text are asked with: classes and pairs of first letters of an index's names.
enum FirstPairs {
    static func of(_ reader: IndexReader, _ cyrillic: CyrillicFolds) -> text_mask_names {
        var names = text_mask_names()
        names.classes = reader.begins
        names.ascii = pairs(reader, isASCII: true, firsts: asciiFirsts, seconds: asciiSeconds)
        names.cyrillic = pairs(
            reader, isASCII: false,
            firsts: { low, isSmall in cyrillic.letters(low).filter { ($0 >= 0x30) == isSmall }.map(trail) },
            // Letters from U+0460 on, whose pairs of capital and small letter differ in the lowest bit, may follow too.
            seconds: { low in cyrillic.letters(low).map(trail) + [trail(low), trail(low & 0xFE)] })
        return names
    }

    /// The second octet of the Cyrillic letter whose low octet is `low`.
    private static func trail(_ low: UInt8) -> UInt8 { 0x80 | low & 0x3F }

    /// Capitals share the sets 0 to 3, small letters 4 to 7: a list has many names with a capital and few without.
    private static func pairs(
        _ reader: IndexReader, isASCII: Bool, firsts: (UInt8, Bool) -> [UInt8], seconds: (UInt8) -> [UInt8]
    ) -> text_mask_pairs {
        var pairs = text_mask_pairs()
        for isSmall in [false, true] {
            var used: UInt8 = 0
            for first in UInt8(0)..<64 {
                let map = FirstLetters.map(isASCII: isASCII, isSmall: isSmall)
                let wanted = (UInt8(0)..<64).filter { reader.mayBegin(map: map, first, $0) }
                if wanted.isEmpty { continue }
                let set = UInt8(1) << (used % 4 + (isSmall ? 4 : 0))
                used += 1
                for octet in firsts(first, isSmall) { add(octet, set, &pairs.first_low, &pairs.first_high) }
                for octet in wanted.flatMap(seconds) { add(octet, set, &pairs.second_low, &pairs.second_high) }
            }
        }
        return pairs
    }

    private typealias Halves = (
        UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8
    )

    private static func add(_ octet: UInt8, _ set: UInt8, _ low: inout Halves, _ high: inout Halves) {
        withUnsafeMutableBytes(of: &low) { $0[Int(octet & 15)] |= set }
        withUnsafeMutableBytes(of: &high) { $0[Int(octet >> 4)] |= set }
    }

    /// Octets that a word may begin with whose folded first octet has these six low bits.
    private static func asciiFirsts(_ low: UInt8, _ isSmall: Bool) -> [UInt8] {
        (0x30...0x7A).filter {
            guard TokenScanner.isWord($0), ($0 | 0x20) & 63 == low else { return false }
            return $0 < 0x3A || ($0 >= 0x61) == isSmall
        }
    }

    /// Octets that may follow: letters and digits, or for 0 what ends a word.
    private static func asciiSeconds(_ low: UInt8) -> [UInt8] {
        (0..<0x80).filter { TokenScanner.isWord($0) ? ($0 | 0x20) & 63 == low : low == 0 }
    }
}
