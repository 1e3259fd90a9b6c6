import Testing

@testable import ControlProtocol

@Suite("Answers, written and read")
struct ResponseTests {
    private func lines(_ octets: [UInt8]) throws -> [ResponseLine] {
        var parser = ResponseParser()
        octets.withUnsafeBytes { parser.append($0) }
        var found: [ResponseLine] = []
        while let line = try parser.next() { found.append(line) }
        #expect(parser.isEmpty)
        return found
    }

    private func text(_ octets: [UInt8]) -> String { String(decoding: octets, as: UTF8.self) }

    @Test func linesAreWrittenAsTheGrammarSays() {
        #expect(text(Response.ok(fields: [("", "pong")])) == "OK pong\n")
        #expect(text(Response.ok(tag: "a", fields: [("id", "01J-x y"), ("n", "")])) == "@a OK id=\"01J-x y\" n=\"\"\n")
        #expect(text(Response.item(tag: "a", json: "{}")) == "@a * {}\n")
        #expect(text(Response.push("{}")) == "! {}\n")
        #expect(
            text(Response.error(code: .notFound, message: "no \"x\"", fields: [("ref", "7")]))
                == "ERR not-found \"no \\\"x\\\"\" ref=7\n")
        #expect(
            text(Response.error(RequestError(tag: "t", code: .tooBig, message: "m", fields: ["limit": "9"])))
                == "@t ERR too-big \"m\" limit=9\n")
    }

    @Test("What the server writes, the client reads, cut at any octet")
    func everySplit() throws {
        let octets =
            Response.item(tag: "q", json: #"{"a":"* x"}"#) + Response.push(#"{"seq":1}"#)
            + Response.ok(tag: "q", fields: [("", "pong"), ("id", "a b"), ("x", "1=2")])
            + Response.error(code: .busy, message: "später\n", fields: [("retry-ms", "50")])
        let expected: [ResponseLine] = [
            .item(tag: "q", json: #"{"a":"* x"}"#), .push(json: #"{"seq":1}"#),
            .ok(tag: "q", fields: [ResponseField("", "pong"), ResponseField("id", "a b"), ResponseField("x", "1=2")]),
            .error(tag: nil, code: "busy", message: "später\n", fields: [ResponseField("retry-ms", "50")]),
        ]
        #expect(try lines(octets) == expected)
        for cut in 0...octets.count {
            var parser = ResponseParser()
            var found: [ResponseLine] = []
            for part in [octets[..<cut], octets[cut...]] {
                part.withUnsafeBytes { parser.append($0) }
                while let line = try parser.next() { found.append(line) }
            }
            #expect(found == expected, "cut at \(cut)")
        }
    }

    @Test("A line that is no answer is an error", arguments: ["HTTP/1.1 400\n", "* 7\n", "*{}\n", "OK \"x\n", "\n"])
    func malformed(text: String) {
        #expect(throws: ResponseError.self) { try lines(Array(text.utf8)) }
    }

    @Test func fieldsAreFoundByKey() {
        let fields = [ResponseField("", "pong"), ResponseField("id", "7")]
        #expect(fields["id"] == "7")
        #expect(fields["no"] == nil)
    }

    @Test("Each code is lower case with hyphens", arguments: ErrorCode.allCases)
    func codes(code: ErrorCode) {
        #expect(code.rawValue.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D })
    }
}
