/// One scalar of UTF-8 with its length in bytes.
struct DecodedScalar {
    var value: UInt32
    var length: Int
}

extension UnsafeBufferPointer<UInt8> {
    /// The scalar at `offset`, which must be below `end`. A byte that starts no whole scalar before `end` reads as
    /// U+FFFD of length 1.
    @inline(__always)
    func scalar(at offset: Int, end: Int) -> DecodedScalar {
        let first = UInt32(self[offset])
        if first < 0x80 { return DecodedScalar(value: first, length: 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, offset + length <= end else { return DecodedScalar(value: 0xFFFD, length: 1) }
        var value = first & (0x7F >> UInt32(length))
        for index in 1..<length { value = value << 6 | UInt32(self[offset + index] & 0x3F) }
        return DecodedScalar(value: value, length: length)
    }
}
