import NewswatchModel
import Testing

@testable import Articles

@Suite struct SentencesTests {
    @Test(arguments: SentenceCase.english) func englishIsSplit(one: SentenceCase) { expect(one, "en") }
    @Test(arguments: SentenceCase.german) func germanIsSplit(one: SentenceCase) { expect(one, "de") }
    @Test(arguments: SentenceCase.polish) func polishIsSplit(one: SentenceCase) { expect(one, "pl") }
    @Test(arguments: SentenceCase.russian) func russianIsSplit(one: SentenceCase) { expect(one, "ru") }
    @Test(arguments: SentenceCase.ukrainian) func ukrainianIsSplit(one: SentenceCase) { expect(one, "uk") }
    @Test(arguments: SentenceCase.belarusian) func belarusianIsSplit(one: SentenceCase) { expect(one, "be") }

    @Test(
        arguments: [
            "One here.|Two here.", "В 2020 г. Минск ждал.|Он ушёл.", "Mme. Roux est venue.|Il pleut.",
            "Wait!|Go?|Yes.", "Dr. Holt came.|He left.", "",
        ].map { SentenceCase($0) })
    func unknownAndOtherLanguagesAreSplit(one: SentenceCase) {
        expect(one, nil)
        expect(one, "fr")
    }

    @Test func ordinalsOfOtherLanguagesKeepTheirStop() {
        expect(SentenceCase("Přišel 1. Listopadu ráno.|Pak odešel."), "cs")
        expect(SentenceCase("Den 5. november kom han.|Så gik han."), "da")
    }

    @Test func chineseAndJapaneseNeedNoBlank() {
        #expect(split("他来了。我走了！「是」", "zh") == ["他来了。", "我走了！", "「是」"])
    }

    @Test func blanksOfAllKindsPartSentences() {
        #expect(split("One.\u{A0}Two.\u{3000}Three.\r\n\r\nFour\u{2009}", "en") == ["One.", "Two.", "Three.", "Four"])
        #expect(split("И т.\u{A0}д.\u{A0}Всё.", "ru") == ["И т.\u{A0}д.", "Всё."])
    }

    @Test func textsWithoutWordsGiveNoEmptySentences() {
        #expect(split("", nil) == [])
        #expect(split(" \n ", nil) == [])
        #expect(split("...", nil) == ["..."])
        #expect(split("?! ...\n\n\n!", "ru") == ["?! ...", "!"])
    }

    @Test(arguments: ["en", "ru", "uk", "be", "de", "pl", "cs", nil] as [String?], 0..<60)
    func rangesAscendAndCoverAllButWhiteSpace(language: String?, seed: Int) {
        let text = RandomText(seed: UInt64(seed)).make(pieces: 80)
        let bytes = Array(text.utf8)
        let ranges = Sentences.ranges(in: text, language: language)
        #expect(ranges == Sentences.ranges(in: text, language: language))
        var last = 0
        for range in ranges {
            #expect(last <= range.start && range.start < range.end && range.end <= bytes.count)
            #expect(isBlank(bytes[last..<range.start]))
            let sentence = String(validating: bytes[range.start..<range.end], as: UTF8.self)
            #expect(sentence != nil, "A sentence begins or ends inside a character.")
            #expect(sentence?.unicodeScalars.first?.properties.isWhitespace == false)
            #expect(sentence?.unicodeScalars.last?.properties.isWhitespace == false)
            last = range.end
        }
        #expect(isBlank(bytes[last...]))
    }

    /// Reading back from each stop to the word's head would take hours here.
    @Test(arguments: ["A.", "a.A", "“a.”", "!«", "1.", "т.", "'a", ". \"", "\n-"])
    func longRunsTakeLinearTime(piece: String) {
        let text = String(repeating: piece, count: 100_000)
        #expect(Sentences.ranges(in: text, language: "ru").last?.end == text.utf8.count)
        _ = Quotations.ranges(in: text)
    }

    @Test func fixturesAreCovered() throws {
        for name in ["bridge.txt", "library.md", "strike.html"] {
            let bytes = try fixture(name)
            var last = 0
            for range in Sentences.ranges(in: String(decoding: bytes, as: UTF8.self), language: nil) {
                #expect(range.start < range.end && range.end <= bytes.count)
                #expect(isBlank(bytes[last..<range.start]))
                last = range.end
            }
            #expect(isBlank(bytes[last...]))
        }
    }

    private func expect(_ one: SentenceCase, _ language: String?, at place: SourceLocation = #_sourceLocation) {
        #expect(split(one.text, language) == one.expected, sourceLocation: place)
    }

    private func split(_ text: String, _ language: String?) -> [String] {
        let utf8 = Array(text.utf8)
        return Sentences.ranges(in: text, language: language).map {
            String(decoding: utf8[$0.start..<$0.end], as: UTF8.self)
        }
    }

    private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    }
}
