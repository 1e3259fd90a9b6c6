import Testing

@testable import Matching

@Suite("Transliteration proposals")
struct TransliterationTests {
    /// A name, how one scheme writes it, and the language where its letters do not tell.
    struct Spelling: Sendable, CustomTestStringConvertible {
        let scheme: TransliterationScheme
        let name: String
        let expected: String
        let language: String?

        init(_ scheme: TransliterationScheme, _ name: String, _ expected: String, _ language: String? = nil) {
            (self.scheme, self.name, self.expected, self.language) = (scheme, name, expected, language)
        }

        var testDescription: String { "\(name) by \(scheme.rawValue): \(expected)" }
    }

    private func expectProposed(_ row: Spelling) {
        let proposals = Transliteration.proposals(for: row.name, language: row.language)
        let found = proposals.filter { $0.schemes.contains(row.scheme) }.map(\.text)
        #expect(found.contains(row.expected), "\(row.testDescription), not \(found)")
    }

    @Test(
        "Russian and Ukrainian names in English, among them examples of resolution 55",
        arguments: [
            Spelling(.bgnPcgnRussian, "Ельцин", "Yel’tsin"), Spelling(.bgnPcgnRussian, "Хрущёв", "Khrushchëv"),
            Spelling(.bgnPcgnRussian, "Чайковский", "Chaykovskiy"), Spelling(.bgnPcgnRussian, "Юрий", "Yuriy"),
            Spelling(.bgnPcgnRussian, "Достоевский", "Dostoyevskiy"),
            Spelling(.bgnPcgnRussian, "Подъездной", "Pod”yezdnoy"), Spelling(.bgnPcgnRussian, "Щёкино", "Shchëkino"),
            Spelling(.bgnPcgnRussian, "Йошкар-Ола", "Yoshkar-Ola"), Spelling(.press, "Ельцин", "Yeltsin"),
            Spelling(.press, "Хрущёв", "Khrushchev"), Spelling(.press, "Лукашенко", "Lukashenko"),
            Spelling(.press, "Тихановская", "Tikhanovskaya"),
            Spelling(.press, "Александр Лукашенко", "Alexander Lukashenko"),
            Spelling(.press, "Евгений Пригожин", "Yevgeny Prigozhin"), Spelling(.press, "Чайковский", "Tchaikovsky"),
            Spelling(.press, "Навальный", "Navalny"), Spelling(.press, "Соловьёв", "Solovyov"),
            Spelling(.press, "Соловьёв", "Soloviev"), Spelling(.press, "В. В. Путин", "V. V. Putin"),
            Spelling(.passport, "Юлия", "Iuliia"), Spelling(.passport, "Подъячев", "Podieiachev"),
            Spelling(.passport, "Хрущёв", "Khrushchev"), Spelling(.passport, "Цой", "Tsoi"),
            Spelling(.ukrainianOfficial, "Зеленський", "Zelenskyi"), Spelling(.ukrainianOfficial, "Київ", "Kyiv"),
            Spelling(.ukrainianOfficial, "Їжакевич", "Yizhakevych"),
            Spelling(.ukrainianOfficial, "Згорани", "Zghorany", "uk"),
            Spelling(.ukrainianOfficial, "Розгон", "Rozghon", "uk"), Spelling(.ukrainianOfficial, "Ґалаґан", "Galagan"),
            Spelling(.ukrainianOfficial, "Єнакієве", "Yenakiieve"), Spelling(.ukrainianOfficial, "Гаєвич", "Haievych"),
            Spelling(.ukrainianOfficial, "Короп'є", "Koropie"), Spelling(.ukrainianOfficial, "Йосипівка", "Yosypivka"),
            Spelling(.ukrainianOfficial, "Стрий", "Stryi", "uk"),
            Spelling(.ukrainianOfficial, "Знам’янка", "Znamianka"),
            Spelling(.ukrainianOfficial, "Костянтин", "Kostiantyn"),
            Spelling(.ukrainianOfficial, "Щербухи", "Shcherbukhy", "uk"),
            Spelling(.ukrainianOfficial, "Біла Церква", "Bila Tserkva"),
            Spelling(.ukrainianOfficial, "Корюківка", "Koriukivka"), Spelling(.ukrainianOfficial, "Юрій", "Yurii"),
            Spelling(.ukrainianOfficial, "Феодосія", "Feodosiia"), Spelling(.ukrainianOfficial, "Донецьк", "Donetsk"),
            Spelling(.ukrainianOfficial, "Рибчинський", "Rybchynskyi"),
            Spelling(.bgnPcgnUkrainian, "Харків", "Kharkiv"), Spelling(.bgnPcgnUkrainian, "Львів", "L’viv"),
            Spelling(.bgnPcgnUkrainian, "Київ", "Kyyiv"), Spelling(.press, "Зеленський", "Zelensky"),
            Spelling(.press, "Зеленський", "Zelenskyy"), Spelling(.press, "Зеленський", "Zelenskiy"),
            Spelling(.press, "Юлія Тимошенко", "Yulia Tymoshenko"),
        ])
    func inEnglish(_ row: Spelling) { expectProposed(row) }

