/// What the word-piece rules make of one scalar (Training/FORMAT.md, Word pieces, rules 1 to 4).
struct PieceFolding {
    enum Kind: UInt32 {
        /// Nothing, and no end of a word.
        case skipped
        /// The end of a word.
        case blank
        /// A part of a word.
        case part
        /// A word of its own.
        case alone
    }

    /// Kind and scalar of one that becomes one scalar, or none.
    struct Single {
        fileprivate let packed: UInt32

        fileprivate init(_ kind: Kind, _ scalar: UInt32) { packed = kind.rawValue << 24 | scalar }

        var kind: Kind { Kind(rawValue: packed >> 24) ?? .skipped }
        var scalar: UInt32 { packed & 0xFF_FFFF }
    }

    /// Latin, Greek and Cyrillic, which are most of what comes, looked up; none of them becomes two scalars.
    private let common: [Single]

    /// Made once: what is looked up never changes.
    static let rules = PieceFolding()

    private init() {
        common = (0..<PieceFolding.commonEnd).map { scalar in
            var single = Single(.skipped, 0)
            PieceFolding.fold(scalar) { single = $0 }
            return single
        }
    }

    /// Calls `body` for all that `scalar` becomes; not at all when it is skipped.
    @inline(__always) func forEach(_ scalar: UInt32, _ body: (Single) -> Void) {
        if scalar < PieceFolding.commonEnd {
            body(common[Int(scalar)])
        } else {
            PieceFolding.fold(scalar, body)
        }
    }

    /// Whether a word always ends between two scalars that follow each other.
    func parts(_ before: UInt32, _ after: UInt32) -> Bool {
        var last = Kind.skipped
        forEach(before) { last = $0.kind }
        if last == .blank || last == .alone { return true }
        var first: Kind?
        forEach(after) { first = first ?? $0.kind }
        return first == .blank || first == .alone
    }

    private static let commonEnd: UInt32 = 0x530

    private static func fold(_ value: UInt32, _ body: (Single) -> Void) {
        guard let scalar = Unicode.Scalar(value), value != 0xFFFD else { return }
        // Most ideographs, which are themselves: asking for their properties is slow.
        if (0x4E00...0x9FFF).contains(value) { return body(Single(.alone, value)) }
        if value == 0x09 || value == 0x0A || value == 0x0D { return body(Single(.blank, value)) }
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return body(Single(.blank, value))
        case .control, .format, .surrogate, .privateUse, .unassigned: return
        default: break
        }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
            CanonicalBases.forEach(of: lower) { base in
                if base.properties.generalCategory == .nonspacingMark { return }
                body(Single(standsAlone(base) ? .alone : .part, base.value))
            }
        }
    }

    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2A6DF, 0x2A700...0x2B73F,
            0x2B740...0x2B81F, 0x2B820...0x2CEAF, 0x2F800...0x2FA1F:
            return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }
}
