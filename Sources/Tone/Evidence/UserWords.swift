import NewswatchModel

/// Finds the user's `tone-words` in passages.
public struct UserWords {
    /// A word or phrase, in small letters.
    private struct Pattern {
        let words: [[UInt8]]
        /// Whether the last word stands for all that begin so.
        let isPrefix: Bool
        let weight: Double
    }

    private let lists: ToneWordLists
    private var compiled: [EntityID: [Pattern]] = [:]

    public init(_ lists: ToneWordLists) { self.lists = lists }

    /// Where words that count toward `entity` stand in the target's passage, outside of the mention, in text order.
    public mutating func evidence(
        for entity: EntityID, in text: UnsafeBufferPointer<UInt8>, _ target: ToneTarget
    ) -> [ToneEvidence] {
        if lists.isEmpty { return [] }
        let patterns = patterns(for: entity)
        if patterns.isEmpty { return [] }
        let words = UserWords.words(of: text, target.passage)
        var found: [ToneEvidence] = []
        for first in words.indices {
            for pattern in patterns where matches(pattern, words, first) {
                let range = ByteRange(words[first].range.start, words[first + pattern.words.count - 1].range.end)
                if !range.overlaps(target.mention) {
                    found.append(ToneEvidence(range: range, weight: pattern.weight, source: .words))
                }
            }
        }
        return found
    }

    private func matches(_ pattern: Pattern, _ words: [Word], _ first: Int) -> Bool {
        guard first + pattern.words.count <= words.count else { return false }
        for (offset, wanted) in pattern.words.enumerated() {
            let word = words[first + offset].folded
            let isLast = offset == pattern.words.count - 1
            guard isLast && pattern.isPrefix ? word.starts(with: wanted) : word == wanted else { return false }
        }
        return true
    }

    private mutating func patterns(for entity: EntityID) -> [Pattern] {
        if let known = compiled[entity] { return known }
        let made = lists.words(for: entity).list.compactMap { word -> Pattern? in
            var text = word.text
            let isPrefix = text.hasSuffix("*")
            if isPrefix { text.removeLast() }
            let words = text.withUTF8 { UserWords.words(of: $0, ByteRange(0, $0.count)).map(\.folded) }
            return words.isEmpty ? nil : Pattern(words: words, isPrefix: isPrefix, weight: word.weight)
        }
        compiled[entity] = made
        return made
    }

    // MARK: Words

    private struct Word {
        let range: ByteRange
        /// UTF-8 in small letters.
        let folded: [UInt8]
    }

    /// Runs of letters and digits; marks on letters belong to them.
    private static func words(of text: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> [Word] {
        var found: [Word] = []
        var folded: [UInt8] = []
        var start = range.start
        var place = range.start
        func isPart(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .nonspacingMark, .spacingMark:
                return true
            default: return false
            }
        }
        // A passage begins and ends between characters, so widths add up to places.
        let passage = UnsafeBufferPointer(rebasing: text[range.start..<range.end])
        for scalar in String(decoding: passage, as: UTF8.self).unicodeScalars {
            if isPart(scalar) {
                if folded.isEmpty { start = place }
                folded += scalar.properties.lowercaseMapping.utf8
            } else if !folded.isEmpty {
                found.append(Word(range: ByteRange(start, place), folded: folded))
                folded = []
            }
            place += UTF8.width(scalar)
        }
        if !folded.isEmpty { found.append(Word(range: ByteRange(start, place), folded: folded)) }
        return found
    }
}

extension ToneProbabilities {
    /// These, with the user's words counted in: their weights' sum, within −1…+1, is the share that goes to
    /// "negative" or "positive".
    public func moved(by evidence: [ToneEvidence]) -> ToneProbabilities {
        let sum = evidence.lazy.filter { $0.source == .words }.reduce(0) { $0 + $1.weight }
        let share = min(1, abs(sum))
        guard share > 0 else { return self }
        return ToneProbabilities(
            negative: negative * (1 - share) + (sum < 0 ? share : 0), neutral: neutral * (1 - share),
            positive: positive * (1 - share) + (sum > 0 ? share : 0))
    }
}
