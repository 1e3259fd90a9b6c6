import ReaderProtocol
import Testing

@Suite struct FrameBufferTests {
    private let frames = [ReaderReply.failed("one"), .failed(String(repeating: "2", count: 5000)), .failed("")]

    @Test(arguments: [1, 2, 3, 4, 5, 7, 64, 1000, 100_000])
    func framesComeWholeHoweverTheStreamIsCut(piece: Int) throws {
        let stream = frames.flatMap { $0.encoded() }
        var buffer = FrameBuffer(limit: 10_000)
        var seen: [ReaderReply] = []
        for start in stride(from: 0, to: stream.count, by: piece) {
            stream[start..<min(start + piece, stream.count)].withUnsafeBytes { buffer.append($0) }
            while let payload = try buffer.next() { seen.append(try ReaderReply(payload: payload)) }
        }
        #expect(seen == frames)
    }

    @Test func nothingIsHandedOutBeforeTheLastOctet() throws {
        let frame = ReaderReply.failed("abc").encoded()
        var buffer = FrameBuffer(limit: 100)
        frame.dropLast().withUnsafeBytes { buffer.append($0) }
        #expect(try buffer.next() == nil)
        frame.suffix(1).withUnsafeBytes { buffer.append($0) }
        #expect(try buffer.next() == Array(frame.dropFirst(4)))
        #expect(try buffer.next() == nil)
    }

    @Test func aFrameBeyondTheLimitIsRefusedByItsLengthAlone() throws {
        var buffer = FrameBuffer(limit: 100)
        [UInt8](arrayLiteral: 101, 0, 0, 0).withUnsafeBytes { buffer.append($0) }
        #expect(throws: FrameError.tooLong(claimed: 101, limit: 100)) { try buffer.next() }
        var greatest = FrameBuffer(limit: 100)
        [UInt8](repeating: 0xFF, count: 4).withUnsafeBytes { greatest.append($0) }
        #expect(throws: FrameError.tooLong(claimed: 0xFFFF_FFFF, limit: 100)) { try greatest.next() }
    }

    @Test func aFrameOfJustTheLimitIsTaken() throws {
        var buffer = FrameBuffer(limit: 3)
        [UInt8](arrayLiteral: 3, 0, 0, 0, 7, 8, 9).withUnsafeBytes { buffer.append($0) }
        #expect(try buffer.next() == [7, 8, 9])
    }
}