    @Test(
        "Belarusian names, and Russian ones of known Belarusians",
        arguments: [
            Spelling(.press, "Лукашэнка", "Lukashenka"), Spelling(.press, "Ціханоўская", "Tsikhanouskaya"),
            Spelling(.bgnPcgnBelarusian, "Магілёў", "Mahilyow"),
            Spelling(.bgnPcgnBelarusian, "Віцебск", "Vitsyebsk", "be"),
            Spelling(.bgnPcgnBelarusian, "Гомель", "Homyel’", "be"),
            Spelling(.bgnPcgnBelarusian, "Ціханоўская", "Tsikhanowskaya"),
            Spelling(.belarusianOfficial, "Лукашэнка", "Lukašenka"),
            Spelling(.belarusianOfficial, "Ціханоўская", "Cichanoŭskaja"),
            Spelling(.belarusianOfficial, "Гомель", "Homieĺ", "be"),
            Spelling(.belarusianOfficial, "Бешанковічы", "Biešankovičy"),
            Spelling(.belarusianOfficial, "Шаркаўшчына", "Šarkaŭščyna"),
            Spelling(.belarusianOfficial, "Чэрвень", "Červień", "be"),
            Spelling(.belarusianOfficial, "Любань", "Liubań", "be"),
            Spelling(.belarusianOfficial, "Магілёў", "Mahilioŭ"),
            Spelling(.belarusianOfficial, "Вераб’ёвічы", "Vierabjovičy"), Spelling(.lacinka, "Лукашэнка", "Łukašenka"),
            Spelling(.lacinka, "Магілёў", "Mahiloŭ"), Spelling(.lacinka, "Быкаў", "Bykaŭ"),
            Spelling(.german, "Ціханоўская", "Zichanouskaja"), Spelling(.german, "Лукашэнка", "Lukaschenka"),
            Spelling(.polish, "Лукашэнка", "Łukaszenka"), Spelling(.polish, "Ціханоўская", "Cichanouska"),
            Spelling(.french, "Ціханоўская", "Tsikhanouskaïa"),
            Spelling(.press, "Лукашенко", "Lukashenka"), Spelling(.polish, "Лукашенко", "Łukaszenka"),
            Spelling(.passport, "Светлана Тихановская", "Sviatlana Tsikhanouskaia"),
            Spelling(.polish, "Павел Латушко", "Pawieł Łatuszka"),
        ])
    func belarusian(_ row: Spelling) { expectProposed(row) }

    @Test(
        "letters with diacritics",
        arguments: [
            Spelling(.iso9, "О’Брайен", "O’Brajen"), Spelling(.iso9, "В’ячеслав", "V’âčeslav"),
            Spelling(.iso9, "Хрущёв", "Hruŝëv"), Spelling(.iso9, "Лукашенко", "Lukašenko"),
            Spelling(.iso9, "Юлия", "Ûliâ"), Spelling(.iso9, "Ельцин", "Elʹcin"), Spelling(.iso9, "Київ", "Kiïv"),
            Spelling(.iso9, "Быкаў", "Bykaŭ"), Spelling(.scholarly, "Хрущёв", "Chruščëv"),
            Spelling(.scholarly, "Чайковский", "Čajkovskij"), Spelling(.scholarly, "Достоевский", "Dostoevskij"),
            Spelling(.scholarly, "Зеленський", "Zelensʹkyj"), Spelling(.scholarly, "Эйзенштейн", "Ėjzenštejn"),
        ])
    func diacritics(_ row: Spelling) { expectProposed(row) }

