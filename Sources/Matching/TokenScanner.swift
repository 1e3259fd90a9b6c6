/// Cuts UTF-8 into tokens.
struct TokenScanner {
    private let text: UnsafeBufferPointer<UInt8>
    private let folds: FoldTable
    private let end: Int
    private var open: Token?

    init(text: UnsafeBufferPointer<UInt8>, folds: FoldTable) {
        self.text = text
        self.folds = folds
        end = min(text.count, Int(UInt32.max) - 1)
    }

    mutating func scan(into scan: TextScan) {
        var offset = 0
        while offset < end {
            let byte = text[offset]
            if byte < 0x80 && byte != 0x27 {
                offset = open == nil ? scanASCII(offset, scan) : continueASCII(offset, scan)
            } else {
                offset = scanScalar(offset, scan)
            }
        }
        close(scan)
    }

    /// The run of ASCII from `offset`, where no token is open. The commonest case, so it has no state.
    private mutating func scanASCII(_ from: Int, _ scan: TextScan) -> Int {
        var offset = from
        while offset < end {
            let first = text[offset]
            if first >= 0x80 || first == 0x27 { return offset }
            if !Self.isWord(first) {
                offset += 1
                continue
            }
            let start = offset
            offset += 1
            while offset < end, Self.isWord(text[offset]) { offset += 1 }
            let token = makeToken(start, offset, .word, isASCII: true, mayBeCapitalised: first < 0x61)
            if offset < end, text[offset] >= 0x80 || text[offset] == 0x27 {
                open = token
                return offset
            }
            append(token, scan)
        }
        return offset
    }

    private mutating func continueASCII(_ offset: Int, _ scan: TextScan) -> Int {
        if Self.isWord(text[offset]) {
            extend(to: offset + 1, .word, scan, start: offset, isASCII: true, isLower: text[offset] >= 0x61)
        } else {
            close(scan)
        }
        return offset + 1
    }

    private mutating func scanScalar(_ offset: Int, _ scan: TextScan) -> Int {
        let decoded = text.scalar(at: offset, end: end)
        var next = offset + decoded.length
        let entry = folds[decoded.value]
        switch entry.scalarClass {
        case .word, .katakana:
            // The rest of the word, as long as it is of letters alone.
            while next < end, text[next] >= 0x80 {
                let following = text.scalar(at: next, end: end)
                guard folds[following.value].scalarClass == entry.scalarClass else { break }
                next += following.length
            }
            extend(
                to: next, entry.scalarClass, scan, start: offset, isASCII: false, isLower: entry.isLower)
        case .ideograph:
            close(scan)
            open = makeToken(offset, next, .ideograph, isASCII: false, mayBeCapitalised: true)
        case .mark:
            if open != nil {
                open?.end = UInt32(next)
                open?.isASCII = false
            }
        case .transparent: if open != nil { open?.isASCII = false }
        case .separator: close(scan)
        case .apostrophe:
            if open == nil || open?.scalarClass == .ideograph { break }
            if continuesWord(after: next) {
                if decoded.length > 1 { open?.isASCII = false }
                open?.end = UInt32(next)
            } else {
                close(scan)
            }
        }
        return next
    }

    /// Whether what follows an apostrophe belongs to the word: a letter, but not a possessive s.
    private func continuesWord(after offset: Int) -> Bool {
        guard let (first, rest) = significant(offset), first.entry.scalarClass == .word else { return false }
        guard first.value | 0x20 == 0x73, first.value < 0x80 else { return true }
        guard let (second, _) = significant(rest) else { return false }
        return second.entry.scalarClass == .word || second.entry.scalarClass == .mark
    }

    /// The first scalar from `offset` that is not transparent, and the offset after it.
    private func significant(_ from: Int) -> ((value: UInt32, entry: FoldTable.Entry), Int)? {
        var offset = from
        while offset < end {
            let decoded = text.scalar(at: offset, end: end)
            let entry = folds[decoded.value]
            offset += decoded.length
            if entry.scalarClass != .transparent { return ((decoded.value, entry), offset) }
        }
        return nil
    }

    private mutating func extend(
        to next: Int, _ scalarClass: ScalarClass, _ scan: TextScan, start: Int, isASCII: Bool, isLower: Bool
    ) {
        if open?.scalarClass == scalarClass {
            open?.end = UInt32(next)
            if !isASCII { open?.isASCII = false }
            return
        }
        close(scan)
        open = makeToken(start, next, scalarClass, isASCII: isASCII, mayBeCapitalised: !isLower)
    }

    private mutating func close(_ scan: TextScan) {
        guard let token = open else { return }
        open = nil
        append(token, scan)
    }

    @inline(__always)
    private func makeToken(
        _ start: Int, _ end: Int, _ scalarClass: ScalarClass, isASCII: Bool, mayBeCapitalised: Bool
    ) -> Token {
        Token(
            start: UInt32(start), end: UInt32(end), isASCII: isASCII, mayBeCapitalised: mayBeCapitalised,
            scalarClass: scalarClass, next: 0)
    }

    @inline(__always)
    private func append(_ token: Token, _ scan: TextScan) {
        var token = token
        token.next = scan.plainCount + 1
        scan.append(token)
    }

    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
}
