import NewswatchModel

/// The clause that a mention stands in, and the words there that speak for or against it.
struct ToneClause {
    private struct Word {
        var range: ByteRange
        var stem: UInt64
        /// Whether a mark stands before it that parts clauses (`;`, a dash, a colon), or a comma.
        var afterBreak: Bool
        var afterComma: Bool
    }

    let range: ByteRange
    private let words: [Word]
    private let target: ByteRange

    /// How many words before it a negation reaches.
    private static let negationReach = 3

    init(in text: UnsafeBufferPointer<UInt8>, sentence: ByteRange, around target: ByteRange) {
        let all = ToneClause.words(of: text, sentence)
        var (first, last) = (0, all.count)
        for (index, word) in all.enumerated() where index > 0 && ToneClause.begins(word) {
            // Names may hold "and" or a hyphen, so no clause begins inside the mention.
            if word.range.start <= target.start {
                first = index
            } else if word.range.start >= target.end {
                last = index
                break
            }
        }
        words = Array(all[first..<max(first, last)])
        range = ByteRange(
            min(words.first?.range.start ?? target.start, target.start),
            max(words.last?.range.end ?? target.end, target.end))
        self.target = target
    }

    func evidence() -> [ToneEvidence] {
        let before = words.lastIndex { $0.range.end <= target.start }
        let after = words.firstIndex { $0.range.start >= target.end }
        let isAgent = before.map { words[$0].stem == ToneClause.by } ?? false
        let passive = isPassive(after: after)
        // "Smith's critics praised …": what follows is about the critics.
        let foes =
            after.map { start in
                words[start...].prefix(3).contains { ToneClause.foes.contains($0.stem) } && hasGenitive(start)
            } ?? false
        var found: [ToneEvidence] = []
        for (index, word) in words.enumerated() where !word.range.overlaps(target) {
            guard let entry = ToneWords.entry(stem: word.stem), entry.weight != 0 else { continue }
            let isAfter = word.range.start >= target.end
            var weight = entry.weight * modifier(at: index)
            if entry.role == .act {
                // The doer of an act is hardly touched by it: "X condemned", "condemned by X".
                let doer = isAgent ? !isAfter : isAfter && !passive
                if doer { weight *= 0.15 }
            }
            if foes, isAfter { weight *= -0.3 }
            let distance = isAfter ? index - (after ?? index) : (before ?? index) - index
            found.append(ToneEvidence(range: word.range, weight: weight / (1 + Double(distance) / 10)))
        }
        return found
    }

    // MARK: Rules

    /// Negations turn a word over and weaken it, intensifiers strengthen it.
    private func modifier(at index: Int) -> Double {
        var factor = 1.0
        for place in max(0, index - ToneClause.negationReach)..<index {
            switch ToneWords.entry(stem: words[place].stem)?.role {
            case .negation: factor *= -0.7
            case .intensifier where place == index - 1: factor *= 1.3
            default: break
            }
        }
        return factor
    }

    /// Whether a form of "be" follows the mention within four words: then acts after it fall on it.
    private func isPassive(after start: Int?) -> Bool {
        guard let start else { return false }
        return words[start...].prefix(4).contains { ToneClause.beings.contains($0.stem) }
    }

    /// Whether the word at `start` is the s of a genitive, or the mention ends in one.
    private func hasGenitive(_ start: Int) -> Bool {
        words[start].stem == ToneClause.s || words[start].range.start - target.end <= 4
    }

    private static func begins(_ word: Word) -> Bool {
        word.afterBreak || turns.contains(word.stem) || (word.afterComma && joints.contains(word.stem))
    }

    private static let by = hash("by")
    private static let s = hash("s")
    private static let turns = hashes("but although though whereas while however yet despite unlike")
    private static let joints = hashes("and or so which who whose where when because since after before as with")
    private static let beings = hashes("was were is are been being be")
    private static let foes = hashes("critics opponents rivals enemies foes victims opposition")

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { hash(String($0)) })
    }
    private static func hash(_ word: String) -> UInt64 { ToneWords.stem(Array(word.utf8)[...]) }

    // MARK: Words

    private static func words(of text: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> [Word] {
        var found: [Word] = []
        found.reserveCapacity(range.count / 5 + 1)
        var place = range.start
        var (isBreak, comma) = (false, false)
        func isLetter(_ byte: UInt8) -> Bool {
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || (0xC3...0xDF).contains(byte)
        }
        while place < range.end {
            let byte = text[place]
            guard isLetter(byte) else {
                if byte == 0x3B || byte == 0x3A || byte == 0x28 || byte == 0x29 { isBreak = true }
                if byte == 0x2C { comma = true }
                // En and em dash, and the hyphen that stands for them.
                if byte == 0xE2, place + 2 < range.end, text[place + 1] == 0x80,
                    text[place + 2] & 0xFE == 0x94 || text[place + 2] == 0x93
                {
                    isBreak = true
                }
                if byte == 0x2D, place > range.start, text[place - 1] == 0x20 { isBreak = true }
                place += 1
                continue
            }
            let start = place
            while place < range.end,
                isLetter(text[place]) || (text[place] & 0xC0 == 0x80) || isInnerHyphen(text, place, range)
            {
                place += 1
            }
            found.append(
                Word(
                    range: ByteRange(start, place),
                    stem: ToneWords.stem(UnsafeBufferPointer(rebasing: text[start..<place])),
                    afterBreak: isBreak, afterComma: comma))
            (isBreak, comma) = (false, false)
        }
        return found
    }

    private static func isInnerHyphen(_ text: UnsafeBufferPointer<UInt8>, _ place: Int, _ range: ByteRange) -> Bool {
        text[place] == 0x2D && place + 1 < range.end && (0x61...0x7A).contains(text[place + 1] | 0x20)
    }
}