    @Test(
        "names in the German, French, Polish and Spanish press",
        arguments: [
            Spelling(.german, "Лукашенко", "Lukaschenko"), Spelling(.german, "Хрущёв", "Chruschtschow"),
            Spelling(.german, "Ельцин", "Jelzin"), Spelling(.german, "Чайковский", "Tschaikowski"),
            Spelling(.german, "Некрасов", "Nekrassow"), Spelling(.german, "Солженицын", "Solschenizyn"),
            Spelling(.german, "Достоевский", "Dostojewski"), Spelling(.german, "Толстой", "Tolstoi"),
            Spelling(.german, "Йошкар-Ола", "Joschkar-Ola"), Spelling(.german, "Ильич", "Iljitsch"),
            Spelling(.german, "Навальный", "Nawalny"), Spelling(.german, "Алексей Навальный", "Alexei Nawalny"),
            Spelling(.german, "Зеленський", "Selenskyj"), Spelling(.german, "Київ", "Kyjiw"),
            Spelling(.german, "Янукович", "Janukowytsch", "uk"),
            Spelling(.german, "Александр Пушкин", "Alexander Puschkin"),
            Spelling(.french, "Лукашенко", "Loukachenko"), Spelling(.french, "Путин", "Poutine"),
            Spelling(.french, "Хрущёв", "Khrouchtchev"), Spelling(.french, "Ельцин", "Eltsine"),
            Spelling(.french, "Чайковский", "Tchaïkovski"), Spelling(.french, "Солженицын", "Soljenitsyne"),
            Spelling(.french, "Достоевский", "Dostoïevski"), Spelling(.french, "Сергей", "Sergueï"),
            Spelling(.french, "Герасимов", "Guerassimov"), Spelling(.french, "Шойгу", "Choïgou"),
            Spelling(.french, "Маяковский", "Maïakovski"), Spelling(.french, "Зеленський", "Zelensky"),
            Spelling(.french, "Порошенко", "Porochenko"), Spelling(.french, "Пригожин", "Prigojine"),
            Spelling(.polish, "Лукашенко", "Łukaszenko"), Spelling(.polish, "Хрущёв", "Chruszczow"),
            Spelling(.polish, "Ельцин", "Jelcyn"), Spelling(.polish, "Чайковский", "Czajkowski"),
            Spelling(.polish, "Медведев", "Miedwiediew"), Spelling(.polish, "Рязань", "Riazań"),
            Spelling(.polish, "Толстой", "Tołstoj"), Spelling(.polish, "Жириновский", "Żyrinowski"),
            Spelling(.polish, "Королёв", "Korolow"), Spelling(.polish, "Солженицын", "Sołżenicyn"),
            Spelling(.polish, "Зеленський", "Zełenski"), Spelling(.polish, "Сергій", "Serhij"),
            Spelling(.polish, "Шевченко", "Szewczenko", "uk"), Spelling(.spanish, "Хрущёв", "Jruschov"),
            Spelling(.spanish, "Горбачёв", "Gorbachov"), Spelling(.spanish, "Зеленський", "Zelenski"),
        ])
    func otherLanguages(_ row: Spelling) { expectProposed(row) }

