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
            let starts = text_masks(base, scanner.end, from, blocks, &names, space.masks, space.starts)
            let count = sieve(from, starts, blocks, base)
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
                for hit in walk.found where overlap == .all || hit.wordEnd == longest { report(hit) }
                if overlap == .longest { resume = longest }
            }
            from += blocks * 64
        }
    }

    /// Puts the words of the next blocks that may begin a name into `space.candidates`; how many.
    @inline(never)
    private mutating func sieve(_ from: Int, _ starts: Int, _ blocks: Int, _ base: UnsafePointer<UInt8>) -> Int {
        let (masks, candidates, end) = (space.masks, space.candidates, scanner.end)
        let (reader, cyrillic, plainSigns, letters) = (reader, space.cyrillic, space.plainSigns, space.letters)
        var count = 0
        for index in 0..<starts {
            let place = Int(space.starts[index])
            let (block, bit, start) = (place &>> 6, place & 63, from &+ place)
            let octets = base + start
            let first = octets[0]
            let isASCII = first < 0x80
            // What is read below lies inside the text.
            guard isASCII || first & 0xFE == 0xD0, start &+ 40 <= end else {
                count = other(start, count)
                continue
            }
            let isSmall = isASCII ? first >= 0x61 : first == 0xD1 || octets[1] >= 0xB0
            if isASCII, isSmall {
                let (second, third) = (letters[Int(octets[1])], letters[Int(octets[2])])
                if second != 0xFF {
                    let mayBegin =
                        third == 0xFF && second != 0
                        ? reader.maySmallBegin(first, second)
                        : reader.maySmallBegin(first, second, second == 0 ? 0 : third)
                    if !mayBegin { continue }
                }
            }
            let next = block &+ 1 < blocks ? masks[block &+ 1] : text_mask()
            let run =
                isASCII
                ? Self.run(masks[block].word, bit, next.word) : Self.run(masks[block].cyrillic, bit, next.cyrillic)
            // An odd run of Cyrillic octets is broken UTF-8.
            guard run > 0, run <= 32, isASCII || run & 1 == 0 else {
                count = other(start, count)
                continue
            }
            let sign = octets[run]
            let before = start == 0 ? 0x20 : base[start &- 1]
            guard plainSigns[Int(sign)] & 1 == 1 || Self.isPlainEnd(octets + run),
                plainSigns[Int(before)] & 2 == 2 || Self.isPlainStart(base, start, before)
            else {
                count = other(start, count)
                continue
            }
            let hash: UInt64
            if isASCII {
                hash = Self.hash(octets, run)
            } else if let simple = cyrillic.hash(readable: octets, count: run) {
                hash = simple
            } else {
                count = other(start, count)
                continue
            }
            // The usual gaps: a sign of ASCII, or one and a space, and the next word behind it.
            var letter: UInt8 = 0
            if sign < 0x80 {
                let behind = octets + (octets[run &+ 1] == 0x20 ? run &+ 2 : run &+ 1)
                if behind[0] < 0x80 {
                    letter = TokenScanner.isWord(behind[0]) ? behind[0] | 0x20 : 0
                } else if behind[0] & 0xFE == 0xD0, behind[2] < 0x80 || behind[2] & 0xFE == 0xD0 {
                    // Before a mark, also behind something invisible, it may be another letter.
                    letter = cyrillic.letter(behind)
                }
            }
            // Kept without a branch, which nobody could foresee.
            candidates[count] = MatchingSpace.Candidate(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: start &+ run),
                hash: hash, letters: isASCII ? .ascii : .cyrillic)
            count &+= reader.mayBegin(hash, isSmall: isSmall, before: letter)
        }
        for index in 0..<count where candidates[index].letters != .other {
            text_masks_prefetch(reader.wordAddress(candidates[index].hash))
        }
        return count
    }

    /// The hash of a word of ASCII of up to 32 octets, as many of which may be read.
    @inline(__always)
    private static func hash(_ octets: UnsafePointer<UInt8>, _ run: Int) -> UInt64 {
        if run > 16 { return TokenHash.of(octets, count: run, mask: 0x20, script: .ascii) }
        let raw = UnsafeRawPointer(octets)
        let (one, two) = (raw.loadUnaligned(as: UInt64.self), raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        let short = TokenHash.of(
            short: (one.littleEndian | 0x2020_2020_2020_2020) & (UInt64.max &>> UInt64(max(0, 8 &- run) &* 8)),
            count: run, script: .ascii)
        if run <= 8 { return short }
        return TokenHash.mix(
            short ^ (two.littleEndian | 0x2020_2020_2020_2020) & (UInt64.max &>> UInt64(max(0, 16 &- run) &* 8)))
    }

    /// How many octets from `bit` are set in `here` and, after it, in `next`; 0 when they go on behind both.
    @inline(__always)
    private static func run(_ here: UInt64, _ bit: Int, _ next: UInt64) -> Int {
        let run = (~(here &>> UInt64(bit))).trailingZeroBitCount
        if run < 64 &- bit { return run }
        let more = (~next).trailingZeroBitCount
        return next == 0 || more == 64 ? 0 : run &+ more
    }

    /// Whether a word surely begins at `start` though no plain sign, but `before`, stands before it: no letter, mark or
    /// invisible character that it goes on from.
    @inline(__always)
    private static func isPlainStart(_ base: UnsafePointer<UInt8>, _ start: Int, _ before: UInt8) -> Bool {
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

    /// Whether a word surely ends at `octets`, of which 8 may be read, though no plain sign stands there: no letter, mark
    /// or invisible character that it goes on with, and no hyphen at the end of a line.
    @inline(__always)
    private static func isPlainEnd(_ octets: UnsafePointer<UInt8>) -> Bool {
        switch octets[0] {
        case 0x27: isPossessive(octets + 1)
        case 0x2D: (octets[1] > 0x20 && octets[1] < 0x80) || octets[1] & 0xFE == 0xD0
        // A no-break space or guillemet; a dash, a closing quotation mark, an ellipsis.
        case 0xC2: octets[1] == 0xA0 || octets[1] == 0xAB || octets[1] == 0xBB
        case 0xE2:
            octets[1] == 0x80
                && (octets[2] == 0x93 || octets[2] == 0x94 || octets[2] == 0x9D || octets[2] == 0xA6
                    || (octets[2] == 0x99 && isPossessive(octets + 3)))
        default: false
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
