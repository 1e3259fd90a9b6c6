import NewswatchModel
import Testing

@testable import Articles

@Suite struct SentencesTests {
    @Test(
        arguments: [
            ("One here. Two here.", nil, ["One here.", "Two here."]),
            ("Mr. Holt met Dr. Lind. They talked.", "en", ["Mr. Holt met Dr. Lind.", "They talked."]),
            ("J. R. Holt paid 3.5 million. He left.", "en", ["J. R. Holt paid 3.5 million.", "He left."]),
            ("“Stop!” he said. “We go.” Then rain.", "en", ["“Stop!” he said.", "“We go.”", "Then rain."]),
            ("Is it so?! Yes… perhaps. No", "en", ["Is it so?!", "Yes… perhaps.", "No"]),
            (
                "The U.S. Senate met. It left the U.S. The vote failed.", "en",
                ["The U.S. Senate met.", "It left the U.S.", "The vote failed."]
            ),
            ("See No. 5 there. He said no. 7 came.", "en", ["See No. 5 there.", "He said no. 7 came."]),
            ("В 2020 г. Минск ждал. А. Г. Лукин ушёл.", "ru", ["В 2020 г. Минск ждал.", "А. Г. Лукин ушёл."]),
            ("Am 1. November kam er. Dann ging er.", "de", ["Am 1. November kam er.", "Dann ging er."]),
            ("It was in 1931. Then (in May.) It fell.", "en", ["It was in 1931.", "Then (in May.)", "It fell."]),
            ("A heading\n\nA sentence", "en", ["A heading", "A sentence"]),
            ("他来了。我走了。", "zh", ["他来了。", "我走了。"]),
            ("", nil, []), (" \n ", nil, []), ("...", nil, ["..."]),
        ] as [(String, String?, [String])])
    func sentencesAreParted(text: String, language: String?, expected: [String]) {
        let utf8 = Array(text.utf8)
        let found = Sentences.ranges(in: text, language: language)
        #expect(found.map { String(decoding: utf8[$0.start..<$0.end], as: UTF8.self) } == expected)
    }

    @Test func rangesAscendAndCoverAllButWhiteSpace() throws {
        for name in ["bridge.txt", "library.md", "strike.html"] {
            let bytes = try fixture(name)
            var last = 0
            for range in Sentences.ranges(in: String(decoding: bytes, as: UTF8.self), language: nil) {
                #expect(range.start < range.end && range.end <= bytes.count)
                #expect(bytes[last..<range.start].allSatisfy { $0.isSpace })
                last = range.end
            }
            #expect(bytes[last...].allSatisfy { $0.isSpace })
        }
    }
}
