import NewswatchModel
import Testing

@testable import Articles

@Suite struct QuotationsTests {
    @Test(
        arguments: [
            // English
            ("“We have never sold the mill,” said Holt.", ["We have never sold the mill,"]),
            ("\"We have never sold the mill,\" said Holt.", ["We have never sold the mill,"]),
            ("“Never,” said Holt.", ["Never,"]),
            ("\"Why?\" she asked.", ["Why?"]),
            ("He said: “No.”", ["No."]),
            ("Holt called it “a bad joke”.", ["a bad joke"]),
            ("‘We have never sold the mill,’ Holt said.", ["We have never sold the mill,"]),
            ("'We don't sell the dogs' old mill,' Holt said.", ["We don't sell the dogs' old mill,"]),
            ("‘The workers’ homes aren’t safe today,’ Holt said.", ["The workers’ homes aren’t safe today,"]),
            ("“He told me ‘never again’ and left,” she said.", ["He told me ‘never again’ and left,"]),
            ("“They “know” the whole story by now,” she said.", ["They “know” the whole story by now,"]),
            (
                "“We go,” he said. “You stay here with them.” Rain fell.",
                ["We go,", "You stay here with them."]
            ),
            // German
            ("„Wir haben die Mühle nie verkauft“, sagte Weber.", ["Wir haben die Mühle nie verkauft"]),
            ("„Nein!“, rief er.", ["Nein!"]),
            ("»Wir haben die Mühle nie verkauft«, sagte sie.", ["Wir haben die Mühle nie verkauft"]),
            ("„Er nannte es ‚Unsinn‘ und ging heim“, sagte sie.", ["Er nannte es ‚Unsinn‘ und ging heim"]),
            ("„Wir haben sie nie verkauft\", sagte er.", ["Wir haben sie nie verkauft"]),
            // Polish
            ("„Nigdy nie sprzedaliśmy tego młyna” – powiedział Lis.", ["Nigdy nie sprzedaliśmy tego młyna"]),
            ("„Nie!” – krzyknęła.", ["Nie!"]),
            // Russian
            ("«Мы никогда не продавали мельницу», — сказал Котов.", ["Мы никогда не продавали мельницу"]),
            ("«Нет», — ответил он.", ["Нет"]),
            ("Котов заявил: «Никогда».", ["Никогда"]),
            ("«Нас предал завод «Ромашка», — сказал Котов. Он ушёл.", ["Нас предал завод «Ромашка"]),
            ("«Мы читали «Вечер» и всё поняли», — сказал он.", ["Мы читали «Вечер» и всё поняли"]),
            ("«Мы читали „Вечер“ и всё поняли», — сказал он.", ["Мы читали „Вечер“ и всё поняли"]),
            // Ukrainian and Belarusian
            ("«Ми ніколи не продавали млин», — сказав Коваль.", ["Ми ніколи не продавали млин"]),
            ("“Ні”, — відповіла вона.", ["Ні"]),
            ("«Мы ніколі не прадавалі млын», — сказаў Каваль.", ["Мы ніколі не прадавалі млын"]),
            ("«Не!» — адказала яна.", ["Не!"]),
        ] as [(String, [String])])
    func speechIsFound(text: String, expected: [String]) { #expect(quoted(text) == expected) }

    @Test(arguments: [
        "The so-called “experts” left.", "He read “The Times” and “The Lord of the Rings” at home.",
        "The dogs' tails and the cats' ears don't match.", "It’s the workers’ fault and the owners’ gain.",
        "'Twas the dogs' day and the 'em of the '90s' end.", "A 5\" pipe and a 7\" pipe lay there.",
        "The pipe is 5\" wide and nobody said a word.", "The bill, known as “Safe Homes Act”, passed.",
        "Die sogenannte „Volksmiliz“ zog ab.", "Der Film „Das alte Haus am Meer“ läuft.",
        "Spółka „Lis” i gazeta „Nowy głos z miasta Łodzi” upadły.", "ООО «Ромашка» закрыто, «Газпром» молчит.",
        "ОАО «Минский завод старых колёс» закрыто.", "Газета «Вечерний голос нашего города» вышла.",
        "ТОВ «Перший завод старих коліс» зачинено.", "ААТ «Першы завод старых колаў» зачынена.",
        "Суб’єкт з’явився на об’єкті.", "П'яць і сем'яў з'ехалі.", "", "\"", "“", "«»",
        "Мост рухнул, пишет «Вечерняя газета».", "Его взял орден «За заслуги перед городом» и медаль.",
        "She wore a “Make the Mill great” cap.",
    ])
    func namesDoubtsAndApostrophesAreNoSpeech(text: String) { #expect(quoted(text) == []) }

    @Test func severalParagraphsThatEachOpenAreOneSpeech() {
        let text = """
            “We have never sold the mill.

            “We shall never sell it.

            “Ask anyone you like,” said Holt. He left.
            """
        #expect(
            quoted(text) == ["We have never sold the mill.", "We shall never sell it.", "Ask anyone you like,"])
        #expect(quoted(text.replacing("“", with: "\"").replacing("”", with: "\"")) == quoted(text))
    }

    @Test func anUnbalancedQuotationEndsWithItsParagraph() {
        #expect(quoted("He said “we have never sold it.\n\nRain fell.") == ["we have never sold it."])
        #expect(quoted("Er sagte: „Wir gehen heute nach Hause.\n\nEs regnete.") == ["Wir gehen heute nach Hause."])
    }

    @Test func aStraightMarkWithoutPartnerInItsParagraphOpensNothing() {
        #expect(quoted("He said \"we have never sold it.\n\nRain fell\" on the mill.") == [])
        #expect(quoted("One \"lone mark, then “we never sold the mill” again.") == ["we never sold the mill"])
    }

    @Test func aSingleLineBreakEndsNoQuotation() {
        #expect(quoted("“We have never\nsold it,” he said.") == ["We have never\nsold it,"])
    }

    @Test func rangesAreLookedUp() {
        let ranges = [ByteRange(2, 10), ByteRange(20, 30)]
        for (start, end, expected) in [
            (2, 10, true), (3, 4, true), (0, 1, false), (9, 11, false), (10, 20, false), (25, 30, true),
            (30, 31, false), (5, 25, false),
        ] {
            #expect(Quotations.isQuoted(ByteRange(start, end), in: ranges) == expected, "\(start)..<\(end)")
        }
        #expect(!Quotations.isQuoted(ByteRange(0, 1), in: []))
    }

    @Test(arguments: 0..<200) func rangesAscendInsideTheText(seed: Int) {
        let text = RandomText(seed: UInt64(seed)).make(pieces: 120)
        let bytes = Array(text.utf8)
        let ranges = Quotations.ranges(in: text)
        #expect(ranges == Quotations.ranges(in: text))
        var last = 0
        for range in ranges {
            #expect(last <= range.start && range.start < range.end && range.end <= bytes.count)
            #expect(String(validating: bytes[range.start..<range.end], as: UTF8.self) != nil)
            last = range.end
        }
    }

    private func quoted(_ text: String) -> [String] {
        let utf8 = Array(text.utf8)
        return Quotations.ranges(in: text).map { String(decoding: utf8[$0.start..<$0.end], as: UTF8.self) }
    }
}

extension String {
    fileprivate func replacing(_ old: Character, with new: Character) -> String { String(map { $0 == old ? new : $0 }) }
}
