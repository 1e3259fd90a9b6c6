import Glibc
import Testing

@testable import WatchlistFiles

@Suite struct DelimitedReaderTests {
    /// The records of `text`, which comes in pieces of `pieceSize` octets, with the line of each.
    private func read(
        _ text: String, pieceSize: Int = 1 << 18, delimiter: UInt8? = UInt8(ascii: ","), hasQuotes: Bool = true
    ) throws -> [[String]] {
        let folder = ScratchFolder()
        let descriptor = open(folder.claim("in"), O_RDWR | O_CREAT, 0o600)
        defer { close(descriptor) }
        #expect(writeAll(descriptor, Array(text.utf8)))
        lseek(descriptor, 0, SEEK_SET)
        let input = ByteInput(descriptor: descriptor, path: "in", pieceSize: pieceSize)
        var reader = DelimitedReader(input, delimiter: delimiter, hasQuotes: hasQuotes)
        var records: [[String]] = []
        while try reader.next() {
            let fields = (0..<reader.count).map { String(decoding: reader.octets[reader.field($0)], as: UTF8.self) }
            records.append(["\(reader.line)"] + fields)
        }
        return records
    }

    @Test(
        arguments: [
            ("a,b\nc,d\n", [["1", "a", "b"], ["2", "c", "d"]]),
            ("a,b\r\nc,d", [["1", "a", "b"], ["2", "c", "d"]]),
            ("\u{FEFF}\"ä\",b\n", [["1", "ä", "b"]]),
            ("\"a,\"\"b\"\"\",\"\"\n", [["1", "a,\"b\"", ""]]),
            ("\"a\r\nb\n\",c\r\nd,e\n", [["1", "a\r\nb\n", "c"], ["4", "d", "e"]]),
            ("a,\n,b\n\nc\n", [["1", "a", ""], ["2", "", "b"], ["3", ""], ["4", "c"]]),
            ("a,", [["1", "a", ""]]),
            ("a,\"b\"", [["1", "a", "b"]]),
            ("a,\"\"", [["1", "a", ""]]),
            ("5\" disk,b \"c\"\n", [["1", "5\" disk", "b \"c\""]]),
            ("a\rb,c\r\n", [["1", "a\rb", "c"]]),
            ("\"a\"\r\n\"b\"\r\n", [["1", "a"], ["2", "b"]]),
            ("", []),
        ] as [(String, [[String]])])
    func recordsAreTheSameInPiecesOfAnySize(_ text: String, _ records: [[String]]) throws {
        for size in [1, 2, 3, 5, 1 << 18] {
            // A mark is looked for in the first piece, which is no smaller than it in a file.
            if size < 3, text.hasPrefix("\u{FEFF}") { continue }
            #expect(try read(text, pieceSize: size) == records, "pieces of \(size)")
        }
    }

    @Test func aLookAheadIsTheSameHoweverSmallThePiecesAre() throws {
        let folder = ScratchFolder()
        let descriptor = open(folder.claim("in"), O_RDWR | O_CREAT, 0o600)
        defer { close(descriptor) }
        #expect(writeAll(descriptor, Array("a\nbc\nd".utf8)))
        lseek(descriptor, 0, SEEK_SET)
        let input = ByteInput(descriptor: descriptor, path: "in", pieceSize: 2)
        #expect(try input.peek(most: 4) == Array("a\nbc".utf8))
        #expect(try input.next() == Array("a\nbc".utf8))
        #expect(try input.peek(most: 4) == Array("\nd".utf8))
        #expect(try input.next() == Array("\nd".utf8))
        #expect(try input.next() == [])
    }

    @Test func withoutDelimiterAndQuotesARecordIsALine() throws {
        #expect(
            try read("a,\"b\r\n\n\"c\td", delimiter: nil, hasQuotes: false) == [
                ["1", "a,\"b"], ["2", ""], ["3", "\"c\td"],
            ])
    }

    @Test(arguments: [
        ("ab,\"c\nd\n", 1, 4), ("ä,\"b\"\"\"c\n", 1, 8), ("a\n\"b\nü\"x,\n", 3, 3), ("\"a\",\"b\" ,c\n", 1, 8),
        ("x\n\"a\nb\",ÄÖ,\"\n", 3, 7),
    ])
    func wrongQuotesAreToldByLineAndColumn(_ text: String, _ line: Int, _ column: Int) throws {
        for size in [1, 3, 1 << 18] {
            let error = try #require(throws: FileProblems.self) { try read(text, pieceSize: size) }
            #expect(error.problems.map { [$0.line, $0.column] } == [[line, column]], "pieces of \(size)")
        }
    }

    @Test func aRecordLongerThanMemoryAllowsIsTold() throws {
        let long = String(repeating: "x", count: DelimitedReader.maxRecord)
        let quoted = try #require(throws: FileProblems.self) { try read("a\nb,\"" + long + "\"\n") }
        #expect(quoted.description.contains("in:2:3: a quote is opened here and not closed within 16777216 octets"))
        let plain = try #require(throws: FileProblems.self) { try read("a\nb,c" + long + "\n") }
        #expect(plain.description.contains("in:2:1: a record is longer than 16777216 octets"))
    }
}
