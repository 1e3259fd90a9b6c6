import NewswatchModel
import Testing

@testable import Matching

@Suite("Names that are ordinary words")
struct NoiseTests {
    @Test(
        "a capitalised name that is a common word is reported, however it is quoted or composed",
        arguments: [
            "May", "Turkey", "Того", "Hope", "Mark", "Bill", "Надежда", "Слава", "Мир", "Jung", "Weiß", "WEISS",
            "König",
            "Ko\u{308}nig", "Лев", "Мали", "Chad", "Jordan", "Georgia", "Guinea", "Pierre", "«Мир»", "П’ятниця", "Ёще",
        ])
    func commonWordsAreNoisy(_ name: String) throws {
        let noisy = try #require(NoiseCheck.noisyNames(of: entity(0, name)).first)
        #expect(noisy.name == name && noisy.nameIndex == 0)
        #expect(noisy.expectedPerThousandArticles >= 1)
    }

    @Test(
        "names proper, acronyms, names of several words and names with digits are not reported",
        arguments: [
            "Putin", "Lukashenko", "Путин", "Лукашенко", "Крым", "Москва", "Trump", "Moscow", "London", "US", "IT",
            "WHO",
            "Theresa May", "May-Turkey", "May 9", "G7", "中国", "ガーナ", "", "'", "—",
        ])
    func othersAreQuiet(_ name: String) throws {
        #expect(try NoiseCheck.noisyNames(of: entity(0, name)).isEmpty)
    }

    @Test func theHitsExpectedAreThoseOfHalfAMillionWords() throws {
        let noisy = try #require(NoiseCheck.noisyNames(of: entity(0, "May")).first)
        #expect(noisy.word.language == "en")
        #expect(noisy.expectedPerThousandArticles == noisy.word.capitalisedPerMillion / 2)
    }

    @Test func aLowerCaseNameMeetsEachOccurrence() throws {
        let capitalised = try #require(NoiseCheck.noisyNames(of: entity(0, "Hope")).first)
        let small = try #require(NoiseCheck.noisyNames(of: entity(0, "hope")).first)
        #expect(small.expectedPerThousandArticles == small.word.perMillion / 2)
        #expect(small.expectedPerThousandArticles > capitalised.expectedPerThousandArticles)
    }

    @Test func caseAnyMeetsEachOccurrence() throws {
        let us = try #require(NoiseCheck.noisyNames(of: entity(0, "US") { $0.nameCase = .any }).first)
        #expect(us.expectedPerThousandArticles == us.word.perMillion / 2)
    }

    @Test func caseExactMeetsItsOwnSpellingOnly() throws {
        let exact = { (name: String) in
            try NoiseCheck.noisyNames(of: entity(0, name) { $0.nameCase = .exact }).first?.expectedPerThousandArticles
        }
        let hope = try #require(CommonWords.frequencies(of: "hope").first)
        #expect(try exact("Hope") == hope.capitalisedPerMillion / 2)
        #expect(try exact("hope") == (hope.perMillion - hope.capitalisedPerMillion) / 2)
        #expect(try exact("HOPE") == nil)
        #expect(try exact("hOpe") == nil)
    }

    @Test func aLongerNameInCapitalsCountsAsCapitalised() throws {
        let word = try #require(NoiseCheck.noisyNames(of: entity(0, "HOPE")).first)
        #expect(word.expectedPerThousandArticles == word.word.capitalisedPerMillion / 2)
    }

    @Test func anAliasHasItsOwnCaseAndLanguage() throws {
        let found = try NoiseCheck.noisyNames(
            of: entity(0, "Lukashenko") {
                $0.aliases = [
                    Alias(name: "Мали", lang: "ru"), Alias(name: "Мали", lang: "uk"), Alias(name: "Weiß", lang: "en"),
                    Alias(name: "US", nameCase: .any), Alias(name: "US"), Alias(name: "Того", lang: "ru"),
                    Alias(name: "Того", lang: "ja"),
                ]
            })
        #expect(found.map(\.nameIndex) == [2, 4, 6])
        #expect(found.map(\.word.language) == ["uk", "en", "ru"])
    }

    @Test func theLanguageWithTheMostFalseHitsIsNamed() throws {
        let frequencies = CommonWords.frequencies(of: "Die")
        #expect(frequencies.contains { $0.language == "de" })
        let noisy = try #require(NoiseCheck.noisyNames(of: entity(0, "Die")).first)
        #expect(noisy.word.capitalisedPerMillion == frequencies.map(\.capitalisedPerMillion).max())
    }

    @Test func aGuardedNameIsNotReported() throws {
        let other = try #require(EntityID("other"))
        #expect(try NoiseCheck.noisyNames(of: entity(0, "May") { $0.near = ["Theresa"] }).isEmpty)
        #expect(try NoiseCheck.noisyNames(of: entity(0, "May") { $0.onlyWith = [other] }).isEmpty)
        #expect(try NoiseCheck.noisyNames(of: entity(0, "May") { $0.notNear = ["month"] }).count == 1)
        #expect(try NoiseCheck.noisyNames(of: entity(0, "May") { $0.exclude = ["May Day"] }).count == 1)
    }

    @Test("a German noun meets every occurrence", arguments: ["Wolf", "König", "Frieden", "Freitag", "Polizei"])
    func germanNouns(_ noun: String) throws {
        let german = try #require(CommonWords.frequencies(of: noun).first { $0.language == "de" })
        #expect(german.capitalisedPerMillion == german.perMillion)
    }

    @Test func wordsMeetCaseFoldedAndDiacriticsAreKept() {
        #expect(CommonWords.frequencies(of: "WEISS") == CommonWords.frequencies(of: "weiß"))
        #expect(CommonWords.frequencies(of: "ещё") == CommonWords.frequencies(of: "ЕЩЕ"))
        #expect(CommonWords.frequencies(of: "еще\u{308}") == CommonWords.frequencies(of: "еще"))
        #expect(CommonWords.frequencies(of: "él") != CommonWords.frequencies(of: "el"))
        #expect(CommonWords.frequencies(of: "fe\u{301}vrier") == CommonWords.frequencies(of: "février"))
        #expect(CommonWords.frequencies(of: "fevrier").isEmpty)
        #expect(CommonWords.frequencies(of: "Theresa May").isEmpty)
    }

    @Test func theBundledLanguagesAreSorted() {
        #expect(CommonWords.languages == ["be", "de", "en", "es", "fr", "it", "pl", "ru", "uk"])
    }

    @Test(
        "each list is long enough, names no word twice, and has figures within bounds", arguments: CommonWords.languages
    )
    func lists(_ language: String) throws {
        let list = try #require(CommonWords.lists.first { $0.language == language })
        var words: Set<String> = []
        var highest = 0.0
        list.forEach { word, frequency in
            #expect(words.insert(word.text).inserted, "\(word.text) stands twice")
            #expect(frequency.language == language)
            #expect(frequency.perMillion > 0 && frequency.perMillion < 100_000)
            #expect(frequency.capitalisedPerMillion > 0, "\(word.text)")
            #expect(frequency.capitalisedPerMillion <= frequency.perMillion, "\(word.text)")
            highest = max(highest, frequency.perMillion)
        }
        #expect(words.count >= (["en", "ru"].contains(language) ? 800 : 400))
        #expect(highest > 10_000)
    }

    @Test func frequenciesFallWithTheRank() {
        let ranks = (1...1_000).map { ZipfMandelbrot.perMillion(rank: $0) }
        #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 > $1 })
        #expect(ranks.reduce(0, +) < 1_000_000)
    }
}
