import CTextMasks

/// Finds names in a text: masks of the text tell where a word may begin a name, a filter sorts out nearly all of those,
/// and the few left are walked through the tree of words.
struct NameSearch {
    private let reader: IndexReader
    private let scanner: TokenScanner
    private let space: MatchingSpace
    private var folding: TokenFolding
    private var walk: PathSearch

    init(_ reader: IndexReader, _ text: UnsafeBufferPointer<UInt8>, _ space: MatchingSpace) {
        (self.reader, self.space) = (reader, space)
        scanner = TokenScanner(text: text, folds: space.folds)
        folding = TokenFolding(folds: space.folds)
        walk = PathSearch(reader, scanner, space)
    }

    /// Calls `report` with the names in the order of their first token; with `.longest`, only with those of the
    /// longest span at the leftmost place, and goes on behind it.
    mutating func run(_ overlap: Overlap, _ report: (NameHit) -> Void) {
        guard let base = scanner.text.baseAddress else { return }
        var names = space.names
        var from = 0
        // A name may begin here or later.
        var resume: UInt32 = 0
        while from < scanner.end {
            let blocks = min(MatchingSpace.blocks, (scanner.end - from + 63) / 64)
            text_masks(base, scanner.end, from, blocks, &names, space.masks)
            let count = sieve(from, blocks, base)
            for index in 0..<count {
                let candidate = space.candidates[index]
                if candidate.start < resume { continue }
                let token = Token(
                    start: candidate.start, end: candidate.end, letters: candidate.letters, mayBeCapitalised: true,
                    scalarClass: .word)
                switch candidate.letters {
                case .ascii: walk.walk(fromASCII: token, hash: candidate.hash)
                case .cyrillic: walk.walk(fromCyrillic: token, hash: candidate.hash)
                case .other:
                    walk.walk(from: scanner.token(at: Int(candidate.start)), root: ImageFormat.nameRoot)
                }
                if walk.found.isEmpty { continue }
                let longest = walk.longest
                for hit in walk.found where overlap == .all || hit.end == longest { report(hit) }
                if overlap == .longest { resume = longest }
            }
            from += blocks * 64
        }
    }

