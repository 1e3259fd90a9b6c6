/// Appends values to a frame: whole numbers as 8 octets, little-endian; strings, lists and optionals with their
/// count or presence in front.
struct FrameWriter {
    /// The whole frame; its first four octets are the length of what follows, set by `finish`.
    private var bytes: [UInt8] = [0, 0, 0, 0]

    mutating func byte(_ value: UInt8) { bytes.append(value) }
    mutating func bool(_ value: Bool) { bytes.append(value ? 1 : 0) }

    mutating func integer(_ value: Int) {
        withUnsafeBytes(of: Int64(value).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func unsigned(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func double(_ value: Double) { unsigned(value.bitPattern) }

    mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { octets in
            integer(octets.count)
            bytes.append(contentsOf: octets)
        }
    }

    mutating func optional<Value>(_ value: Value?, _ write: (inout FrameWriter, Value) -> Void) {
        bool(value != nil)
        if let value { write(&self, value) }
    }

    mutating func list<Value>(_ values: [Value], _ write: (inout FrameWriter, Value) -> Void) {
        integer(values.count)
        for value in values { write(&self, value) }
    }

    consuming func finish() -> [UInt8] {
        let length = UInt32(bytes.count - 4)
        for i in 0..<4 { bytes[i] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(i))) }
        return bytes
    }
}
