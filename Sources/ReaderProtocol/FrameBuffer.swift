/// Cuts a stream of octets into the payloads of its frames.
public struct FrameBuffer: Sendable {
    private let limit: Int
    private var bytes: [UInt8] = []
    private var head = 0

    /// - Parameter limit: the longest payload that is taken, in octets.
    public init(limit: Int) { self.limit = limit }

    /// Takes what was read from the stream.
    public mutating func append(_ octets: UnsafeRawBufferPointer) {
        if head > 0, head == bytes.count || head > 1 << 20 {
            bytes.removeSubrange(..<head)
            head = 0
        }
        bytes.append(contentsOf: octets)
    }

    /// The next payload; `nil` until it is whole. Throws `tooLong` as soon as a frame claims it.
    public mutating func next() throws(FrameError) -> [UInt8]? {
        guard bytes.count - head >= 4 else { return nil }
        let length = bytes.withUnsafeBytes {
            Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: head, as: UInt32.self)))
        }
        guard length <= limit else { throw .tooLong(claimed: length, limit: limit) }
        guard bytes.count - head - 4 >= length else { return nil }
        defer { head += 4 + length }
        return Array(bytes[head + 4..<head + 4 + length])
    }
}