    @Test(
        "Latin names are read by the spelling they are in",
        arguments: [
            Spelling(.englishReading, "Lukashenko", "Лукашенко"), Spelling(.englishReading, "Lukashenko", "Лукашэнка"),
            Spelling(.englishReading, "Putin", "Путин"), Spelling(.englishReading, "Putin", "Путін"),
            Spelling(.englishReading, "Putin", "Пуцін"), Spelling(.englishReading, "Yeltsin", "Ельцин"),
            Spelling(.englishReading, "Shoigu", "Шойгу"), Spelling(.englishReading, "Dostoevsky", "Достоевский"),
            Spelling(.englishReading, "Navalny", "Навальный"), Spelling(.englishReading, "Tymoshenko", "Тимошенко"),
            Spelling(.englishReading, "Volodymyr Zelenskyy", "Володимир Зеленський"),
            Spelling(.englishReading, "Tsikhanouskaya", "Ціханоўская"),
            Spelling(.englishReading, "Valerii Zaluzhnyi", "Валерий Залужный"),
            Spelling(.englishReading, "Nikol Pashinyan", "Никол Пашинян"),
            Spelling(.germanReading, "Lukaschenko", "Лукашенко"), Spelling(.germanReading, "Prigoschin", "Пригожин"),
            Spelling(.frenchReading, "Loukachenko", "Лукашенко"), Spelling(.frenchReading, "Poutine", "Путин"),
            Spelling(.polishReading, "Łukaszenka", "Лукашэнка"), Spelling(.polishReading, "Chruszczow", "Хрущёв"),
            Spelling(.polishReading, "Miedwiediew", "Медведев"), Spelling(.polishReading, "Kaczyński", "Качиньский"),
            Spelling(.diacriticReading, "Łukašenka", "Лукашэнка"),
            Spelling(.diacriticReading, "Lukašenko", "Лукашенко"), Spelling(.diacriticReading, "Hruŝëv", "Хрущёв"),
            Spelling(.polishReading, "Karol Nawrocki", "Кароль Навроцкий"),
            Spelling(.polishReading, "Mateusz Morawiecki", "Матеуш Моравецкий"),
            Spelling(.diacriticReading, "Aleksandar Vučić", "Александар Вучич"),
            Spelling(.englishReading, "Kassym-Jomart Tokayev", "Касым-Жомарт Токаев"),
            Spelling(.englishReading, "Mikheil Saakashvili", "Михаил Саакашвили"),
            Spelling(.englishReading, "Ilya Yashin", "Илья Яшин"),
            Spelling(.englishReading, "Vladimir Kara-Murza", "Владимир Кара-Мурза"),
            Spelling(.englishReading, "Oleg Gaidukevich", "Олег Гайдукевич"),
            Spelling(.germanReading, "Dmitri Medwedew", "Дмитрий Медведев"),
            Spelling(.frenchReading, "Evgueni Prigojine", "Евгений Пригожин"),
            Spelling(.englishReading, "Ales Bialiatski", "Алесь Бяляцкі"),
        ])
    func readings(_ row: Spelling) { expectProposed(row) }

    @Test(
        "foreign names are written as the press writes them, in both directions",
        arguments: [
            Spelling(.press, "Joe Biden", "Джо Байден"), Spelling(.press, "Джо Байден", "Joe Biden"),
            Spelling(.press, "Donald Trump", "Дональд Трамп"), Spelling(.press, "Дональд Трамп", "Donald Trump"),
            Spelling(.press, "Angela Merkel", "Ангела Меркель"), Spelling(.press, "Ангела Меркель", "Angela Merkel"),
            Spelling(.press, "Elon Musk", "Илон Маск"), Spelling(.press, "Elon Musk", "Ілон Маск"),
            Spelling(.press, "Xi Jinping", "Си Цзиньпин"), Spelling(.press, "Сі Цзіньпін", "Xi Jinping"),
            Spelling(.press, "François Hollande", "Франсуа Олланд"), Spelling(.exonym, "Keir Starmer", "Кир Стармер"),
            Spelling(.press, "Francois Hollande", "Франсуа Олланд"),
            Spelling(.press, "Giorgia Meloni", "Джорджа Мелони"),
            Spelling(.press, "Friedrich Merz", "Фридрих Мерц", "pl"), Spelling(.press, "Viktor Orbán", "Виктор Орбан"),
            Spelling(.press, "Boris Johnson", "Борис Джонсон"), Spelling(.press, "Wagner", "Вагнер"),
            Spelling(.exonym, "European Union", "Евросоюз"), Spelling(.exonym, "Евросоюз", "European Union"),
            Spelling(.exonym, "Wagner Group", "ЧВК «Вагнер»"), Spelling(.exonym, "ЧВК Вагнер", "Wagner Group"),
            Spelling(.exonym, "ООН", "UN"), Spelling(.exonym, "NATO", "НАТО"), Spelling(.exonym, "OSCE", "ОБСЄ"),
            Spelling(.exonym, "Kim Jong-un", "Ким Чен Ын"), Spelling(.exonym, "Единая Россия", "Єдина Росія"),
            Spelling(.exonym, "Köln", "Кёльн"), Spelling(.exonym, "München", "Мюнхен"),
        ])
    func press(_ row: Spelling) { expectProposed(row) }

    @Test(arguments: ["Дональд Трамп", "Джо Байден", "Вагнер", "Евросоюз"])
    func aForeignNameIsNotRomanisedByItsLetters(_ name: String) {
        let schemes = Transliteration.proposals(for: name, language: nil).flatMap(\.schemes)
        #expect(Set(schemes).isSubset(of: [.press, .exonym, .counterpart]))
    }

