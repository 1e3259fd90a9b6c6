import NewswatchModel
import Testing

@testable import Tone

@Suite struct ClauseTests {
    private func clause(_ text: String, _ name: String) throws -> String {
        let bytes = Array(text.utf8)
        let wanted = Array(name.utf8)
        let start = try #require(
            (0...(bytes.count - wanted.count)).first { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) })
        return bytes.withUnsafeBufferPointer {
            let found = Clause.range(
                of: ByteRange(start, start + wanted.count), in: ByteRange(0, bytes.count), of: $0)
            return String(decoding: bytes[found.start..<found.end], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("Holt arrived on Monday, but Lind is a liar.", "Holt", "Holt arrived on Monday"),
        ("Holt arrived on Monday, but Lind is a liar.", "Lind", "but Lind is a liar"),
        ("Lind was jailed; Holt went home.", "Holt", "Holt went home"),
        ("Holt, who praised Lind, went home.", "Lind", "who praised Lind, went home"),
        ("Später – “Zoë Holt” is a liar, but popular.", "Zoë Holt", "Zoë Holt” is a liar"),
        ("Johnson and Johnson rose", "Johnson and Johnson", "Johnson and Johnson rose"),
        ("The bank (Holt’s own) failed", "Holt", "Holt’s own"),
        ("At 10:30 Holt met Lind-Berg", "Holt", "At 10:30 Holt met Lind-Berg"),
        ("In 2014–2020 Holt ruled - badly", "Holt", "In 2014–2020 Holt ruled"),
        ("Хольт приехал в понедельник, но Линд солгал.", "Хольт", "Хольт приехал в понедельник"),
        ("Мэр, которого хвалил Хольт, уехал.", "Хольт", "которого хвалил Хольт, уехал"),
        ("Линд ушёл — Хольт остался.", "Хольт", "Хольт остался"),
        ("Holt", "Holt", "Holt"), ("(Holt)", "Holt", "Holt"), ("!!!", "!!", "!!"),
    ])
    func clausesEndWhereAReaderWouldEndThem(text: String, name: String, expected: String) throws {
        #expect(try clause(text, name) == expected)
    }

    @Test func longPassagesAndBrokenRangesDoNoHarm() {
        let text = [UInt8](repeating: 0x61, count: 1_000_000) + [0xE2, 0x80]
        text.withUnsafeBufferPointer {
            let found = Clause.range(of: ByteRange(500_000, 500_001), in: ByteRange(0, text.count), of: $0)
            #expect(found.start <= 500_000 && found.end >= 500_001)
            _ = Clause.range(of: ByteRange(-4, 1_000_002), in: ByteRange(7, 1_000_001), of: $0)
            _ = Clause.range(of: ByteRange(9, 3), in: ByteRange(9, 3), of: $0)
            #expect(Clause.range(of: ByteRange(.max, .max), in: ByteRange(.min, 0), of: $0) == ByteRange(0, 0))
        }
    }
}
