extension String {
    /// The text of code points; quicker than to append them one by one.
    init(scalars: [Unicode.Scalar]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count * 2)
        for scalar in scalars {
            switch scalar.value {
            case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case 0x80..<0x800:
                bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar.value >> 6))
                bytes.append(0x80 | UInt8(truncatingIfNeeded: scalar.value & 0x3F))
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        self = String(decoding: bytes, as: UTF8.self)
    }
}

/// What the rules ask of a letter.
extension Unicode.Scalar {
    var isApostrophe: Bool { value == 0x27 || value == 0x2019 || value == 0x02BC }

    var isCyrillic: Bool { (0x400...0x52F).contains(value) }

    /// The small letter, where it is a single one.
    var lowercasedLetter: Unicode.Scalar {
        switch value {
        case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(value + 0x20) ?? self
        case 0x400...0x40F: Unicode.Scalar(value + 0x50) ?? self
        case 0x61...0x7A, 0x430...0x45F, 0x30...0x39: self
        default:
            if properties.lowercaseMapping.unicodeScalars.count == 1 {
                properties.lowercaseMapping.unicodeScalars.first ?? self
            } else {
                self
            }
        }
    }

    /// The capital letter, where it is a single one.
    var uppercasedLetter: Unicode.Scalar {
        switch value {
        case 0x61...0x7A, 0x430...0x44F: return Unicode.Scalar(value - 0x20) ?? self
        case 0x450...0x45F: return Unicode.Scalar(value - 0x50) ?? self
        default:
            let capitals = properties.uppercaseMapping.unicodeScalars
            return capitals.count == 1 ? capitals.first ?? self : self
        }
    }

    var isVowel: Bool {
        switch self {
        case "а", "е", "ё", "и", "о", "у", "ы", "э", "ю", "я", "і", "ї", "є": true
        case "a", "e", "i", "o", "u", "y", "ą", "ę", "ó": true
        default: false
        }
    }

    /// After which Russian and Belarusian write и (і) for ы.
    var isVelar: Bool { self == "г" || self == "к" || self == "х" || self == "ґ" }

    var isHushing: Bool { self == "ж" || self == "ч" || self == "ш" || self == "щ" }
}
