/// The first octet of a file that no text has: a NUL, or one that begins no UTF-8 sequence.
struct UTF8Fault {
    let offset: Int
    let byte: UInt8

    /// `nil` when `bytes` are UTF-8 without a NUL.
    init?(in bytes: some RandomAccessCollection<UInt8>) {
        if let zero = bytes.firstIndex(of: 0) {
            (offset, byte) = (bytes.distance(from: bytes.startIndex, to: zero), 0)
            return
        }
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var decoder = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .valid(let scalar) = decoder.parseScalar(from: &iterator) { offset += scalar.count }
        self.offset = min(offset, bytes.count - 1)
        byte = bytes[bytes.index(bytes.startIndex, offsetBy: self.offset)]
    }

    /// As it is told at a place that the caller knows.
    func problem(_ path: String, line: Int?, column: Int?) -> FileProblem {
        FileProblem(
            path: path, line: line, column: column, value: "byte 0x\(String(byte, radix: 16))",
            message: byte == 0 ? "a NUL character" : "the file is not UTF-8",
            cure: byte == 0 ? "remove it" : "save the file as UTF-8")
    }
}
