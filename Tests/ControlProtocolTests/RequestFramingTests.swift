import Testing

@testable import ControlProtocol

@Suite("Where requests begin and end")
struct RequestFramingTests {
    static let streams = [
        "PING\n", "@t1 HELLO 1\r\n", "SEARCH \"Минск \\u0416 \\\"x\\\"\" limit=3\n", "SCAN {5}\nhello\n",
        "@p SCAN name=a.txt {6}\r\na\nb\r\n\r\n", "SUBMIT {0}\n\nPING\n", "SCAN <<END\nfirst\nEND \nENDE\nEND\nPING\n",
        "SCAN <<E\r\nE E\r\nE\r\nPING\r\n", "SCAN <<E\nE\nPING\n", "NOSUCH {4}\nQUIT\nPING\n",
        "NOSUCH <<Z\nQUIT\nzz\nZ\nPING\n", "PING\nPING\n@b PING\nVERSION\n", "SCAN <<AB\nA\nAB\rX\nAB\n",
    ]

    @Test("Cut at any octet, a stream gives the same requests", arguments: streams)
    func everySplit(text: String) {
        let octets = Array(text.utf8)
        var whole = RequestParser()
        let expected = whole.feed(octets)
        #expect(!expected.isEmpty)
        for cut in 0...octets.count {
            var parser = RequestParser()
            let found = parser.feed(octets[..<cut]) + parser.feed(octets[cut...])
            #expect(found == expected, "cut at \(cut)")
            #expect(parser.bufferedOctets == 0 && !parser.isMidLine && !parser.isMidPayload)
        }
        var single = RequestParser()
        #expect(octets.flatMap { single.feed([$0]) } == expected)
    }

    @Test func aPayloadMayHoldAnyOctets() {
        let payload = (0...255).map(UInt8.init) + [0x0A, 0x0D]
        var parser = RequestParser()
        #expect(
            parser.feed(Array("SCAN {258}\n".utf8) + payload + [0x0A])
                == [.success(Request(verb: .scan, payload: payload))])
    }

    @Test func aWordPayloadIsTheLinesBeforeTheWord() {
        #expect(
            parse("SCAN <<EOF\none\n EOF\ntwo\nEOF\n")
                == [.success(Request(verb: .scan, payload: Array("one\n EOF\ntwo\n".utf8)))])
        #expect(parse("SCAN <<EOF\nEOF\n") == [.success(Request(verb: .scan, payload: []))])
    }

    @Test func theLongestLineIsAcceptedAndOneMoreIsNot() {
        let head = "SEARCH "
        let fits = head + String(repeating: "a", count: Limits.lineOctets - head.count - 1)
        var parser = RequestParser()
        #expect(parser.feed((fits + "\n").utf8).count == 1)
        #expect(parse(fits + "\n").first.map { (try? $0.get()) != nil } == true)
        guard case .failure(let error) = parse(fits + "a\n").first else {
            Issue.record("accepted")
            return
        }
        #expect(error.code == .tooLong && error.fatal)
    }

    @Test func aLineWithoutEndIsRefusedAtTheLimitAndNothingHeld() {
        var parser = RequestParser()
        #expect(parser.feed(repeatElement(0x41, count: Limits.lineOctets - 1)).isEmpty)
        #expect(parser.isMidLine)
        #expect(parser.feed([0x41]).count == 1)
        #expect(parser.bufferedOctets == 0)
        #expect(parser.feed("PING\n".utf8).isEmpty)
    }

    @Test func aPayloadOverTheLimitIsAnsweredAtOnceAndPassedOver() {
        var parser = RequestParser(payloadLimit: 10)
        let answer = parser.feed("@b SCAN {11}\n".utf8)
        #expect(answer.count == 1)
        guard case .failure(let error) = answer.first else { return }
        #expect(error.code == .tooBig && error.tag == "b" && !error.fatal && error.fields["limit"] == "10")
        #expect(parser.isMidPayload)
        #expect(parser.feed("PING\nPING\nx\nPING\n".utf8) == [.success(Request(verb: .ping))])
        #expect(parser.feed("SCAN {10}\n0123456789\n".utf8).first.map { (try? $0.get()) != nil } == true)
    }

    @Test func aWordPayloadOverTheLimitIsPassedOverToo() {
        var parser = RequestParser(payloadLimit: 100)
        var found = parser.feed("SCAN <<END\n".utf8)
        for _ in 0..<50 {
            found += parser.feed("0123456789\n".utf8)
            #expect(parser.bufferedOctets <= 120)
        }
        found += parser.feed(repeatElement(0x41, count: 5000))
        #expect(parser.bufferedOctets <= 120)
        found += parser.feed("END\nEND\nPING\n".utf8)
        #expect(found.count == 2)
        guard case .failure(let error) = found.first else { return }
        #expect(error.code == .tooBig)
        #expect(found.last == .success(Request(verb: .ping)))
    }

    @Test(
        "A payload without an end of line after it loses the framing",
        arguments: ["SCAN {2}\nabc\n", "SCAN {2}\nab\rX"])
    func misplacedEnd(text: String) {
        guard case .failure(let error) = parse(text).first else {
            Issue.record("accepted")
            return
        }
        #expect(error.code == .syntax && error.fatal)
    }

    @Test(
        "A broken line that announces a payload loses the framing: its octets must not become requests",
        arguments: [
            "SCAN \"x {5}\nQUIT\n\n", "@@ SCAN <<E\nQUIT\nE\n", "SCAN {123456789}\nQUIT\n", "SCAN {5} x\nQUIT\n\n",
        ])
    func smuggling(text: String) {
        let outcomes = parse(text)
        #expect(outcomes.count == 1)
        guard case .failure(let error) = outcomes.first else { return }
        #expect(error.code == .syntax && error.fatal)
    }

    @Test("Whatever comes, the parser neither traps nor holds more than its limits")
    func randomOctets() {
        var generator = SeededGenerator(state: 20_261_124)
        let pieces = [
            "PING", "SCAN", "@t", " ", "\n", "\r\n", "{", "}", "{3}", "<<E", "E", "\"", "\\", "=", "limit=", "é",
        ]
        for _ in 0..<400 {
            var parser = RequestParser(payloadLimit: 64)
            for _ in 0..<60 {
                let octets: [UInt8] =
                    Bool.random(using: &generator)
                    ? Array((pieces.randomElement(using: &generator) ?? "").utf8)
                    : [UInt8.random(in: 0...255, using: &generator)]
                for outcome in parser.feed(octets) {
                    if case .success(let request) = outcome {
                        #expect((request.payload?.count ?? 0) <= 64)
                    }
                }
                #expect(parser.bufferedOctets <= Limits.lineOctets)
            }
        }
    }

    @Test("What a client writes, the parser reads back")
    func roundTrip() {
        var generator = SeededGenerator(state: 7)
        let letters = Array("abc=\"\\ {<\n\u{1}éЖ😀")
        for _ in 0..<500 {
            func word(_ generator: inout SeededGenerator) -> String {
                String(
                    (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                        letters.randomElement(using: &generator) ?? "a"
                    })
            }
            let request = Request(
                tag: "t9", verb: .scan, options: ["name": word(&generator), "format": word(&generator)],
                payload: Array(word(&generator).utf8))
            let search = Request(verb: .search, positional: [word(&generator)])
            var parser = RequestParser()
            #expect(parser.feed(request.octets + search.octets) == [.success(request), .success(search)])
        }
    }
}
