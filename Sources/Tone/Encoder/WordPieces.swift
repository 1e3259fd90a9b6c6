/// Splits text into word pieces (Training/FORMAT.md, Word pieces).
struct WordPieces {
    let vocabulary: Vocabulary
    private let folding = PieceFolding.rules
    /// The UTF-8 of the word at hand, its first 100 scalars, and where each of them ends.
    private var word: [UInt8] = []
    private var ends: [Int] = []
    /// Scalars of the word at hand, those beyond 100 counted too.
    private var scalars = 0
    /// The ids of one word, which are given up when its end is unknown.
    private var found: [UInt32] = []
    /// Hashes of what begins at the place at hand, by how many scalars it takes.
    private var hashes: [UInt64] = []

    /// A longer word is one unknown piece.
    private static let longestWord = 100

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        word.reserveCapacity(4 * WordPieces.longestWord)
        ends.reserveCapacity(WordPieces.longestWord)
        found.reserveCapacity(WordPieces.longestWord)
        hashes.reserveCapacity(WordPieces.longestWord)
    }

    /// Adds the pieces of `text` to `pieces`, until that is full.
    mutating func split(_ text: TextScalars, into pieces: inout EndBuffer<UInt32>) {
        clear()
        let folding = folding
        var place = text.start
        while place < text.end, !pieces.isFull {
            let next = text.scalar(at: place)
            place = next.end
            folding.forEach(next.scalar) { single in
                switch single.kind {
                case .skipped: break
                case .blank: close(into: &pieces)
                case .part: add(single.scalar)
                case .alone:
                    close(into: &pieces)
                    add(single.scalar)
                    close(into: &pieces)
                }
            }
        }
        close(into: &pieces)
    }

    /// The last place at or before `place` where no word goes on, so that splitting may begin there.
    func boundary(_ text: TextScalars, before place: Int) -> Int {
        var found = text.aligned(place)
        while found > text.start, found < text.end {
            let before = text.scalar(before: found)
            if folding.parts(before.scalar, text.scalar(at: found).scalar) { return found }
            found = before.start
        }
        return found
    }

    private mutating func clear() {
        word.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        scalars = 0
    }

    private mutating func add(_ scalar: UInt32) {
        scalars += 1
        guard scalars <= WordPieces.longestWord else { return }
        if scalar < 0x80 {
            word.append(UInt8(scalar))
        } else if let value = Unicode.Scalar(scalar) {
            word.append(contentsOf: UTF8.encode(value)!)
        }
        ends.append(word.count)
    }

    private mutating func close(into pieces: inout EndBuffer<UInt32>) {
        guard scalars > 0 else { return }
        if scalars <= WordPieces.longestWord, findPieces() {
            for id in found { pieces.append(id) }
        } else {
            pieces.append(Vocabulary.unknown)
        }
        clear()
    }

    /// The longest piece that begins the word, then the longest that begins the rest, into `found`; whether all of it
    /// is made of pieces.
    private mutating func findPieces() -> Bool {
        found.removeAll(keepingCapacity: true)
        var first = 0
        while first < ends.count {
            let start = first == 0 ? 0 : ends[first - 1]
            guard let piece = longestPiece(first, start) else { return false }
            found.append(piece.id)
            first = piece.next
        }
        return true
    }

    private mutating func longestPiece(_ first: Int, _ start: Int) -> (id: UInt32, next: Int)? {
        var hash = FoldedHash()
        if first > 0 {
            hash.add(0x23)
            hash.add(0x23)
        }
        hashes.removeAll(keepingCapacity: true)
        var place = start
        for end in ends[first...] {
            guard end - start <= vocabulary.longest else { break }
            while place < end {
                hash.add(word[place])
                place += 1
            }
            hashes.append(hash.value)
        }
        return word.withUnsafeBufferPointer { bytes in
            for length in stride(from: hashes.count, to: 0, by: -1) {
                let text = UnsafeBufferPointer(rebasing: bytes[start..<ends[first + length - 1]])
                if let id = vocabulary.id(hashes[length - 1], text, continues: first > 0) {
                    return (id, first + length)
                }
            }
            return nil
        }
    }
}
