/// What a Unicode scalar does to the tokens around it.
enum ScalarClass: UInt8 {
    /// Ends the token before it.
    case separator
    /// A letter or digit of a word.
    case word
    /// A combining mark; it belongs to the token before it.
    case mark
    /// As if it were not there: soft hyphen, zero-width space and joiners, byte order mark.
    case transparent
    /// A token by itself: an ideograph, or a syllable of the Hiragana that stands between ideographs.
    case ideograph
    /// A letter of a Katakana word; such words stand without spaces between ideographs.
    case katakana
    /// One of the three apostrophes that may stand inside a word.
    case apostrophe

    init(of scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x27, 0x2019, 0x02BC: self = .apostrophe
        case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: self = .transparent
        case 0x3041...0x3096, 0x309D...0x309F: self = .ideograph
        case 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF: self = .katakana
        default:
            let properties = scalar.properties
            switch properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
                .decimalNumber, .letterNumber:
                self = properties.isIdeographic ? .ideograph : .word
            case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
            default: self = .separator
            }
        }
    }

    /// Whether a token can begin with it.
    var isTokenStart: Bool { self == .word || self == .ideograph || self == .katakana }
}
