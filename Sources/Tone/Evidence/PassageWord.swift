import NewswatchModel

/// A word of a passage: letters and digits, with apostrophes and hyphens between them.
struct PassageWord {
    var range: ByteRange
    /// Of its lower-case form, folded as the convolution does it.
    var hash: UInt64
    /// Whether a sign stands before it that parts clauses, or a comma.
    var followsBreak: Bool
    var followsComma: Bool

    static func hash(_ word: some StringProtocol) -> UInt64 {
        var hash = FoldedHash()
        for scalar in word.unicodeScalars { hash.add(scalar: scalar.value) }
        return hash.value
    }

    /// The words of `text`, in order.
    static func all(in text: TextScalars) -> [PassageWord] {
        let folding = TokenFolding.rules
        var found: [PassageWord] = []
        var place = text.start
        var (isBreak, isComma) = (false, false)
        while place < text.end {
            let next = text.scalar(at: place)
            if folding[next.scalar].kind == .part {
                found.append(word(at: place, text, isBreak, isComma))
                (isBreak, isComma) = (false, false)
                place = found[found.count - 1].range.end
                continue
            }
            if next.scalar == 0x2C { isComma = true }
            if parts(next, text) { isBreak = true }
            place = next.end
        }
        return found
    }

    private static func word(at start: Int, _ text: TextScalars, _ isBreak: Bool, _ isComma: Bool) -> PassageWord {
        let folding = TokenFolding.rules
        var hash = FoldedHash()
        var end = start
        while end < text.end {
            let next = text.scalar(at: end)
            let scalar = folding[next.scalar]
            switch scalar.kind {
            case .mark: break
            case .part: hash.add(scalar: scalar.folded)
            case .apostrophe, .sign:
                let joins = scalar.kind == .apostrophe || next.scalar == 0x2D || next.scalar == 0x2010
                guard joins, next.end < text.end, folding[text.scalar(at: next.end).scalar].kind == .part else {
                    return PassageWord(
                        range: ByteRange(start, end), hash: hash.value, followsBreak: isBreak, followsComma: isComma)
                }
                hash.add(scalar: scalar.folded)
            case .blank:
                return PassageWord(
                    range: ByteRange(start, end), hash: hash.value, followsBreak: isBreak, followsComma: isComma)
            }
            end = next.end
        }
        return PassageWord(
            range: ByteRange(start, end), hash: hash.value, followsBreak: isBreak, followsComma: isComma)
    }

    /// Whether a sign between words parts clauses.
    private static func parts(_ sign: TextScalars.Found, _ text: TextScalars) -> Bool {
        func isNumber(_ scalar: UInt32) -> Bool { TokenFolding.rules[scalar].isDigit }
        func isBlank(_ scalar: UInt32) -> Bool { TokenFolding.rules[scalar].kind == .blank }
        let before = sign.start > text.start ? text.scalar(before: sign.start).scalar : 0x20
        let after = sign.end < text.end ? text.scalar(at: sign.end).scalar : 0x20
        switch sign.scalar {
        case 0x3B, 0x28, 0x29, 0x5B, 0x5D: return true
        // 10:30 is one thing, as 2014–2020 is.
        case 0x3A, 0x2014, 0x2015: return !(isNumber(before) && isNumber(after))
        case 0x2013, 0x2D, 0x2212: return isBlank(before) && isBlank(after)
        default: return false
        }
    }
}
