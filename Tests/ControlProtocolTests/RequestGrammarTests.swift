import Testing

@testable import ControlProtocol

@Suite("The grammar of requests")
struct RequestGrammarTests {
    @Test("A verb alone, in any case, with LF or CR LF", arguments: ["PING\n", "ping\n", "PiNg\r\n", "PING  \n"])
    func verbAlone(text: String) {
        #expect(parse(text) == [.success(Request(verb: .ping))])
    }

    @Test func tagIsTakenOff() {
        #expect(parse("@a1 PING\n") == [.success(Request(tag: "a1", verb: .ping))])
        #expect(parse("@ABCDEFGHIJ123456 PING\n") == [.success(Request(tag: "ABCDEFGHIJ123456", verb: .ping))])
    }

    @Test("A malformed tag is a syntax error", arguments: ["@ PING\n", "@a-b PING\n", "@ABCDEFGHIJ1234567 PING\n"])
    func malformedTag(text: String) {
        #expect(errorCode(text) == .syntax)
    }

    @Test func errorsCarryTheTag() {
        guard case .failure(let error) = parse("@x7 NOSUCH\n").first else {
            Issue.record("accepted")
            return
        }
        #expect(error.tag == "x7")
    }

    @Test func optionsAndPositionalsMayMix() {
        let expected = Request(verb: .search, positional: ["Minsk"], options: ["limit": "5"])
        #expect(parse("SEARCH limit=5 Minsk\n") == [.success(expected)])
        #expect(parse("SEARCH Minsk limit=\"5\"\n") == [.success(expected)])
    }

    @Test func quotedStringsHaveTheEscapesOfJSON() {
        let text = #"SEARCH "a \"b\" \\ \/ \n\t\r\b\f \u0416 \uD83D\uDE00 Київ""# + "\n"
        let expected = "a \"b\" \\ / \n\t\r\u{8}\u{C} Ж 😀 Київ"
        #expect(parse(text) == [.success(Request(verb: .search, positional: [expected]))])
    }

    @Test func anEqualsSignInQuotesMakesNoOption() {
        #expect(parse("SEARCH \"limit=5\"\n") == [.success(Request(verb: .search, positional: ["limit=5"]))])
        #expect(parse("SEARCH =5\n") == [.success(Request(verb: .search, positional: ["=5"]))])
    }

    @Test func anEmptyQuotedStringIsAnArgument() {
        #expect(parse("SEARCH \"\"\n") == [.success(Request(verb: .search, positional: [""]))])
    }

    @Test(
        "What the grammar has not is a syntax error",
        arguments: [
            "\n", " PING\n", "\tPING\n", "SEARCH \"a\n", "SEARCH \"a\"b\n", "SEARCH a\"b\n", "SEARCH a\tb\n",
            "SEARCH \"\\x\"\n", "SEARCH \"\\uD83D\"\n", "SEARCH \"\\uDE00\"\n", "SEARCH \"\\u00\"\n",
            "SEARCH \"\\u0000\"\n", "SEARCH a limit=1 limit=2\n", "PING!\n", "7\n", "A-VERB-OF-TOO-MANY-LETTERS\n",
            "SEARCH a\u{7F}b\n", "SEARCH \"a\tb\"\n",
        ])
    func syntaxErrors(text: String) {
        #expect(errorCode(text) == .syntax)
    }

    @Test("A line that is not UTF-8 is a syntax error, and the next one is read")
    func badUTF8() {
        var parser = RequestParser()
        for bad: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80]] {
            let outcomes = parser.feed(Array("SEARCH ".utf8) + bad + Array("\nPING\n".utf8))
            #expect(outcomes.count == 2)
            guard case .failure(let error) = outcomes[0] else {
                Issue.record("accepted \(bad)")
                continue
            }
            #expect(error.code == .syntax && !error.fatal)
            #expect(outcomes[1] == .success(Request(verb: .ping)))
        }
    }

    @Test func anUnknownVerbKeepsTheConnection() {
        let outcomes = parse("FROBNICATE now\nPING\n")
        guard case .failure(let error) = outcomes.first else {
            Issue.record("accepted")
            return
        }
        #expect(error.code == .unknownCommand && !error.fatal)
        #expect(outcomes.last == .success(Request(verb: .ping)))
    }

    @Test(
        "Counts and keys are checked against the verb's row",
        arguments: [
            "PING x\n", "ENTITY\n", "ENTITY a b\n", "PING since=1\n", "ALERTS colour=red\n", "PING {0}\n\n", "SCAN\n",
            "HELLO\n",
        ])
    func rowsAreChecked(text: String) {
        let outcomes = parse(text)
        #expect(outcomes.count == 1)
        #expect(errorCode(text) == .badArgument)
    }

    @Test("Each verb's least form is accepted and names it", arguments: Verb.allCases)
    func everyVerb(verb: Verb) {
        let request = Request(
            verb: verb, positional: Array(repeating: "x", count: verb.positional.lowerBound),
            payload: verb.payload == .required ? [1, 2, 3] : nil)
        var parser = RequestParser()
        #expect(parser.feed(request.octets) == [.success(request)])
        #expect(verb.usage.hasPrefix(verb.rawValue))
        #expect(!verb.summary.isEmpty)
        for key in verb.keys { #expect(verb.usage.contains("\(key)="), "\(verb.usage) does not tell \(key)=") }
    }

    @Test("A verb above the peer's role is denied, and its payload passed over")
    func rolesAreChecked() {
        let outcomes = parse("@t ADD {6}\nQUIT\n\n\nREMOVE x\nPING\n", role: .reader)
        #expect(outcomes.count == 3)
        for outcome in outcomes.prefix(2) {
            guard case .failure(let error) = outcome else {
                Issue.record("allowed")
                continue
            }
            #expect(error.code == .denied && !error.fatal && error.fields == ["needs": "admin"])
        }
        #expect(outcomes.last == .success(Request(verb: .ping)))
    }
}
