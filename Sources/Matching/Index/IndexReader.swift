import CTextMasks

/// Reads records of an image. Each read is checked against the image's length, so that damaged bytes give wrong
/// answers at worst.
struct IndexReader {
    let image: UnsafeRawBufferPointer
    private let base: UnsafeRawPointer
    /// One for each section.
    private typealias Places = InlineArray<19, Int>
    private let bases: Places
    private let counts: Places

    /// The caller keeps `image` alive. Throws unless all sections lie inside it.
    init(_ image: UnsafeRawBufferPointer) throws(IndexError) {
        guard image.count >= 12, let base = image.baseAddress, image.prefix(8).elementsEqual(ImageFormat.magic) else {
            throw .foreign
        }
        (self.image, self.base) = (image, base)
        let found = UInt32(littleEndian: image.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
        guard found == ImageFormat.version else {
            throw .formatVersion(found: found, wanted: ImageFormat.version)
        }
        guard image.count >= ImageFormat.headerSize else { throw .damaged(reason: "shorter than its header") }
        func number(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: image.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        guard number(24) == UInt64(image.count) else { throw .damaged(reason: "its length is not as written") }
        guard number(ImageFormat.checksumOffset) == ImageFormat.checksum(image) else {
            throw .damaged(reason: "its checksum differs")
        }
        var bases = Places(repeating: 0)
        var counts = Places(repeating: 0)
        for section in ImageFormat.Section.allCases {
            let (start, count) = (number(48 + section.rawValue * 16), number(56 + section.rawValue * 16))
            guard start <= UInt64(image.count), count <= (UInt64(image.count) - start) / UInt64(section.stride) else {
                throw .damaged(reason: "a section lies outside")
            }
            bases[section.rawValue] = Int(start)
            counts[section.rawValue] = Int(count)
        }
        let filter = counts[ImageFormat.Section.filter.rawValue]
        let branches = counts[ImageFormat.Section.branches.rawValue]
        guard filter.nonzeroBitCount == 1, branches.nonzeroBitCount == 1,
            counts[ImageFormat.Section.alone.rawValue].nonzeroBitCount == 1,
            counts[ImageFormat.Section.openings.rawValue].nonzeroBitCount == 1,
            counts[ImageFormat.Section.small.rawValue].nonzeroBitCount == 1,
            counts[ImageFormat.Section.triples.rawValue] == SmallWords.words,
            counts[ImageFormat.Section.words.rawValue] > 0,
            counts[ImageFormat.Section.edges.rawValue] > 0, counts[ImageFormat.Section.nodes.rawValue] > 1,
            counts[ImageFormat.Section.letters.rawValue] == ImageFormat.lettersSize
        else { throw .damaged(reason: "a table has an odd size") }
        (self.bases, self.counts) = (bases, counts)
    }

    /// What the masks of a text are asked with.
    var letters: text_mask_names {
        var names = text_mask_names()
        names.classes = u32(12)
        let size = ImageFormat.lettersSize / 2
        let triples = UnsafeRawBufferPointer(start: base + start(.letters), count: 2 * size)
        withUnsafeMutableBytes(of: &names.ascii) { $0.copyMemory(from: .init(rebasing: triples[..<size])) }
        withUnsafeMutableBytes(of: &names.cyrillic) { $0.copyMemory(from: .init(rebasing: triples[size...])) }
        return names
    }

    @inline(__always)
    func count(_ section: ImageFormat.Section) -> Int { counts[section.rawValue] }

    /// Offset of a section's first record.
    @inline(__always)
    private func start(_ section: ImageFormat.Section) -> Int { bases[section.rawValue] }

    /// Offset of a record, or `nil` when there is none of that index. All of its bytes lie inside the image.
    @inline(__always)
    func record(_ section: ImageFormat.Section, _ index: Int) -> Int? {
        guard index >= 0, index < counts[section.rawValue] else { return nil }
        return bases[section.rawValue] &+ index &* section.stride
    }

    /// Zero outside the image.
    @inline(__always)
    func u32(_ offset: Int) -> UInt32 {
        guard offset >= 0, offset <= image.count - 4 else { return 0 }
        return UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// Zero outside the image.
    @inline(__always)
    func u64(_ offset: Int) -> UInt64 {
        guard offset >= 0, offset <= image.count - 8 else { return 0 }
        return UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// A piece of the strings; empty when it does not lie inside them.
    @inline(__always)
    func bytes(_ offset: UInt32, _ length: Int) -> UnsafeBufferPointer<UInt8> {
        let size = count(.strings)
        guard length >= 0, Int(offset) <= size, length <= size - Int(offset) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let start = (base + start(.strings) + Int(offset)).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: length)
    }

    /// A folded word, whose length stands before it.
    @inline(__always)
    func word(_ offset: UInt32) -> UnsafeBufferPointer<UInt8> {
        guard Int(offset) + 2 <= count(.strings) else { return UnsafeBufferPointer(start: nil, count: 0) }
        let length = UInt16(
            littleEndian: base.loadUnaligned(fromByteOffset: start(.strings) + Int(offset), as: UInt16.self))
        return bytes(offset &+ 2, Int(length))
    }

    func string(_ offset: UInt32, _ length: UInt32) -> String {
        String(decoding: bytes(offset, Int(length)), as: UTF8.self)
    }

    /// Whether a name may begin with a token of this hash; never wrongly no.
    @inline(__always)
    func mayBegin(_ hash: UInt64) -> Bool { bit(.filter, hash) == 1 }

    /// 1 where a capitalised token of this hash may be a name, or begin one whose second word begins with `letter` (0 for
    /// any), or a small one may begin a name; never wrongly 0. Without a branch, which nobody could foresee.
    @inline(__always)
    func mayBegin(_ hash: UInt64, isSmall: Bool, before letter: UInt8) -> Int {
        let any: UInt64 = letter == 0 ? 1 : 0
        let capital =
            bit(.filter, hash) & any | (bit(.alone, hash) | bit(.openings, TokenHash.opening(hash, letter))) & (any ^ 1)
        return Int(truncatingIfNeeded: isSmall ? bit(.small, hash) : capital)
    }

    /// Whether a small word of ASCII may begin a name by its first three letters; never wrongly no.
    @inline(__always)
    func maySmallBegin(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        let place = SmallWords.place(first, second, third)
        let bits = base.loadUnaligned(fromByteOffset: start(.triples) &+ (place &>> 6) &* 8, as: UInt64.self)
        return UInt64(littleEndian: bits) &>> UInt64(place & 63) & 1 == 1
    }

    /// The same by its first two letters, where it cannot be told what the third is.
    @inline(__always)
    func maySmallBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        let place = SmallWords.place(first, second, 0)
        let bits = base.loadUnaligned(fromByteOffset: start(.triples) &+ (place &>> 6) &* 8, as: UInt64.self)
        // The words with any third letter stand in one half of the word of the map.
        return UInt64(littleEndian: bits) &>> UInt64(place & 32) & 0xFFFF_FFFF != 0
    }

    /// Whether a name may go on from `node` with a token of this hash; never wrongly no.
    @inline(__always)
    func mayGoOn(_ node: UInt32, _ hash: UInt64) -> Bool { bit(.branches, TokenHash.branch(node, hash)) == 1 }

    @inline(__always)
    private func bit(_ section: ImageFormat.Section, _ hash: UInt64) -> UInt64 {
        let word = Int(truncatingIfNeeded: (hash >> 6) & UInt64(truncatingIfNeeded: count(section) &- 1))
        let bits = base.loadUnaligned(fromByteOffset: start(section) &+ word &* 8, as: UInt64.self)
        return UInt64(littleEndian: bits) &>> (hash & 63) & 1
    }

    /// Where a search for a word of this hash begins, to be fetched early.
    @inline(__always)
    func wordAddress(_ hash: UInt64) -> UnsafeRawPointer {
        base + start(.words) + ImageFormat.slot(hash, count(.words)) &* ImageFormat.Section.words.stride
    }

    /// The record of the word of this hash that `isSame` agrees to.
    @inline(__always)
    func find(_ hash: UInt64, _ isSame: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int? {
        let slots = count(.words)
        let tag = UInt32(truncatingIfNeeded: hash)
        var slot = ImageFormat.slot(hash, slots)
        for _ in 0..<slots {
            let record = start(.words) &+ slot &* ImageFormat.Section.words.stride
            let offset = u32(record &+ 4)
            if offset == 0 { return nil }
            if u32(record) == tag, isSame(word(offset)) { return record }
            slot = slot &+ 1 == slots ? 0 : slot &+ 1
        }
        return nil
    }

    /// The node that a word leads to from `node`; 0 for none.
    @inline(__always)
    func child(of node: UInt32, word: UInt32) -> UInt32 {
        let slots = count(.edges)
        var slot = ImageFormat.slot(TokenHash.edge(node, word), slots)
        for _ in 0..<slots {
            let record = start(.edges) &+ slot &* ImageFormat.Section.edges.stride
            let child = u32(record &+ 8)
            if child == 0 || (u32(record) == node && u32(record &+ 4) == word) { return child }
            slot = slot &+ 1 == slots ? 0 : slot &+ 1
        }
        return 0
    }

    /// The variants that end at a node.
    @inline(__always)
    func variants(_ node: UInt32) -> Range<Int> {
        guard let record = record(.nodes, Int(node)), Int(node) + 1 < count(.nodes) else { return 0..<0 }
        let start = min(Int(u32(record)), count(.variants))
        return start..<max(start, min(Int(u32(record + 4)), count(.variants)))
    }
}
