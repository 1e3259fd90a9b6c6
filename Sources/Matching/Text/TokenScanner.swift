/// Cuts UTF-8 into tokens, from any place where a token may begin.
struct TokenScanner {
    let text: UnsafeBufferPointer<UInt8>
    let folds: FoldTable
    /// Past the last octet that is read.
    let end: Int

    init(text: UnsafeBufferPointer<UInt8>, folds: FoldTable) {
        self.text = text
        self.folds = folds
        end = min(text.count, Int(UInt32.max) - 1)
    }

    /// The first token at or after `offset`, which is the end of a token or the beginning of the text.
    @inline(__always)
    func token(from offset: Int) -> Token? {
        var offset = offset
        while offset < end {
            let byte = text[offset]
            if byte < 0x80 {
                if Self.isWord(byte) { return token(at: offset) }
                offset += 1
            } else {
                let decoded = text.scalar(at: offset, end: end)
                if folds[decoded.value].scalarClass.isTokenStart { return token(at: offset) }
                offset += decoded.length
            }
        }
        return nil
    }

    /// The token that begins at `offset`, where a letter, digit or ideograph stands.
    func token(at start: Int) -> Token {
        let first = text[start]
        if first & 0xFE == 0xD0 { return cyrillic(at: start) }
        guard first < 0x80 else { return other(at: start) }
        var offset = start + 1
        while offset < end, Self.isWord(text[offset]) { offset += 1 }
        let token = Token(
            start: UInt32(start), end: UInt32(offset), letters: .ascii, mayBeCapitalised: first < 0x61,
            scalarClass: .word)
        if offset < end, text[offset] >= 0x80 || text[offset] == 0x27 { return extended(token) }
        return token
    }

    /// Whether a token begins at `offset`, where a letter, digit or ideograph stands: what comes before may go on.
    func isStart(_ offset: Int) -> Bool {
        let own = folds[text.scalar(at: offset, end: end).value].scalarClass
        guard own != .ideograph, let before = significant(before: offset) else { return true }
        if before.scalarClass == .apostrophe {
            guard let letter = significant(before: before.offset),
                letter.scalarClass == .word, continuesWord(after: before.offset + before.length)
            else { return true }
            return own != .word
        }
        return before.scalarClass != own
    }

    /// The reading that joins `token` with the next where a line-end hyphen may cut one word in two ("Luka-" and
    /// "shenko" on the next line), and where to go on behind it.
    func joined(_ token: Token) -> Token? {
        let gap = Int(token.end)
        guard gap + 2 < end, text[gap] == 0x2D || text[gap] >= 0x80, let next = self.token(from: gap),
            !next.mayBeCapitalised, next.start - token.end >= 2,
            Gap.isLineEndHyphen(text, gap, Int(next.start), folds)
        else { return nil }
        return Token(
            start: token.start, end: next.end, letters: .other, mayBeCapitalised: token.mayBeCapitalised,
            scalarClass: .word)
    }

    private func cyrillic(at start: Int) -> Token {
        var offset = start
        while offset + 1 < end, text[offset] & 0xFE == 0xD0 { offset += 2 }
        // A lead without its trail is no letter; nor is what is too short to have one.
        guard offset > start else { return other(at: start) }
        let token = Token(
            start: UInt32(start), end: UInt32(offset), letters: .cyrillic,
            mayBeCapitalised: text[start] == 0xD0 ? text[start + 1] < 0xB0 : text[start + 1] >= 0xA0,
            scalarClass: .word)
        guard offset < end else { return token }
        let next = text[offset]
        return next >= 0x80 || next == 0x27 || Self.isWord(next) ? extended(token) : token
    }

    private func other(at start: Int) -> Token {
        let decoded = text.scalar(at: start, end: end)
        let entry = folds[decoded.value]
        return extended(
            Token(
                start: UInt32(start), end: UInt32(start + decoded.length), letters: .other,
                mayBeCapitalised: entry.scalarClass == .ideograph || !entry.isLower, scalarClass: entry.scalarClass))
    }

    /// `token` with what follows and belongs to it.
    private func extended(_ token: Token) -> Token {
        var token = token
        var offset = Int(token.end)
        while offset < end {
            let byte = text[offset]
            if byte < 0x80 && byte != 0x27 {
                guard Self.isWord(byte), token.scalarClass == .word else { return token }
                offset += 1
                token.end = UInt32(offset)
                if token.letters == .cyrillic { token.letters = .other }
                continue
            }
            let decoded = text.scalar(at: offset, end: end)
            let next = offset + decoded.length
            switch folds[decoded.value].scalarClass {
            case .word, .katakana:
                guard folds[decoded.value].scalarClass == token.scalarClass else { return token }
                token.end = UInt32(next)
                token.letters = .other
            case .mark:
                token.end = UInt32(next)
                token.letters = .other
            case .transparent: token.letters = .other
            case .ideograph, .separator: return token
            case .apostrophe:
                if token.scalarClass == .ideograph { break }
                guard token.scalarClass == .word, continuesWord(after: next) else { return token }
                token.end = UInt32(next)
                if decoded.length > 1 || token.letters == .cyrillic { token.letters = .other }
            }
            offset = next
        }
        return token
    }

    /// Whether what follows an apostrophe belongs to the word: a letter, but not a possessive s.
    private func continuesWord(after offset: Int) -> Bool {
        guard let (first, rest) = significant(after: offset), first.entry.scalarClass == .word else { return false }
        guard first.value | 0x20 == 0x73, first.value < 0x80 else { return true }
        guard let (second, _) = significant(after: rest) else { return false }
        return second.entry.scalarClass == .word || second.entry.scalarClass == .mark
    }

    /// The first scalar from `offset` that is not transparent, and the offset after it.
    private func significant(after from: Int) -> ((value: UInt32, entry: FoldTable.Entry), Int)? {
        var offset = from
        while offset < end {
            let decoded = text.scalar(at: offset, end: end)
            let entry = folds[decoded.value]
            offset += decoded.length
            if entry.scalarClass != .transparent { return ((decoded.value, entry), offset) }
        }
        return nil
    }

    /// The last scalar before `offset` that is neither transparent nor a mark; `nil` where the text begins.
    private func significant(
        before offset: Int
    ) -> (scalarClass: ScalarClass, offset: Int, length: Int)? {
        var offset = offset
        while offset > 0 {
            var start = offset - 1
            while start > 0, offset - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
            var decoded = text.scalar(at: start, end: end)
            // A byte that ends no whole scalar stands for itself.
            if start + decoded.length != offset {
                (start, decoded) = (offset - 1, DecodedScalar(value: 0xFFFD, length: 1))
            }
            let scalarClass = folds[decoded.value].scalarClass
            if scalarClass != .transparent, scalarClass != .mark { return (scalarClass, start, decoded.length) }
            offset = start
        }
        return nil
    }

    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
}
