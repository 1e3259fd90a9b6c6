import Glibc

/// The octets of a descriptor, a piece at a time. Each piece is told, so that the user sees how far it is and can
/// end it: what `tick` throws ends the reading.
final class ByteInput {
    let path: String
    private let descriptor: Int32
    private let pieceSize: Int
    private let tick: (_ octets: Int) throws -> Void
    private var ahead: [UInt8] = []

    init(
        descriptor: Int32, path: String, pieceSize: Int = 1 << 18, tick: @escaping (Int) throws -> Void = { _ in }
    ) {
        (self.descriptor, self.path, self.pieceSize, self.tick) = (descriptor, path, pieceSize, tick)
    }

    /// The next octets; empty at the end.
    func next() throws -> [UInt8] {
        if !ahead.isEmpty {
            defer { ahead = [] }
            return ahead
        }
        while true {
            try waitForOctets()
            var got = 0
            let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
                got = read(descriptor, buffer.baseAddress, pieceSize)
                count = max(0, got)
            }
            if got < 0 && (errno == EINTR || errno == EAGAIN) { continue }
            guard got >= 0 else { throw FileProblems([cannot("be read", path, errno)]) }
            try tick(got)
            return piece
        }
    }

    /// The first octets, `most` or more if there are as many, which `next` gives again. What a pipe gives is told by
    /// the same octets as what a file has, however small its pieces are.
    func peek(most: Int = 1 << 16) throws -> [UInt8] {
        var first: [UInt8] = []
        while first.count < most {
            let piece = try next()
            if piece.isEmpty { break }
            first += piece
        }
        ahead = first
        return first
    }

    /// A pipe may be silent for long, and the user end it meanwhile.
    private func waitForOctets() throws {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&wanted, 1, 200) == 0 { try tick(0) }
    }
}