    @Test(
        "a Latin name that is neither known nor shows a name of the region is not read",
        arguments: [
            "Central Bank", "Deutsche Bank", "Bank of America", "Ghislaine Maxwell", "Heinrich Böll", "Boris Becker",
            "Ryan Martin", "Herat Basin", "Joséphine Baker", "Ashton Kutcher", "Ingrida Šimonytė", "Austin Wright",
            "Schwarzenegger", "Bluesky", "Orders", "who", "un",
        ])
    func noReadingOfWhatIsNotSure(_ name: String) {
        #expect(Transliteration.proposals(for: name, language: nil) == [])
    }

    @Test(
        "every Latin spelling of Lukashenko is the same name",
        arguments: [
            "Lukashenko", "Lukashenka", "Lukaschenko", "Lukaschenka", "Loukachenko", "Łukaszenko", "Łukaszenka",
            "Lukašenko", "Łukašenka", "Lukašenka", "LUKASHENKO",
        ])
    func lukashenko(_ name: String) {
        let proposals = Transliteration.proposals(for: name, language: nil)
        let texts = proposals.map { [$0.text.lowercased()] + $0.languages }
        #expect(texts == [["лукашенко", "ru", "uk"], ["лукашэнка", "be"]])
    }

    @Test(
        "counterparts in the neighbouring languages",
        arguments: [
            Spelling(.counterpart, "Лукашенко", "Лукашэнка"), Spelling(.counterpart, "Лукашэнка", "Лукашенко"),
            Spelling(.counterpart, "Путин", "Путін"), Spelling(.counterpart, "Путин", "Пуцін"),
            Spelling(.counterpart, "Медведев", "Медведєв"), Spelling(.counterpart, "Солженицын", "Солженіцин"),
            Spelling(.counterpart, "Зеленський", "Зеленский"),
            Spelling(.counterpart, "Владимир Путин", "Володимир Путін"),
            Spelling(.counterpart, "Юлия Навальная", "Юлія Навальна"),
            Spelling(.counterpart, "Юлия Савельевская", "Юлія Савельєвська"),
        ])
    func counterparts(_ row: Spelling) { expectProposed(row) }

    @Test func aNameThatSlavsHaveTooIsRomanisedByItsLetters() {
        let texts = Set(Transliteration.proposals(for: "Ярослав Железняк", language: "uk").map(\.text))
        #expect(texts.contains("Yaroslav Zhelezniak") && !texts.contains { $0.hasPrefix("Jarosław Zh") })
    }

    @Test(arguments: ["Новая газета", "Русский мир", "Партия регионов", "Слуга закона"])
    func aPhraseHasNoCounterpart(_ name: String) {
        let schemes = Transliteration.proposals(for: name, language: "ru").flatMap(\.schemes)
        #expect(!schemes.contains(.counterpart))
    }

    @Test func noCounterpartWhereTheLettersDoNotDecide() {
        let belarusian = Transliteration.proposals(for: "Соколов", language: "ru").filter { $0.lang == "be" }
        #expect(belarusian == [])
        let russian = Transliteration.proposals(for: "Сирський", language: "uk").filter { $0.lang == "ru" }
        #expect(russian == [])
    }

    @Test(
        "a place gets its established names",
        arguments: [
            Spelling(.exonym, "Crimea", "Крым"), Spelling(.exonym, "Crimea", "Крим"),
            Spelling(.exonym, "Moscow", "Москва"), Spelling(.exonym, "Kyiv", "Киев"), Spelling(.exonym, "Kiev", "Київ"),
            Spelling(.exonym, "Київ", "Кіеў"), Spelling(.exonym, "Київ", "Kyiv"), Spelling(.exonym, "Киев", "Kijów"),
            Spelling(.exonym, "Белоруссия", "Belarus"), Spelling(.exonym, "Россия", "Russland"),
        ])
    func exonyms(_ row: Spelling) { expectProposed(row) }

    @Test func aPlaceWithAnEstablishedNameIsNotReadLetterByLetter() {
        #expect(Transliteration.proposals(for: "Crimea", language: nil).allSatisfy { $0.schemes == [.exonym] })
    }

    @Test func anAcronymIsSpelledLetterByLetterOnly() {
        let proposals = Transliteration.proposals(for: "ПНД", language: nil)
        #expect(proposals.map(\.text) == ["PND"])
        #expect(proposals.first?.schemes == [.bgnPcgnRussian, .iso9])
        #expect(Transliteration.proposals(for: "XYZ", language: nil) == [])
    }

