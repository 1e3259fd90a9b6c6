import NewswatchModel

/// Reads spellings token by token, and gathers their shapes: what a spelling asks of case, separators and a full stop
/// behind it. Most spellings of a list share a few shapes.
struct SpellingBuilder {
    struct Shape {
        var firstRule: UInt32
        var count: UInt16
        var flags: UInt32
    }

    struct Rule: Hashable {
        var upperBits: UInt64 = 0
        var separator: [UInt8] = []
        var caseRule: CaseRule
    }

    private struct Key: Hashable {
        var rules: [Rule]
        var takesFullStop: Bool
    }

    private(set) var shapes: [Shape] = []
    private(set) var rules: [Rule] = []
    private var known: [Key: UInt32] = [:]
    /// Shapes of up to 8 tokens without anything special, by count and case rules: found without a dictionary.
    private var plain: [UInt32: UInt32] = [:]
    let folds: FoldTable
    private var folding: TokenFolding

    init() {
        folds = FoldTable()
        folding = TokenFolding(folds: folds)
    }

    /// What a spelling is made of.
    struct Spelling {
        var node: UInt32
        var shape: UInt32
        /// Its folded first token: the first octet, the first three letters as they are hashed, and the hash.
        var firstOctet: UInt8
        var firstLetters: (UInt8, UInt8, UInt8)
        var firstHash: UInt64
        /// First letter of the second token; `nil` for a name of one.
        var secondLetter: UInt8?
        /// Whether it may begin with a small letter in a text.
        var mayBeSmall: Bool
    }

    private var tokens: [Token] = []
    private var tokenShapes: [TokenShape] = []

    /// Adds `text` below `root`; `nil` when it has no token, or too many.
    mutating func add(
        _ text: UnsafeBufferPointer<UInt8>, _ nameCase: NameCase, below root: UInt32, _ trie: inout TrieBuilder
    ) -> Spelling? {
        let scanner = TokenScanner(text: text, folds: folds)
        tokens.removeAll(keepingCapacity: true)
        tokenShapes.removeAll(keepingCapacity: true)
        guard let base = text.baseAddress else { return nil }
        var node = root
        var offset = 0
        var hasSeparator = false
        var firstOctet: UInt8 = 0
        var firstLetters: (UInt8, UInt8, UInt8) = (0, 0, 0)
        var firstHash: UInt64 = 0
        var secondLetter: UInt8?
        while let token = scanner.token(from: offset) {
            if tokens.count == ImageFormat.maximumTokens { return nil }
            let (start, count) = (Int(token.start), Int(token.end - token.start))
            if token.letters == .ascii {
                let hash = TokenHash.of(base + start, count: count, mask: 0x20, script: .ascii)
                tokenShapes.append(TokenFolding.asciiShape(base + start, count: count))
                node = trie.child(
                    of: node, hash: hash, UnsafeBufferPointer(start: base + start, count: count), mask: 0x20)
                if tokens.isEmpty {
                    firstOctet = text[start] | 0x20
                    firstLetters = (
                        firstOctet, count > 1 ? text[start + 1] | 0x20 : 0, count > 2 ? text[start + 2] | 0x20 : 0
                    )
                    firstHash = hash
                } else if tokens.count == 1 {
                    secondLetter = text[start] | 0x20
                }
            } else {
                let (hash, shape) = folding.fold(token, text)
                tokenShapes.append(shape)
                node = folding.folded.withUnsafeBufferPointer { trie.child(of: node, hash: hash, $0, mask: 0) }
                if tokens.isEmpty {
                    firstOctet = folding.folded.first ?? 0
                    (firstLetters, firstHash) = (folding.firstLetters, hash)
                } else if tokens.count == 1 {
                    secondLetter = folding.firstLetters.0
                }
            }
            if offset > 0, !(start == offset + 1 && text[offset] == 0x20) { hasSeparator = true }
            tokens.append(token)
            offset = Int(token.end)
        }
        guard let last = tokens.last, let lastShape = tokenShapes.last else { return nil }
        trie.end(at: node)
        let takesFullStop = lastShape.scalarCount <= 3 && Int(last.end) < text.count && text[Int(last.end)] == 0x2E
        let caseRules = CaseRules(tokenShapes, nameCase)
        let shape =
            hasSeparator || takesFullStop || nameCase == .exact || tokens.count > 8
            ? shape(text, caseRules, takesFullStop) : plainShape(caseRules)
        let first = caseRules.rule(tokenShapes[0], isFirst: true)
        let mayBeSmall = first == .any || (first == .exact && !tokenShapes[0].initialIsUpper)
        return Spelling(
            node: node, shape: shape, firstOctet: firstOctet, firstLetters: firstLetters, firstHash: firstHash,
            secondLetter: secondLetter, mayBeSmall: mayBeSmall)
    }

    private mutating func plainShape(_ caseRules: CaseRules) -> UInt32 {
        var key = UInt32(tokens.count)
        for (index, token) in tokenShapes.enumerated() {
            key = key << 2 | UInt32(caseRules.rule(token, isFirst: index == 0).rawValue)
        }
        if let shape = plain[key] { return shape }
        let rules = tokenShapes.enumerated().map { Rule(caseRule: caseRules.rule($1, isFirst: $0 == 0)) }
        let shape = intern(Key(rules: rules, takesFullStop: false))
        plain[key] = shape
        return shape
    }

    private mutating func shape(
        _ text: UnsafeBufferPointer<UInt8>, _ caseRules: CaseRules, _ takesFullStop: Bool
    ) -> UInt32 {
        var rules: [Rule] = []
        for index in tokens.indices {
            var rule = Rule(caseRule: caseRules.rule(tokenShapes[index], isFirst: index == 0))
            if rule.caseRule == .exact { rule.upperBits = tokenShapes[index].upperBits }
            if index > 0 {
                rule.separator = Gap.separator(text, Int(tokens[index - 1].end), Int(tokens[index].start), folds)
            }
            rules.append(rule)
        }
        return intern(Key(rules: rules, takesFullStop: takesFullStop))
    }

    private mutating func intern(_ key: Key) -> UInt32 {
        if let shape = known[key] { return shape }
        let isPlain = key.rules.allSatisfy { $0.separator.isEmpty }
        var flags = key.takesFullStop ? ImageFormat.shapeTakesFullStop : 0
        if isPlain, key.rules.allSatisfy({ $0.caseRule == .initial }) { flags |= ImageFormat.shapeIsInitials }
        if isPlain, key.rules.allSatisfy({ $0.caseRule == .any }) { flags |= ImageFormat.shapeIsFree }
        let shape = UInt32(truncatingIfNeeded: shapes.count)
        shapes.append(
            Shape(
                firstRule: UInt32(truncatingIfNeeded: rules.count), count: UInt16(clamping: key.rules.count),
                flags: flags))
        rules += key.rules
        known[key] = shape
        return shape
    }
}