    /// Puts the words of the next blocks that may begin a name into `space.candidates`; how many.
    @inline(never)
    private mutating func sieve(_ from: Int, _ blocks: Int, _ base: UnsafePointer<UInt8>) -> Int {
        let (masks, candidates, end) = (space.masks, space.candidates, scanner.end)
        let (reader, cyrillic, secondLetters) = (reader, space.cyrillic, space.secondLetters)
        var count = 0
        for block in 0..<blocks {
            var starts = masks[block].start
            while starts != 0 {
                let bit = starts.trailingZeroBitCount
                starts &= starts &- 1
                let start = from &+ block &* 64 &+ bit
                let octets = base + start
                let first = octets[0]
                // What is read below lies inside the text.
                guard first < 0x80 || first & 0xFE == 0xD0, start &+ 16 <= end else {
                    count = other(start, count)
                    continue
                }
                let isASCII = first < 0x80
                if isASCII {
                    let second = octets[1]
                    if second < 0x80, second != 0x27,
                        !reader.mayBegin(
                            map: FirstLetters.map(isASCII: true, isSmall: first >= 0x61), first | 0x20,
                            secondLetters[Int(second)])
                    {
                        continue
                    }
                } else if Self.cannotBegin(octets, reader, cyrillic) {
                    continue
                }
                let next = block &+ 1 < blocks ? masks[block &+ 1] : text_mask()
                let run =
                    isASCII
                    ? Self.run(masks[block].word, bit, next.word) : Self.run(masks[block].cyrillic, bit, next.cyrillic)
                guard run > 0, start &+ run &+ 8 <= end, Self.isPlainEnd(octets + run),
                    Self.isPlainStart(base, start, start == 0 ? 0x20 : base[start &- 1])
                else {
                    count = other(start, count)
                    continue
                }
                let hash: UInt64
                if !isASCII {
                    guard let simple = cyrillic.hash(octets, count: run) else {
                        count = other(start, count)
                        continue
                    }
                    hash = simple
                } else if run <= 8 {
                    let word = UnsafeRawPointer(octets).loadUnaligned(as: UInt64.self).littleEndian
                    let kept = UInt64.max &>> UInt64((8 &- run) &* 8)
                    hash = TokenHash.of(short: (word | 0x2020_2020_2020_2020) & kept, count: run, script: .ascii)
                } else {
                    hash = TokenHash.of(octets, count: run, mask: 0x20, script: .ascii)
                }
                guard reader.mayBegin(hash) else { continue }
                text_masks_prefetch(reader.wordAddress(hash))
                candidates[count] = MatchingSpace.Candidate(
                    start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start &+ run),
                    hash: hash, letters: isASCII ? .ascii : .cyrillic)
                count &+= 1
            }
        }
        return count
    }

    /// Whether no name begins with the Cyrillic letters at `octets`; false too where they do not fold simply.
    @inline(__always)
    private static func cannotBegin(
        _ octets: UnsafePointer<UInt8>, _ reader: IndexReader, _ cyrillic: CyrillicFolds
    ) -> Bool {
        let one = cyrillic.letter(octets)
        var two: UInt8 = 0
        if octets[2] & 0xFE == 0xD0 {
            two = cyrillic.letter(octets + 2)
            if two == 0 { return false }
        } else if octets[2] >= 0x80 || octets[2] == 0x27 || TokenScanner.isWord(octets[2]) {
            return false
        }
        let isSmall = octets[0] == 0xD1 || octets[1] >= 0xB0
        return one != 0
            && !reader.mayBegin(map: FirstLetters.map(isASCII: false, isSmall: isSmall), one, two)
    }

    /// How many octets from `bit` are set in `here` and, after it, in `next`; 0 when they go on behind both.
    @inline(__always)
    private static func run(_ here: UInt64, _ bit: Int, _ next: UInt64) -> Int {
        let run = (~(here &>> UInt64(bit))).trailingZeroBitCount
        if run < 64 &- bit { return run }
        let more = (~next).trailingZeroBitCount
        return next == 0 || more == 64 ? 0 : run &+ more
    }

    /// Whether a word surely begins at `start`, before which the octet `before` stands: no letter, mark or invisible
    /// character that it goes on from.
    @inline(__always)
    private static func isPlainStart(_ base: UnsafePointer<UInt8>, _ start: Int, _ before: UInt8) -> Bool {
        if before < 0x80, before != 0x27 { return true }
        guard start >= 3 else { return false }
        let (third, second) = (base[start &- 3], base[start &- 2])
        // An apostrophe behind no letter is a quotation mark.
        if before == 0x27 { return second < 0x80 && second != 0x27 && !TokenScanner.isWord(second) }
        // A no-break space or guillemet; a dash, an opening quotation mark, an ellipsis.
        if second == 0xC2 { return before == 0xA0 || before == 0xAB || before == 0xBB }
        return third == 0xE2 && second == 0x80
            && (before == 0x93 || before == 0x94 || before == 0x98 || (before >= 0x9C && before <= 0x9E)
                || before == 0xA6)
    }

    /// Whether a word surely ends at `octets`, of which 8 may be read: no letter, mark or invisible character that it
    /// goes on with, and no hyphen at the end of a line.
    @inline(__always)
    private static func isPlainEnd(_ octets: UnsafePointer<UInt8>) -> Bool {
        switch octets[0] {
        case 0x27: isPossessive(octets + 1)
        case 0x2D: octets[1] > 0x20 && octets[1] < 0x80
        // A no-break space or guillemet; a dash, a closing quotation mark, an ellipsis.
        case 0xC2: octets[1] == 0xA0 || octets[1] == 0xAB || octets[1] == 0xBB
        case 0xE2:
            octets[1] == 0x80
                && (octets[2] == 0x93 || octets[2] == 0x94 || octets[2] == 0x9D || octets[2] == 0xA6
                    || (octets[2] == 0x99 && isPossessive(octets + 3)))
        default: octets[0] < 0x80 && !TokenScanner.isWord(octets[0])
        }
    }

    /// Whether an apostrophe before `octets` ends its word: nothing or a lone s follows.
    @inline(__always)
    private static func isPossessive(_ octets: UnsafePointer<UInt8>) -> Bool {
        if octets[0] | 0x20 == 0x73 { return octets[1] < 0x80 && !TokenScanner.isWord(octets[1]) }
        return octets[0] < 0x80 && !TokenScanner.isWord(octets[0])
    }

    /// A word that needs a closer look: whether it begins here at all, and how it folds.
    private mutating func other(_ start: Int, _ count: Int) -> Int {
        let scalar = scanner.text.scalar(at: start, end: scanner.end)
        guard space.folds[scalar.value].scalarClass.isTokenStart, scanner.isStart(start) else { return count }
        let token = scanner.token(at: start)
        let (hash, _) = folding.fold(token, scanner.text)
        guard reader.mayBegin(hash) || scanner.joined(token) != nil else { return count }
        space.candidates[count] = MatchingSpace.Candidate(
            start: token.start, end: token.end, hash: hash, letters: .other)
        return count + 1
    }
}
