import NewswatchModel

/// The clause that a mention stands in, in English and Russian text: what is shown as the place of a score.
///
/// Clauses are parted by semicolons, colons, brackets, dashes, by words that turn a sentence ("but", «однако»), and by
/// commas before words that join one ("which", «который»). No grammar is known, so it errs; nothing is computed from it.
public enum Clause {
    /// The clause of `mention` inside `passage`, from its first word to its last; the mention is always inside.
    ///
    /// Of a long passage no more than 2,048 octets on each side are looked at.
    public static func range(
        of mention: ByteRange, in passage: ByteRange, of text: UnsafeBufferPointer<UInt8>
    ) -> ByteRange {
        let target = ToneTarget(passage: passage, mention: mention).clamped(to: text.count)
        let (whole, name) = (target.passage, target.mention)
        let bounds = TextScalars(text, whole.start, whole.end)
        let start = bounds.aligned(name.start - reach)
        let end = bounds.aligned(name.end + reach)
        let words = PassageWord.all(in: TextScalars(text, start, max(end, name.end)))
        var (first, last) = (0, words.count)
        for (index, word) in words.enumerated() where index > 0 && begins(word) {
            // Names may hold "and" or a dash, so no clause begins inside the mention.
            if word.range.start <= name.start {
                first = index
            } else if word.range.start >= name.end {
                last = index
                break
            }
        }
        guard first < last else { return name }
        return ByteRange(min(words[first].range.start, name.start), max(words[last - 1].range.end, name.end))
    }

    private static let reach = 2_048

    private static func begins(_ word: PassageWord) -> Bool {
        word.followsBreak || turns.contains(word.hash) || (word.followsComma && joints.contains(word.hash))
    }

    private static let turns = hashes(
        """
        but although though whereas while however yet despite unlike
        но однако хотя зато несмотря тогда
        """)
    private static let joints = hashes(
        """
        and or so which who whom whose where when because since after before as with if that
        и а или либо да что чтобы где куда откуда когда пока если как так потому поскольку кто чей чья чье чьи
        который которая которое которые которого которой которых которому которым которую которыми котором
        после перед вместо кроме
        """)

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split { $0 == " " || $0 == "\n" }.map { PassageWord.hash($0) })
    }
}
