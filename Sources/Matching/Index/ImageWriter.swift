/// Puts an image together: header, then sections, each at a multiple of 8.
struct ImageWriter {
    private var bytes: [UInt8]
    private var offsets: [Int] = []

    /// Space for an image whose sections have so many records each.
    init(counts: [ImageFormat.Section: Int]) {
        var size = ImageFormat.headerSize
        for section in ImageFormat.Section.allCases {
            size = (size + 7) & ~7
            offsets.append(size)
            size += (counts[section] ?? 0) * section.stride
        }
        bytes = [UInt8](repeating: 0, count: size)
        for section in ImageFormat.Section.allCases {
            put(UInt64(offsets[section.rawValue]), at: 48 + section.rawValue * 16)
            put(UInt64(counts[section] ?? 0), at: 56 + section.rawValue * 16)
        }
    }

    /// Lets `fill` write a section's records.
    mutating func section(_ section: ImageFormat.Section, _ fill: (UnsafeMutableRawBufferPointer) -> Void) {
        let start = offsets[section.rawValue]
        let end = section.rawValue + 1 < offsets.count ? offsets[section.rawValue + 1] : bytes.count
        bytes.withUnsafeMutableBytes { fill(UnsafeMutableRawBufferPointer(rebasing: $0[start..<end])) }
    }

    mutating func finish(version: Int, begins: UInt32, entities: Int, names: Int) -> [UInt8] {
        for (index, byte) in ImageFormat.magic.enumerated() { bytes[index] = byte }
        put(UInt64(ImageFormat.version) | UInt64(begins) << 32, at: 8)
        put(UInt64(truncatingIfNeeded: version), at: 16)
        put(UInt64(bytes.count), at: 24)
        put(UInt64(UInt32(clamping: entities)) | UInt64(UInt32(clamping: names)) << 32, at: 40)
        Self.seal(&bytes)
        return bytes
    }

    /// Writes the checksum of the image as it stands.
    static func seal(_ image: inout [UInt8]) {
        let sum = image.withUnsafeBytes { ImageFormat.checksum($0) }
        image.withUnsafeMutableBytes {
            $0.storeBytes(of: sum.littleEndian, toByteOffset: ImageFormat.checksumOffset, as: UInt64.self)
        }
    }

    private mutating func put(_ value: UInt64, at offset: Int) {
        bytes.withUnsafeMutableBytes { $0.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt64.self) }
    }
}

extension UnsafeMutableRawBufferPointer {
    /// Writes numbers one after the other from `offset`.
    @inline(__always)
    func put(_ offset: Int, _ a: UInt32, _ b: UInt32) {
        storeBytes(of: a.littleEndian, toByteOffset: offset, as: UInt32.self)
        storeBytes(of: b.littleEndian, toByteOffset: offset + 4, as: UInt32.self)
    }

    @inline(__always)
    func put(_ offset: Int, _ a: UInt32, _ b: UInt32, _ c: UInt32) {
        put(offset, a, b)
        storeBytes(of: c.littleEndian, toByteOffset: offset + 8, as: UInt32.self)
    }

    @inline(__always)
    func put(_ offset: Int, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) {
        put(offset, a, b)
        put(offset + 8, c, d)
    }
}
