import Testing

@testable import WatchlistFiles

@Suite struct JSONLineTests {
    private func names(_ text: String) throws -> [String] {
        var line = JSONLine(Array(text.utf8))
        var found: [String] = []
        try line.object { (line, key) throws(JSONLine.Fault) in
            if key == "n" { found += try line.strings() } else { try line.skip() }
        }
        try line.finish()
        return found
    }

    @Test(arguments: [
        (#"{"n":["a","b"],"x":{"y":[1,-2.5e3,true,null,{}],"z":[]}}"#, ["a", "b"]),
        (#" { "x" : "\"}" , "n" : "a" } "#, ["a"]),
        (#"{"n":["a",7,null,["b"],"c"]}"#, ["a", "c"]),
        (#"{"n":"\u041c\u0430\ud83d\ude00\t\/\\"}"#, ["Ма😀\t/\\"]),
        (#"{"n":4}"#, []), ("{}", []),
    ])
    func stringsOfAKeyAreReadAndOthersPassedOver(_ text: String, _ expected: [String]) throws {
        #expect(try names(text) == expected)
    }

    @Test(arguments: [
        ("", 0, "object is missing"), ("[1]", 0, "object is missing"), (#"{"n":}"#, 5, "value is missing"),
        (#"{"n" 1}"#, 5, "colon"), (#"{"n":1 "m":2}"#, 7, "comma"), (#"{"n":1"#, 6, "in the middle"),
        (#"{"n":"a"#, 7, "in a string"), (#"{"n":"a\q"}"#, 7, "backslash"), (#"{"n":"\u12"}"#, 8, "hexadecimal"),
        (#"{"n":"\ud83dx"}"#, 6, "half of a character"), (#"{"n":1}}"#, 7, "more behind"), (#"{"n":--1}"#, 5, "number"),
        ("{\"n\":\"a\u{1}\"}", 7, "control character"), (#"{"n":[1,]}"#, 8, "value is missing"),
        (#"{,}"#, 1, "string is missing"), (#"{"n":tru}"#, 5, "value is missing"),
        (#"{"n":"# + String(repeating: "[", count: 100), 69, "64 deep"),
    ])
    func whatIsNoJSONIsToldByItsPlace(_ text: String, _ offset: Int, _ message: String) throws {
        let fault = try #require(throws: JSONLine.Fault.self) { try names(text) }
        #expect(fault.message.contains(message), "\(fault)")
        #expect(fault.offset == offset)
    }

    @Test func anyOctetsEndTheReadingWithoutATrap() {
        let pieces = ["{", "}", "[", "]", "\"", "\\", "\\u", "d83d", ":", ",", "1", "-", "n", "null", " "]
        for a in pieces {
            for b in pieces {
                for c in pieces {
                    for d in ["", "\"", "]}"] { _ = try? names("{\"n\":" + a + b + c + d) }
                }
            }
        }
    }
}
