import Glibc
import NewswatchModel
import Testing

@testable import Matching

@Suite("The index image")
struct IndexTests {
    private func small() throws -> [UInt8] {
        let first = try entity(0, "Bank of Łódź") {
            ($0.near, $0.exclude, $0.nearDistance) = (["money"], ["a bank"], 4)
        }
        let second = try entity(1, "EU, Inc") { $0.aliases = [Alias(name: "eu", nameCase: .exact)] }
        return try IndexBuilder.build([first, second], version: 42)
    }

    private let text = "The Bank of Lodz has money, eu EU Inc a a a bank of of Bank"

    @Test func itTellsVersionAndCounts() throws {
        let index = try WatchlistIndex(bytes: small())
        #expect(index.version == 42)
        #expect(index.entityCount == 2)
        #expect(index.nameCount == 3)
    }

    @Test func theSameEntitiesGiveTheSameBytes() throws { #expect(try small() == small()) }

    @Test func anEmptyWatchlistFindsNothing() throws { #expect(try mentions([], "Anything At All").isEmpty) }

    @Test func eachFlippedByteIsRefused() throws {
        let image = try small()
        for offset in image.indices {
            var damaged = image
            damaged[offset] ^= 0xFF
            #expect(throws: IndexError.self) { try WatchlistIndex(bytes: damaged) }
        }
    }

    @Test func damageUnderARightChecksumNeverReadsOutside() throws {
        let image = try small()
        for offset in image.indices
        where !(ImageFormat.checksumOffset..<ImageFormat.checksumOffset + 8).contains(offset) {
            // Most of the image is tables; each byte is changed in one way, neighbours in different ones.
            for mask in [[UInt8(0x01), 0x80, 0xFF][offset % 3]] {
                var damaged = image
                damaged[offset] ^= mask
                ImageWriter.seal(&damaged)
                guard let index = try? WatchlistIndex(bytes: damaged) else { continue }
                var matcher = Matcher(index)
                let found = matcher.find(title: text, text: text, overlap: .all)
                for mention in found.mentions + found.refused.map(\.mention) {
                    #expect(mention.range.start < mention.range.end && mention.range.end <= text.utf8.count)
                }
            }
        }
    }

    @Test func foreignShortAndOtherVersionsAreRefused() throws {
        let image = try small()
        #expect(throws: IndexError.foreign) { try WatchlistIndex(bytes: []) }
        #expect(throws: IndexError.foreign) { try WatchlistIndex(bytes: Array("not an index at all".utf8)) }
        for length in stride(from: 12, to: image.count, by: 7) {
            #expect(throws: IndexError.self) { try WatchlistIndex(bytes: Array(image[..<length])) }
        }
        var other = image
        other[8] = 9
        #expect(throws: IndexError.formatVersion(found: 9, wanted: ImageFormat.version)) {
            try WatchlistIndex(bytes: other)
        }
    }

    @Test func aFileIsReplacedWholeAndOutlivesItsDescriptor() throws {
        let path = "/tmp/newswatch-index-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        defer { unlink(path) }
        try IndexFile.write(Array("old".utf8), to: path)
        try IndexFile.write(small(), to: path)
        let index = try IndexFile.open(path: path)
        unlink(path)
        var matcher = Matcher(index)
        #expect(matcher.find(title: "", text: text).mentions.map(\.surface) == ["Bank of Lodz", "eu", "EU Inc"])
        #expect(throws: IndexError.system(call: "open", path: path, code: ENOENT)) { try IndexFile.open(path: path) }
    }

    @Test func aFailedWriteLeavesNothing() {
        let path = "/nonexistent-folder/index"
        #expect(throws: IndexError.self) { try IndexFile.write([1], to: path) }
        #expect(IndexError.system(call: "open", path: path, code: ENOENT).description.contains(path))
    }
}
