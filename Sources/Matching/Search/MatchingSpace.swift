import CTextMasks

/// What a matcher works in, kept from text to text.
final class MatchingSpace {
    /// A word that may begin a name.
    struct Candidate {
        var start: UInt32
        var end: UInt32
        var hash: UInt64
        var letters: Token.Letters
    }

    /// Blocks of 64 octets that are sieved at a time: enough words that what they need of the index is fetched before
    /// it is looked at.
    static let blocks = 32

    /// What a word of ASCII is asked by at its second octet: the folded letter or digit, or 0 where the word has ended.
    let secondLetters: UnsafeMutablePointer<UInt8>
    let folds = FoldTable()
    /// What the index's names have in common.
    let names: text_mask_names
    let cyrillic: CyrillicFolds
    let masks: UnsafeMutablePointer<text_mask>
    /// As many as can begin in so many blocks.
    let candidates: UnsafeMutablePointer<Candidate>

    init(_ reader: IndexReader) {
        cyrillic = CyrillicFolds(folds)
        names = FirstPairs.of(reader, cyrillic)
        secondLetters = .allocate(capacity: 128)
        for byte in UInt8(0)..<128 {
            (secondLetters + Int(byte)).initialize(to: TokenScanner.isWord(byte) ? byte | 0x20 : 0)
        }
        masks = .allocate(capacity: Self.blocks)
        masks.initialize(repeating: text_mask(), count: Self.blocks)
        candidates = .allocate(capacity: Self.blocks * 64)
        candidates.initialize(
            repeating: Candidate(start: 0, end: 0, hash: 0, letters: .other), count: Self.blocks * 64)
    }

    deinit {
        cyrillic.release()
        secondLetters.deallocate()
        masks.deallocate()
        candidates.deallocate()
    }
}
