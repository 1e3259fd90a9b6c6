/// Puts an image together: header, then sections, each at a multiple of 8.
struct ImageWriter {
    private var bytes = [UInt8](repeating: 0, count: ImageFormat.headerSize)

    mutating func section(_ section: ImageFormat.Section, count: Int, _ write: (inout [UInt8]) -> Void) {
        while bytes.count % 8 != 0 { bytes.append(0) }
        bytes.set(UInt64(bytes.count), at: 48 + section.rawValue * 16)
        bytes.set(UInt64(count), at: 56 + section.rawValue * 16)
        bytes.reserveCapacity(bytes.count + count * section.stride)
        write(&bytes)
    }

    mutating func finish(version: Int, flags: UInt32, entities: Int, names: Int) -> [UInt8] {
        for (index, byte) in ImageFormat.magic.enumerated() { bytes[index] = byte }
        bytes.set(UInt64(ImageFormat.version) | UInt64(flags) << 32, at: 8)
        bytes.set(UInt64(truncatingIfNeeded: version), at: 16)
        bytes.set(UInt64(bytes.count), at: 24)
        bytes.set(UInt64(UInt32(clamping: entities)) | UInt64(UInt32(clamping: names)) << 32, at: 40)
        Self.seal(&bytes)
        return bytes
    }

    /// Writes the checksum of the image as it stands.
    static func seal(_ image: inout [UInt8]) {
        image.set(image.withUnsafeBytes { ImageFormat.checksum($0) }, at: ImageFormat.checksumOffset)
    }
}

extension [UInt8] {
    mutating func put(_ values: UInt32...) {
        for value in values { Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) } }
    }

    mutating func put(_ value: UInt64) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func set(_ value: UInt64, at offset: Int) {
        Swift.withUnsafeBytes(of: value.littleEndian) { source in
            for index in 0..<8 { self[offset + index] = source[index] }
        }
    }
}