    @Test func capitalsAreThoseOfTheName() {
        let texts = Set(Transliteration.proposals(for: "ЩЁКИНО", language: "ru").map(\.text))
        #expect(texts.isSuperset(of: ["SHCHËKINO", "ŜËKINO", "SCHTSCHOKINO", "CHTCHEKINO"]))
        #expect(Transliteration.proposals(for: "щёкино", language: "ru").contains { $0.text == "shchëkino" })
    }

    @Test func decomposedLettersAndStressMarksChangeNothing() {
        let plain = Transliteration.proposals(for: "Андрей Королёв", language: "ru")
        let marked = Transliteration.proposals(for: "Андре\u{301}и\u{306} Короле\u{308}в", language: "ru")
        #expect(Set(marked).isSuperset(of: plain))
    }

    @Test func aSpellingOfOneLanguageSaysWhich() {
        let proposals = Transliteration.proposals(for: "Хрущёв", language: "ru")
        let languages = Dictionary(uniqueKeysWithValues: proposals.map { ($0.text, $0.lang) })
        #expect(languages["Chruschtschow"] == "de")
        #expect(languages["Khrouchtchev"] == "fr")
        #expect(languages["Chruszczow"] == "pl")
        #expect(languages["Khrushchev"] == .some(nil))
        #expect(languages["Хрущов"] == "uk")
    }

    @Test(arguments: ["", " ", "1984", "-", "習近平", "Иванov", "’", "Ъ", "ь"])
    func aNameThatCannotBeSpelledGivesNothingWrong(_ name: String) {
        for proposal in Transliteration.proposals(for: name, language: nil) {
            #expect(proposal.text != name && proposal.text.contains { $0.isLetter })
        }
    }

    /// Words of letters drawn by a fixed sequence.
    private func words(of letters: String, count: Int, seed: UInt64) -> [String] {
        let letters = Array(letters)
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        return (0..<count).map { _ in String((0..<(1 + next(12))).map { _ in letters[next(letters.count)] }) }
    }

    @Test func noSchemeLeavesACyrillicLetter() {
        let alphabet = "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюяАБВГҐДЕЁЄЖЗИІЇЙКЛМНОПРСТУЎФХЦЧШЩЪЫЬЭЮЯ'"
        for word in words(of: alphabet, count: 400, seed: 1) {
            for language in NameLanguage.allCases {
                for scheme in Romanisation.schemes(for: language) {
                    for table in Romanisation.tables(scheme, language) {
                        let result = table.rewrite(NameWord(word))
                        let hasCyrillic = result.contains { $0.isCyrillic }
                        #expect(!hasCyrillic, "\(word) by \(scheme), \(language): \(result)")
                    }
                }
            }
        }
    }

    @Test func proposalsNeverRepeatTheNameOrEachOtherAndAreAlwaysTheSame() {
        let cyrillic = words(of: "абвгдеёжзийклмнопрстуфхцчшщьыэюяіўї' -.АЛВ", count: 300, seed: 2)
        let latin = words(of: "abcdefghijklmnopqrstuvwxyzšžčłóśïéâ' -.ALV", count: 300, seed: 3)
        for name in cyrillic + latin + ["Minsk", "Минск", "Anna", "Анна", "Kyiv", "Putin"] {
            for language in [nil, "ru", "uk", "be", "de", "fr", "pl"] {
                let proposals = Transliteration.proposals(for: name, language: language)
                let texts = proposals.map(\.text)
                #expect(!texts.contains(name))
                #expect(Set(texts).count == texts.count)
                #expect(proposals.allSatisfy { !$0.schemes.isEmpty && Set($0.schemes).count == $0.schemes.count })
                #expect(proposals == Transliteration.proposals(for: name, language: language))
            }
        }
    }

    @Test func aLanguageHasAtMostThreeReadings() {
        for name in words(of: "abcdefghijklmnopqrstuvwxyz ", count: 300, seed: 4) {
            let proposals = Transliteration.proposals(for: name, language: nil)
            for language in ["ru", "uk", "be"] { #expect(proposals.count { $0.lang == language } <= 3) }
        }
    }

    @Test func everySchemeHasATitleOfItsOwn() {
        let titles = TransliterationScheme.allCases.map(\.title)
        #expect(Set(titles).count == titles.count && !titles.contains(""))
    }
}
