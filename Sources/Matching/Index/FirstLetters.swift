import CTextMasks

/// Gathers what the words that begin names begin with themselves, for the masks of a text.
struct FirstLetters {
    /// Of the words with one first letter and of one length (1, 2, longer): bit n for a second or third letter whose low
    /// six bits are n. Letters are told by the octet that they are hashed by.
    private struct Group {
        var length: Int
        var first: UInt8

        /// Its place among all groups.
        var index: Int { length << 6 | Int(first) }
        init(length: Int, first: UInt8) { (self.length, self.first) = (length, first) }
        init(index: Int) { (length, first) = (index >> 6, UInt8(index & 63)) }
    }

    private struct Followers {
        var second: UInt64 = 0
        var third: UInt64 = 0
    }

    private var classes: UInt32 = 0
    /// Words of ASCII with a capital, with a small letter, then Cyrillic ones.
    private var groups = [[Followers]](repeating: Array(repeating: Followers(), count: 256), count: 4)

    /// Adds a word by its folded letters, 0 where it has ended; `isASCII` tells its first letter's kind.
    mutating func add(_ letters: (UInt8, UInt8, UInt8), isASCII: Bool, mayBeSmall: Bool) {
        if isASCII, letters.0 < 0x3A { classes |= UInt32(TEXT_MASKS_DIGIT) }
        if mayBeSmall { classes |= UInt32(isASCII ? TEXT_MASKS_LOWER : TEXT_MASKS_LOWER_CYRILLIC) }
        let group = Group(length: letters.1 == 0 ? 1 : letters.2 == 0 ? 2 : 3, first: letters.0 & 63)
        for isSmall in [false, true] where !isSmall || mayBeSmall {
            let map = (isASCII ? 0 : 2) + (isSmall ? 1 : 0)
            groups[map][group.index].second |= 1 << UInt64(letters.1 & 63)
            groups[map][group.index].third |= 1 << UInt64(letters.2 & 63)
        }
    }

    /// What the masks are asked with.
    func names(_ cyrillic: CyrillicFolds) -> text_mask_names {
        var names = text_mask_names()
        names.classes = classes
        // Signs below 40 are what the triples tell; the masks let others pass.
        let signs: [UInt8] = (UInt8(0)..<0x40).filter { !TokenScanner.isWord($0) }
        let any = Array(UInt8(0)...0xFF)
        fill(&names.ascii, 0) { group, isSmall, followers in
            [
                Self.asciiFirsts(Int(group.first), isSmall),
                group.length == 1 ? signs : Self.asciiFollowers(followers.second),
                group.length == 1 ? any : group.length == 2 ? signs : Self.asciiFollowers(followers.third),
            ]
        }
        fill(&names.cyrillic, 2) { group, isSmall, followers in
            let firsts = cyrillic.letters(group.first).filter { ($0 >= 0x30) == isSmall }.map { 0x80 | $0 & 0x3F }
            if group.length == 1 { return [firsts, signs, any] }
            let seconds = Self.cyrillicFollowers(followers.second, cyrillic)
            return [firsts, seconds.map { 0xD0 | $0 >> 6 }, seconds.map { 0x80 | $0 & 0x3F }]
        }
        return names
    }

    /// Puts the groups into the eight sets, neighbours together. Where so many words begin with a capital that their sets
    /// let nearly all pass, one is enough for them: small letters are few in a list and many in a text.
    private func fill(
        _ triples: inout text_mask_triples, _ map: Int, _ octets: (Group, Bool, Followers) -> [[UInt8]]
    ) {
        let used = groups[map...map + 1].map { all in all.indices.filter { all[$0].second != 0 } }
        let ofCapitals = 8 - min(used[0].count > 60 ? 7 : 4, used[1].count)
        triples.capitals = UInt8(truncatingIfNeeded: (1 << ofCapitals) - 1)
        withUnsafeMutableBytes(of: &triples) { bytes in
            for isSmall in [false, true] {
                let (first, sets) = isSmall ? (ofCapitals, 8 - ofCapitals) : (0, ofCapitals)
                let sorted = used[isSmall ? 1 : 0]
                for (index, group) in sorted.enumerated() {
                    let set = UInt8(1) << UInt8(first + index * sets / sorted.count)
                    let followers = groups[map + (isSmall ? 1 : 0)][group]
                    for (place, octets) in octets(Group(index: group), isSmall, followers).enumerated() {
                        for octet in octets {
                            bytes[place * 16 + Int(octet & 15)] |= set
                            bytes[48 + place * 16 + Int(octet >> 4)] |= set
                        }
                    }
                }
            }
        }
    }

    private static func asciiFirsts(_ low: Int, _ isSmall: Bool) -> [UInt8] {
        (0x30...0x7A).filter {
            guard TokenScanner.isWord($0), ($0 | 0x20) & 63 == UInt8(low) else { return false }
            return $0 < 0x3A || ($0 >= 0x61) == isSmall
        }
    }

    private static func asciiFollowers(_ bits: UInt64) -> [UInt8] {
        (UInt8(0)..<0x80).filter { TokenScanner.isWord($0) && bits >> UInt64(($0 | 0x20) & 63) & 1 == 1 }
    }

    /// The low octets of the Cyrillic letters, to U+047F, that may follow.
    private static func cyrillicFollowers(_ bits: UInt64, _ cyrillic: CyrillicFolds) -> [UInt8] {
        var found: [UInt8] = []
        for low in UInt8(0)..<64 where bits >> UInt64(low) & 1 == 1 {
            found += cyrillic.letters(low)
            // Pairs from U+0460 on differ in the lowest bit, and are told by the small one.
            if low >= 0x20 { found += [0x40 | low, 0x40 | low & 0xFE] }
            // ѷ is ѵ with an accent.
            if low == 0x35 { found += [0x76, 0x77] }
        }
        return found
    }
}
