import Matching
import NewswatchModel
import Testing

@Suite("Forms in other languages, and which language a name is in")
struct FormsOtherTests {
    @Test(arguments: [
        ("Wladimir Putin", ["Wladimir Putins"]), ("Merkel", ["Merkels"]), ("Scholz", []), ("Marx", []), ("Ukraine", []),
        ("Frankfurt am Main", ["Frankfurts am Main"]), ("EU", []),
    ])
    func theGermanGenitive(name: String, forms: [String]) {
        #expect(texts(name, .de, .person) == forms)
    }

    @Test(arguments: [
        ("Jarosław Kaczyński", "Jarosława Kaczyńskiego"), ("Andrzej Duda", "Andrzeja Dudy"),
        ("Donald Tusk", "Donalda Tuska"), ("Marek Belka", "Marka Belki"), ("Szymborska", "Szymborskiej"),
        ("Łukaszenko", "Łukaszenki"), ("Putin", "Putina"),
    ])
    func polishPersons(name: String, genitive: String) {
        #expect(texts(name, .pl, .person).first == genitive)
    }

    @Test(arguments: [
        ("Warszawa", "Warszawy Warszawie Warszawę Warszawą Warszawo"),
        ("Kraków", "Krakowa Krakowowi Krakowem Krakowie"),
        ("Rosja", "Rosji Rosję Rosją Rosjo"), ("Krym", "Krymu Krymowi Krymem Krymie"),
        ("Białoruś", "Białorusi Białorusią"), ("Niemcy", "Niemiec Niemcom Niemcami Niemczech"),
    ])
    func polishPlaces(name: String, forms: String) {
        #expect(texts(name, .pl, .place) == words(forms))
    }

    @Test(
        arguments: [
            ("Путин", .ru), ("Київ", .uk), ("Ціханоўская", .be), ("Лукашэнка", .be), ("Зеленський", .uk),
            ("Зеленский", .ru),
            ("Пуцін", .uk),
            ("Расія", .uk), ("Мінск", .uk), ("Вызваленне і мір", .be), ("Putin", nil), ("Ђоковић", nil),
            ("Путин Putin", nil),
        ] as [(String, FormLanguage?)])
    func lettersTellTheLanguage(name: String, language: FormLanguage?) throws {
        #expect(FormLanguage.of(Alias(name: name), entity: try entity()) == language)
    }

    @Test func langAndInflectDecide() throws {
        let plain = try entity()
        #expect(FormLanguage.of(Alias(name: "Пуцін", lang: "be"), entity: plain) == .be)
        #expect(FormLanguage.of(Alias(name: "Путин", lang: "bg"), entity: plain) == nil)
        #expect(FormLanguage.of(Alias(name: "Merkel", lang: "de"), entity: plain) == nil)
        #expect(FormLanguage.of(Alias(name: "Путин", inflect: Inflection.none), entity: plain) == nil)
        #expect(FormLanguage.of(Alias(name: "Merkel", inflect: Inflection(rawValue: "de")), entity: plain) == .de)
        #expect(FormLanguage.of(Alias(name: "Merkel", inflect: Inflection(rawValue: "xx")), entity: plain) == nil)
        var off = plain
        off.inflect = .none
        #expect(FormLanguage.of(Alias(name: "Путин"), entity: off) == nil)
        #expect(FormLanguage.of(Alias(name: "Путин", inflect: .auto), entity: off) == .ru)
    }

    @Test func oddNamesHaveNoForms() {
        for language in FormLanguage.allCases {
            for name in ["", " ", "—", "'", "7", "А", "a.", "«»", "-\u{301}"] {
                #expect(texts(name, language, .person) == [])
                #expect(texts(name, language, .place) == [])
            }
        }
    }

    private func entity() throws -> Entity {
        Entity(id: try #require(EntityID("e")), name: "E", kind: .person)
    }
}
