/// Letters without their accents: the canonical decomposition (NFD) of one scalar, less its nonspacing marks.
///
/// The standard library decomposes inside comparisons only, so the mappings are here. Scalars that lower-casing changes
/// are left out: they are never asked for.
enum CanonicalBases {
    /// Calls `body` for the scalars that are left of `scalar`. One that does not decompose is passed on as it is, a mark
    /// too.
    static func forEach(of scalar: Unicode.Scalar, _ body: (Unicode.Scalar) -> Void) {
        let value = scalar.value
        switch value {
        case ..<0xC0: body(scalar)
        case hangul..<(hangul + hangulCount): syllable(value - hangul, body)
        case 0xF900..<(0xF900 + UInt32(ideographs.count)): one(ideographs[Int(value - 0xF900)], scalar, body)
        case 0x2F800..<(0x2F800 + UInt32(supplement.count)): one(supplement[Int(value - 0x2F800)], scalar, body)
        default:
            if value < 0x10000 {
                let place = firstPlace(singles.count) { singles[$0] >= value << 16 }
                if place < singles.count, singles[place] >> 16 == value {
                    return one(singles[place] & 0xFFFF, scalar, body)
                }
            }
            let place = firstPlace(others.count) { others[$0].0 >= value }
            guard place < others.count, others[place].0 == value else { return body(scalar) }
            for base in others[place].1 { one(base, scalar, body) }
        }
    }

    private static func one(_ value: UInt32, _ itself: Unicode.Scalar, _ body: (Unicode.Scalar) -> Void) {
        body(value == 0 ? itself : Unicode.Scalar(value) ?? itself)
    }

    // Unicode 15, section 3.12: a syllable is computed from its two or three letters.
    private static let hangul: UInt32 = 0xAC00
    private static let hangulCount: UInt32 = 11_172

    private static func syllable(_ index: UInt32, _ body: (Unicode.Scalar) -> Void) {
        let letters = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
        for letter in letters.prefix(index % 28 == 0 ? 2 : 3) {
            if let scalar = Unicode.Scalar(letter) { body(scalar) }
        }
    }

    /// The first of `0..<count` that `isThere` holds for, as for all after it; `count` when it does for none.
    private static func firstPlace(_ count: Int, _ isThere: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isThere(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
