/// The tokens of one text; keeps its space from text to text.
final class TextScan {
    let folds: FoldTable
    /// Plain tokens in the order of the text; after `count` of them, the joined readings.
    private(set) var tokens: UnsafeMutableBufferPointer<Token> = .allocate(capacity: 1024)
    private(set) var count = 0
    private var total = 0
    /// Folded UTF-8 of the tokens that are not ASCII.
    private(set) var folded: [UInt8] = []
    private var folding: TokenFolding

    init(folds: FoldTable) {
        self.folds = folds
        folding = TokenFolding(folds: folds)
    }

    deinit { tokens.deallocate() }

    /// How many tokens were added so far.
    var plainCount: UInt32 { UInt32(total) }

    /// Adds a token behind the others.
    @inline(__always)
    func append(_ token: Token) {
        if total == tokens.count { grow() }
        (tokens.baseAddress! + total).initialize(to: token)
        total += 1
    }

    @inline(never)
    private func grow() {
        let larger = UnsafeMutableBufferPointer<Token>.allocate(capacity: tokens.count * 2)
        _ = larger.moveInitialize(fromContentsOf: tokens[..<total])
        tokens.deallocate()
        tokens = larger
    }

    /// Finds the tokens of `text`; at most the first 4 GiB are read.
    func read(_ text: UnsafeBufferPointer<UInt8>) {
        total = 0
        folded.removeAll(keepingCapacity: true)
        var scanner = TokenScanner(text: text, folds: folds)
        scanner.scan(into: self)
        count = total
        addJoinedReadings(text)
    }

    /// "Luka-" at a line's end and "shenko" on the next may be one word: a second reading beside the two.
    private func addJoinedReadings(_ text: UnsafeBufferPointer<UInt8>) {
        guard count > 1 else { return }
        for index in 0..<count - 1 {
            guard tokens[index + 1].start - tokens[index].end >= 2 else { continue }
            let (left, right) = (tokens[index], tokens[index + 1])
            guard !right.mayBeCapitalised,
                Gap.isLineEndHyphen(text, Int(left.end), Int(right.start), folds)
            else { continue }
            tokens[index].joined = UInt32(total)
            append(
                Token(
                    start: left.start, end: right.end, isASCII: false, mayBeCapitalised: left.mayBeCapitalised,
                    scalarClass: .word, next: UInt32(index + 2)))
        }
    }

    /// Works out the folded form of a token, once.
    @inline(__always)
    func fold(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) {
        if tokens[index].isFolded { return }
        if tokens[index].isASCII { foldASCII(index, text) } else { foldAny(index, text) }
    }

    /// Whether the folded token reads `bytes`.
    @inline(__always)
    func reads(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let token = tokens[index]
        guard Int(token.foldedLength) == bytes.count else { return false }
        let start = Int(token.foldedStart)
        if token.isASCII {
            for offset in 0..<bytes.count where text[start + offset] | 0x20 != bytes[offset] { return false }
        } else {
            for offset in 0..<bytes.count where folded[start + offset] != bytes[offset] { return false }
        }
        return true
    }

    private func foldASCII(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) {
        var token = tokens[index]
        let (start, end) = (Int(token.start), Int(token.end))
        var hasLower = false
        var initial: Bool?
        for offset in start..<end {
            let byte = text[offset]
            if byte >= 0x61 {
                hasLower = true
                if initial == nil { initial = false }
            } else if byte >= 0x41 {
                token.upperBits |= 1 << UInt64((offset - start) & 63)
                if initial == nil { initial = true }
            }
        }
        token.initialIsUpper = initial ?? true
        token.isAllUpper = token.upperBits != 0 && !hasLower
        token.scalarCount = UInt16(clamping: end - start)
        (token.foldedStart, token.foldedLength) = (token.start, token.end - token.start)
        if let base = text.baseAddress { token.hash = TokenHash.of(base + start, count: end - start, mask: 0x20) }
        token.isFolded = true
        tokens[index] = token
    }

    private func foldAny(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) {
        var token = tokens[index]
        folding.reset()
        folding.fold(text, Int(token.start), Int(token.end))
        token.initialIsUpper = folding.initial ?? true
        token.isAllUpper = folding.upperBits != 0 && !folding.hasLower
        token.upperBits = folding.upperBits
        token.scalarCount = UInt16(clamping: folding.scalars.count)
        token.foldedStart = UInt32(folded.count)
        for scalar in folding.scalars { Self.appendUTF8(scalar, to: &folded) }
        token.foldedLength = UInt32(folded.count) - token.foldedStart
        token.hash = folded.withUnsafeBufferPointer {
            guard let base = $0.baseAddress else { return 0 }
            return TokenHash.of(base + Int(token.foldedStart), count: Int(token.foldedLength), mask: 0)
        }
        token.isFolded = true
        tokens[index] = token
    }

    private static func appendUTF8(_ value: UInt32, to bytes: inout [UInt8]) {
        if value < 0x80 {
            bytes.append(UInt8(value))
        } else if value < 0x800 {
            bytes.append(UInt8(0xC0 | value >> 6))
            bytes.append(UInt8(0x80 | value & 0x3F))
        } else if let scalar = Unicode.Scalar(value) {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
