import Matching

/// Why a text cannot be a name: there must be something to match in it, on one line, no longer than a sentence.
enum NameFault: Hashable, Sendable {
    case empty
    case noLetterOrDigit
    case controlCharacter
    case tooLong(octets: Int)

    /// The most octets that a name may have.
    static let maxOctets = 512

    /// What is wrong with `text`; `nil` when it can be matched.
    init?(in text: String) {
        let scalars = text.unicodeScalars
        if scalars.contains(where: Self.isControl) {
            self = .controlCharacter
        } else if text.utf8.count > Self.maxOctets {
            self = .tooLong(octets: text.utf8.count)
        } else if text.isEmpty {
            self = .empty
        } else if NameCheck.problem(in: text) == .noLetterOrDigit {
            self = .noLetterOrDigit
        } else {
            return nil
        }
    }

    /// Whether the octets at `range` are a good name of ASCII alone, which most are: to be told without decoding.
    static func isPlainName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count <= maxOctets else { return false }
        var hasLetterOrDigit = false
        for index in range {
            let byte = bytes[index]
            guard byte >= 0x20, byte < 0x7F else { return false }
            let letter = byte | 0x20
            hasLetterOrDigit = hasLetterOrDigit || (letter >= 0x61 && letter <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        }
        return hasLetterOrDigit
    }

    /// The sentence about the value of `key`.
    func message(_ key: String) -> String {
        switch self {
        case .empty: "\(key) is empty"
        case .noLetterOrDigit: "\(key) has no letter or digit"
        case .controlCharacter: "\(key) has a control character"
        case .tooLong(let octets): "\(key) has \(octets) octets"
        }
    }

    var cure: String {
        switch self {
        case .empty, .noLetterOrDigit: "write what stands in the article's text"
        case .controlCharacter: "write it on one line"
        case .tooLong: "use at most \(Self.maxOctets): a name, not a text"
        }
    }

    /// Whether `scalar` is of the category Cc, which the Unicode standard (section 23.1) fixes to these 65: looking
    /// each scalar of a million names up takes longer than all else that is done with it.
    static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
}
