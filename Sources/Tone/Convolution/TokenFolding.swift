/// What the convolution's rules make of one scalar (Training/FORMAT.md, Convolution, Tokens).
struct TokenFolding {
    enum Kind: UInt32 {
        /// Category Mn: as if it were not there.
        case mark
        /// A letter or a decimal digit.
        case part
        /// Part of a word between two word parts, else a sign.
        case apostrophe
        case sign
        /// Categories C and Z: ends a word and is nothing itself.
        case blank
    }

    struct Scalar {
        fileprivate let packed: UInt32

        fileprivate init(_ kind: Kind, _ folded: UInt32, isCapital: Bool = false, isDigit: Bool = false) {
            packed = kind.rawValue << 24 | (isCapital ? 1 << 30 : 0) | (isDigit ? 1 << 31 : 0) | folded
        }

        var kind: Kind { Kind(rawValue: packed >> 24 & 0xF) ?? .blank }
        /// What stands in the token's word.
        var folded: UInt32 { packed & 0xFF_FFFF }
        /// Categories Lu and Lt.
        var isCapital: Bool { packed >> 30 & 1 == 1 }
        /// Category Nd.
        var isDigit: Bool { packed >> 31 == 1 }
    }

    /// Latin, Greek and Cyrillic, looked up.
    private let common: [Scalar]

    /// Made once: what is looked up never changes.
    static let rules = TokenFolding()

    private init() { common = (0..<TokenFolding.commonEnd).map(TokenFolding.look) }

    @inline(__always) subscript(_ scalar: UInt32) -> Scalar {
        scalar < TokenFolding.commonEnd ? common[Int(scalar)] : TokenFolding.look(scalar)
    }

    private static let commonEnd: UInt32 = 0x530

    private static func look(_ value: UInt32) -> Scalar {
        guard let scalar = Unicode.Scalar(value) else { return Scalar(.blank, value) }
        let category = scalar.properties.generalCategory
        // Letters without case are themselves, and asking for their mapping is slow.
        if category == .otherLetter { return Scalar(.part, value) }
        let folded = fold(scalar)
        switch category {
        case .nonspacingMark: return Scalar(.mark, value)
        case .uppercaseLetter, .titlecaseLetter: return Scalar(.part, folded, isCapital: true)
        case .lowercaseLetter, .modifierLetter: return Scalar(.part, folded)
        case .decimalNumber: return Scalar(.part, folded, isDigit: true)
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            return Scalar(.blank, folded)
        default: return Scalar(folded == 0x27 ? .apostrophe : .sign, folded)
        }
    }

    private static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{02BC}": return 0x27
        case "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}": return 0x22
        case "\u{2013}", "\u{2014}": return 0x2D
        case "\u{2026}": return 0x2E
        case "\u{0451}", "\u{0401}": return 0x0435
        case "\u{0130}": return 0x69
        default:
            if scalar.properties.generalCategory == .decimalNumber { return 0x30 }
            // One scalar for all but U+0130.
            return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
        }
    }
}
