import CTextMasks

/// The layout of an index image. All numbers are little-endian; offsets count from the image's first byte.
///
/// To change it: raise `version`, so that older images are refused and built anew, and change `IndexBuilder` and
/// `IndexReader` together.
///
/// ```
/// header    magic (8 bytes) · version u32 · begins u32 (`TEXT_MASKS_…`) · watchlist version u64 · length u64 ·
///           checksum u64 · entities u32 · names u32 · one (offset u64, count u64) for each section
/// strings   bytes; a folded word has its length before it (u16)
/// letters   bytes: the triples of `text_mask_names`, of words of ASCII, then of Cyrillic ones
/// filter    u64 words: a bit for each hash of a word that begins a name
/// alone     the same of words that are a name
/// small     the same of words that may begin a name with a small letter
/// triples   u64 words: the map of `SmallWords`
/// openings  the same of (hash of a word that begins a name, first letter of the word behind it)
/// words     open addressing by hash: tag (low half of the hash) · offset of the word · node that it leads to from the
///           root of names · from the root of context words. Offset 0 marks a free slot
/// branches  u64 words: a bit for each (node, hash of the word that goes on from it)
/// edges     open addressing by (node, word): node · offset of the word · node it leads to; 0 there marks a free slot
/// nodes     the first of the variants that end here; they go on to the next node's first
/// variants  a spelling: owner · shape · name index u16, form u16
/// shapes    what spellings of the same build ask of their tokens: first rule · count u16, flags u16
/// rules     what is asked of one token: capitals u64 · separator before it: offset · length u16, case rule u16
/// entities  offset of the id · its length and, 7 bits up, the index of its context rules
/// contexts  of an entity: first term · terms · near-distance · first companion · companions. The first is of nobody
/// terms, companions, forms: words of context rules, entities of `only-with`, labels of generated forms
/// ```
enum ImageFormat {
    static let magic: [UInt8] = Array("NWINDEX\n".utf8)
    static let version: UInt32 = 2
    static let headerSize = 48 + Section.allCases.count * 16
    static let checksumOffset = 32

    enum Section: Int, CaseIterable {
        case strings, filter, words, edges, nodes, letters, branches, alone, openings, small, triples, variants
        case shapes, rules, entities, contexts, terms, companions, forms

        /// Bytes of one record.
        var stride: Int {
            switch self {
            case .strings, .letters: 1
            case .nodes: 4
            case .filter, .branches, .alone, .openings, .small, .triples, .shapes, .entities, .forms: 8
            case .edges, .variants, .companions: 12
            case .words, .rules, .terms: 16
            case .contexts: 20
            }
        }
    }

    /// The node at which names begin, and the one at which the words of context rules begin.
    static let nameRoot: UInt32 = 0
    static let contextRoot: UInt32 = 1
    /// In a reference to a node: longer names go on from there; names end there.
    static let goesOn: UInt32 = 1 << 31
    static let ends: UInt32 = 1 << 30
    static let nodeBits: UInt32 = 1 << 30 - 1
    /// No name has more tokens; bounds the walk through a damaged image.
    static let maximumTokens = 512
    static let none = UInt32.max
    /// Bytes of the letters' triples.
    static let lettersSize = 2 * MemoryLayout<text_mask_triples>.size

    /// Flags of a shape: a full stop behind the name belongs to it; every token wants a capital initial, or nothing at
    /// all, and no separator of its own.
    static let shapeTakesFullStop: UInt32 = 1
    static let shapeIsInitials: UInt32 = 2
    static let shapeIsFree: UInt32 = 4

    /// Of the image but for the checksum's own 8 bytes: four sums beside each other, for speed. Each step can be
    /// undone, so a change in any one word changes the result.
    static func checksum(_ image: UnsafeRawBufferPointer) -> UInt64 {
        var sums = (UInt64(0xCBF2_9CE4_8422_2325), UInt64(1), UInt64(2), UInt64(3))
        guard let base = image.baseAddress else { return 0 }
        func word(_ offset: Int) -> UInt64 {
            offset == checksumOffset
                ? 0 : UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        var offset = 0
        while offset + 32 <= image.count {
            sums.0 = step(sums.0, word(offset))
            sums.1 = step(sums.1, word(offset + 8))
            sums.2 = step(sums.2, word(offset + 16))
            sums.3 = step(sums.3, word(offset + 24))
            offset += 32
        }
        var hash = step(step(step(sums.0, sums.1), sums.2), sums.3)
        while offset < image.count {
            hash = step(hash, UInt64(image[offset]))
            offset += 1
        }
        return step(hash, UInt64(image.count))
    }

    @inline(__always)
    private static func step(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ (product >> 32)
    }

    /// The slot of a table of `count` at which a search for `hash` begins.
    @inline(__always)
    static func slot(_ hash: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: ((hash >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
    }
}

/// What a name asks of the case of one token.
enum CaseRule: UInt16 {
    case any, initial, allUpper, exact
}
