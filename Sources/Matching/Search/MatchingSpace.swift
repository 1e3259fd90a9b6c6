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

    /// By an octet, whether a word surely ends before it (bit 0) or begins behind it (bit 1), whatever else is there.
    let plainSigns: UnsafeMutablePointer<UInt8>
    /// By an octet of ASCII, its folded letter or digit, or 0 for a sign that ends a word; 255 for others, and for the
    /// apostrophe and the hyphen, behind which a word may go on.
    let letters: UnsafeMutablePointer<UInt8>
    let folds = FoldTable()
    /// What the index's names have in common.
    let names: text_mask_names
    let cyrillic: CyrillicFolds
    let masks: UnsafeMutablePointer<text_mask>
    /// Where a word may start in so many blocks, and room for the last write.
    let starts: UnsafeMutablePointer<UInt32>
    /// As many as can begin in so many blocks, and one more.
    let candidates: UnsafeMutablePointer<Candidate>

    init(_ reader: IndexReader) {
        cyrillic = CyrillicFolds(folds)
        names = reader.letters
        plainSigns = .allocate(capacity: 256)
        plainSigns.initialize(repeating: 0, count: 256)
        for byte in UInt8(0)..<0x80 where !TokenScanner.isWord(byte) && byte != 0x27 {
            // A hyphen may cut a word at the end of a line.
            plainSigns[Int(byte)] = byte == 0x2D ? 2 : 3
        }
        letters = .allocate(capacity: 256)
        letters.initialize(repeating: 0xFF, count: 256)
        for byte in UInt8(0)..<0x80 where byte != 0x27 && byte != 0x2D {
            letters[Int(byte)] = TokenScanner.isWord(byte) ? byte | 0x20 : 0
        }
        masks = .allocate(capacity: Self.blocks)
        masks.initialize(repeating: text_mask(), count: Self.blocks)
        starts = .allocate(capacity: Self.blocks * 64 + 8)
        starts.initialize(repeating: 0, count: Self.blocks * 64 + 8)
        candidates = .allocate(capacity: Self.blocks * 64 + 1)
        candidates.initialize(
            repeating: Candidate(start: 0, end: 0, hash: 0, letters: .other), count: Self.blocks * 64 + 1)
    }

    deinit {
        cyrillic.release()
        plainSigns.deallocate()
        letters.deallocate()
        masks.deallocate()
        starts.deallocate()
        candidates.deallocate()
    }
}
