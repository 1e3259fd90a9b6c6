/// Takes values out of a frame's payload, in the order in which `FrameWriter` put them in. The bytes may come
/// from a worker that an article has taken over: each count is checked against what is there.
struct FrameReader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ payload: [UInt8]) { bytes = payload }

    private var left: Int { bytes.count - offset }

    /// To be called after the last value.
    func finish() throws(FrameError) {
        if left != 0 { throw .surplus(left) }
    }

    mutating func byte() throws(FrameError) -> UInt8 {
        guard left >= 1 else { throw .truncated }
        defer { offset += 1 }
        return bytes[offset]
    }

    mutating func bool() throws(FrameError) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw .unknown("flag")
        }
    }

    mutating func unsigned() throws(FrameError) -> UInt64 {
        guard left >= 8 else { throw .truncated }
        defer { offset += 8 }
        return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
    }

    /// A count, size, offset or limit: none of them is negative.
    mutating func integer() throws(FrameError) -> Int {
        guard let value = Int(exactly: try unsigned()) else { throw .impossible("number") }
        return value
    }

    /// A finite number: the archive could not store another.
    mutating func double() throws(FrameError) -> Double {
        let value = Double(bitPattern: try unsigned())
        guard value.isFinite else { throw .impossible("number") }
        return value
    }

    mutating func string() throws(FrameError) -> String {
        let count = try integer()
        guard count <= left else { throw .truncated }
        defer { offset += count }
        let text = bytes.withUnsafeBufferPointer { whole in
            String(validating: UnsafeBufferPointer(rebasing: whole[offset..<offset + count]), as: UTF8.self)
        }
        guard let text else { throw .notUTF8 }
        return text
    }

    mutating func optional<Value>(
        _ read: (inout FrameReader) throws(FrameError) -> Value
    ) throws(FrameError) -> Value? {
        try bool() ? try read(&self) : nil
    }

    mutating func list<Value>(_ read: (inout FrameReader) throws(FrameError) -> Value) throws(FrameError) -> [Value] {
        let count = try integer()
        // Every value takes an octet at least, so a count beyond what is left lies; nothing is reserved for it.
        guard count <= left else { throw .truncated }
        var values: [Value] = []
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    /// A raw value of `type` as a string.
    mutating func choice<Value: RawRepresentable<String>>(_ type: Value.Type) throws(FrameError) -> Value {
        guard let value = Value(rawValue: try string()) else { throw .unknown("\(type)") }
        return value
    }
}
