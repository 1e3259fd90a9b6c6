/// Reads records of an image. Each read is checked against the image's length; what lies outside reads as 0, so
/// that damaged bytes give wrong answers at worst.
struct IndexReader {
    let image: UnsafeRawBufferPointer
    private let bases: InlineArray<9, Int>
    private let counts: InlineArray<9, Int>

    /// The caller keeps `image` alive. Throws unless all sections lie inside it.
    init(_ image: UnsafeRawBufferPointer) throws(IndexError) {
        self.image = image
        guard image.count >= 12, image.prefix(8).elementsEqual(ImageFormat.magic) else { throw .foreign }
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
        var bases = InlineArray<9, Int>(repeating: 0)
        var counts = InlineArray<9, Int>(repeating: 0)
        for section in ImageFormat.Section.allCases {
            let (base, count) = (number(48 + section.rawValue * 16), number(56 + section.rawValue * 16))
            guard base <= UInt64(image.count),
                count <= (UInt64(image.count) - base) / UInt64(section.stride)
            else { throw .damaged(reason: "a section lies outside") }
            bases[section.rawValue] = Int(base)
            counts[section.rawValue] = Int(count)
        }
        let (filter, edges) = (counts[1], counts[2])
        guard filter > 0, filter.nonzeroBitCount == 1, edges > 0, edges.nonzeroBitCount == 1 else {
            throw .damaged(reason: "a table has an odd size")
        }
        (self.bases, self.counts) = (bases, counts)
    }

    @inline(__always)
    func count(_ section: ImageFormat.Section) -> Int { counts[section.rawValue] }

    /// Offset of a record, or `nil` when there is none of that index.
    @inline(__always)
    func record(_ section: ImageFormat.Section, _ index: Int) -> Int? {
        guard index >= 0, index < counts[section.rawValue] else { return nil }
        return bases[section.rawValue] + index * section.stride
    }

    @inline(__always)
    func u32(_ offset: Int) -> UInt32 {
        guard offset >= 0, offset <= image.count - 4 else { return 0 }
        return UInt32(littleEndian: image.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    @inline(__always)
    func u64(_ offset: Int) -> UInt64 {
        guard offset >= 0, offset <= image.count - 8 else { return 0 }
        return UInt64(littleEndian: image.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// A piece of the strings; empty when it does not lie inside them.
    @inline(__always)
    func bytes(_ offset: UInt32, _ length: Int) -> UnsafeBufferPointer<UInt8> {
        let size = counts[0]
        guard length >= 0, Int(offset) <= size, length <= size - Int(offset) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let start = bases[0] + Int(offset)
        return UnsafeRawBufferPointer(rebasing: image[start..<start + length]).bindMemory(to: UInt8.self)
    }

    func string(_ offset: UInt32, _ length: UInt32) -> String {
        String(decoding: bytes(offset, Int(length)), as: UTF8.self)
    }

    /// Whether a name may begin with a token of this hash; never wrongly no.
    @inline(__always)
    func mayBegin(_ hash: UInt64) -> Bool {
        let word = Int((hash >> 6) & UInt64(counts[1] - 1))
        return u64(bases[1] + word * 8) >> (hash & 63) & 1 == 1
    }
}
