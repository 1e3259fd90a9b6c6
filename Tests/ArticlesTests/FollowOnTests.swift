import NewswatchModel
import Testing

@testable import Articles

@Suite struct FollowOnTests {
    @Test(
        arguments: [
            ("en", "He left."), ("en", "She’d gone."), ("en", "They’re late."), ("en", "But he left."),
            ("en", "Yesterday she left."), ("en", "In 2020, they left."), ("en", "— He left."),
            ("en", "But then he fell."),
            ("ru", "Он ушёл."), ("ru", "Она ушла."), ("ru", "Они ушли."), ("ru", "Но он ушёл."), ("ru", "Ему 45 лет."),
            ("ru", "Вчера она ушла."), ("ru", "При этом он молчал."), ("ru", "— Он ушёл."),
            ("uk", "Він пішов."), ("uk", "Вона пішла."), ("uk", "Але вони пішли."), ("uk", "Учора він пішов."),
            ("be", "Ён пайшоў."), ("be", "Яна пайшла."), ("be", "Але яны пайшлі."), ("be", "Учора ён пайшоў."),
            ("de", "Er ging."), ("de", "Sie ging."), ("de", "Sie haben verloren."), ("de", "Dann ging er."),
            ("de", "Aber sie blieb."), ("de", "Gestern sagte sie nein."),
            ("pl", "On wyszedł."), ("pl", "Ona wyszła."), ("pl", "Ale oni wyszli."), ("pl", "Wczoraj ona wyszła."),
            (nil, "He left."), (nil, "Он ушёл."), ("fr", "They left."),
        ] as [(String?, String)])
    func pronounsGoOn(language: String?, text: String) { #expect(goesOn(text, language), "\(text)") }

    @Test(
        arguments: [
            ("en", "Holt left."), ("en", "The man left."), ("en", "It left."), ("en", "Holt says he left."),
            ("en", "His wife left."), ("en", "“He won,” said Holt."), ("en", "Hence they."),
            ("en", "Then the mayor he knew left."),
            ("en", ""), ("en", "..."), ("en", "But"), ("ru", "Котов ушёл."), ("ru", "Его жена ушла."),
            ("ru", "Яна ушла."),
            ("ru", "«Он ушёл», — сказал Котов."), ("ru", "Это он."), ("uk", "Коваль пішов."),
            ("uk", "Його дружина пішла."),
            ("be", "Каваль пайшоў."), ("be", "Яго жонка пайшла."), ("de", "Weber ging."),
            ("de", "Sie haben Ihre Karte."),
            ("de", "Haben Sie Zeit?"), ("de", "Dann gehen Sie nach Hause."), ("de", "Sie müssen gehen!"),
            ("de", "Ihr Mann ging."),
            ("de", "Sie kommen auch?"), ("pl", "Lis wyszedł."), ("pl", "Jego żona wyszła."),
            ("en", "On Monday Holt left."),
        ] as [(String?, String)])
    func otherSentencesDoNot(language: String?, text: String) { #expect(!goesOn(text, language), "\(text)") }

    @Test func onlyTheSentenceIsRead() {
        let text = "Holt left. But\nhe slept. Then"
        for (range, expected) in zip(Sentences.ranges(in: text, language: "en"), [false, true, false]) {
            #expect(
                FollowOn.startsWithPersonalPronoun(sentence: range, in: text, language: "en") == expected, "\(range)")
        }
        for (start, end) in [(0, 0), (5, 4), (-1, 3), (0, 999)] {
            #expect(
                !FollowOn.startsWithPersonalPronoun(sentence: ByteRange(start, end), in: "He left.", language: "en"))
        }
        // The pronoun stands behind the sentence's end.
        #expect(!FollowOn.startsWithPersonalPronoun(sentence: ByteRange(11, 14), in: text, language: "en"))
    }

    @Test(arguments: ["en", "de", "ru", nil] as [String?], 0..<40)
    func anySentenceCanBeAsked(language: String?, seed: Int) {
        let text = RandomText(seed: UInt64(seed)).make(pieces: 80)
        for range in Sentences.ranges(in: text, language: language) {
            let answer = FollowOn.startsWithPersonalPronoun(sentence: range, in: text, language: language)
            #expect(answer == FollowOn.startsWithPersonalPronoun(sentence: range, in: text, language: language))
        }
    }

    private func goesOn(_ text: String, _ language: String?) -> Bool {
        FollowOn.startsWithPersonalPronoun(sentence: ByteRange(0, text.utf8.count), in: text, language: language)
    }
}
