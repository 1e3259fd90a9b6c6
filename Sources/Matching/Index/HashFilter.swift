/// A set of hashes that may say yes wrongly, and never no: a bit for each.
enum HashFilter {
    /// 64-bit words for a set of `count`: eight bits or more for each, so that seven of eight others are told, and
    /// thirty-two as long as they take no more than half of a processor's nearest cache.
    static func words(_ count: Int) -> Int {
        var words = 64
        while words * 64 < count * 32, words < 2048 { words *= 2 }
        while words * 64 < count * 8, words < 1 << 18 { words *= 2 }
        return words
    }

    @inline(__always)
    static func set(_ hash: UInt64, _ bytes: UnsafeMutableRawBufferPointer, _ words: Int) {
        bytes[Int((hash >> 6) & UInt64(words - 1)) * 8 + Int(hash & 63) / 8] |= 1 << UInt8(hash & 7)
    }
}
