/// The layout of an index image. All numbers are little-endian; offsets count from the image's first byte.
///
/// To change it: raise `version`, so that older images are refused and built anew, and change `IndexBuilder` and
/// `IndexReader` together.
///
/// ```
/// header    magic (8 bytes) · version u32 · flags u32 · watchlist version u64 · length u64 · checksum u64 ·
///           entities u32 · names u32 · one (offset u64, count u64) for each section
/// strings   bytes: folded tokens, separators, ids, form labels, context words
/// filter    u64 words: a bit for each hash of a token that begins a name
/// edges     open addressing: (parent node, token) → child node; child 0 marks a free slot
/// nodes     which variants end here
/// variants  a spelling: owner, name index, form label, its tokens
/// tokens    what a variant asks of each token, and the separator before it
/// entities, contexts, companions: ids and context rules
/// ```
enum ImageFormat {
    static let magic: [UInt8] = Array("NWINDEX\n".utf8)
    static let version: UInt32 = 1
    static let headerSize = 48 + Section.allCases.count * 16
    static let checksumOffset = 32

    enum Section: Int, CaseIterable {
        case strings, filter, edges, nodes, variants, tokens, entities, contexts, companions

        /// Bytes of one record.
        var stride: Int {
            switch self {
            case .strings: 1
            case .filter, .nodes: 8
            case .edges, .variants: 24
            case .tokens, .contexts: 16
            case .entities: 32
            case .companions: 12
            }
        }
    }

    /// Every name starts with a token that wants a capital.
    static let flagCapitalisedOnly: UInt32 = 1

    /// The node at which names begin, and the one at which the words of context rules begin.
    static let nameRoot: UInt32 = 0
    static let contextRoot: UInt32 = 1
    /// No name has more tokens; bounds the walk through a damaged image.
    static let maximumTokens = 512
    static let none = UInt32.max

    /// Of the image but for the checksum's own 8 bytes. Each step can be undone, so a change in any one word
    /// changes the result.
    static func checksum(_ image: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var offset = 0
        while offset + 8 <= image.count {
            if offset != checksumOffset {
                hash = step(hash, UInt64(littleEndian: image.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            }
            offset += 8
        }
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
}

/// What a name asks of the case of one token.
enum CaseRule: UInt16 {
    case any, initial, allUpper, exact
}
