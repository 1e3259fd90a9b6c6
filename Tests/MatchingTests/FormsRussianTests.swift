import Matching
import NewswatchModel
import Testing

@Suite("Russian forms of names")
struct FormsRussianTests {
    @Test(arguments: [
        ("Путин", "Путина Путину Путиным Путине"),
        ("Лавровский", "Лавровского Лавровскому Лавровским Лавровском"),
        ("Горький", "Горького Горькому Горьким Горьком"),
        ("Толстой", "Толстого Толстому Толстым Толстом"),
        ("Цой", "Цоя Цою Цоем Цое"),
        ("Трамп", "Трампа Трампу Трампом Трампе"),
        ("Буш", "Буша Бушу Бушем Буше"),
        ("Кравец", "Кравца Кравцу Кравцом Кравцем Кравце"),
        ("Швец", "Швеца Швецу Швецом Швецем Швеце"),
        ("Соловей", "Соловья Соловью Соловьем Соловье"),
        ("Скрипаль", "Скрипаля Скрипалю Скрипалем Скрипале"),
        ("Чаплин", "Чаплина Чаплину Чаплином Чаплиным Чаплине"),
        ("Капица", "Капицы Капице Капицу Капицей Капицею"),
        ("Путина", "Путиной Путину Путиною"),
        ("Пётр", "Петра Петру Петром Петре"),
        ("Рерих", "Рериха Рериху Рерихом Рерихе"),
    ])
    func surnamesOfOneWord(name: String, forms: String) {
        #expect(texts(name, .ru, .person) == words(forms))
    }

    @Test(arguments: [
        ("Крым", "Крыма Крыму Крымом Крыме"),
        ("Беларусь", "Беларуси Беларусью"),
        ("Израиль", "Израиля Израилю Израилем Израиле"),
        ("Псков", "Пскова Пскову Псковом Пскове"),
        ("Россия", "России Россию Россией Россиею"),
        ("Орёл", "Орла Орлу Орлом Орле"),
        ("Нидерланды", "Нидерландов Нидерландам Нидерландами Нидерландах"),
        ("Косово", "Косова Косову Косовом Косове"),
        ("Приднестровье", "Приднестровья Приднестровью Приднестровьем"),
    ])
    func placesOfOneWord(name: String, forms: String) {
        #expect(Set(texts(name, .ru, .place)).isSuperset(of: words(forms)))
        #expect(texts(name, .ru, .place).count <= words(forms).count + 1)
    }

    @Test(arguments: [
        ("Владимир Путин", "Владимира Путина"),
        ("Владимир Владимирович Путин", "Владимира Владимировича Путина"),
        ("Путин Владимир Владимирович", "Путина Владимира Владимировича"),
        ("В. В. Путин", "В. В. Путина"),
        ("Илья Яшин", "Ильи Яшина"),
        ("Салтыков-Щедрин", "Салтыкова-Щедрина"),
        ("Римский-Корсаков", "Римского-Корсакова"),
        ("Бонч-Бруевич", "Бонч-Бруевича"),
        ("Жан-Поль Бельмондо", "Жан-Поля Бельмондо"),
        ("Башар аль-Асад", "Башара аль-Асада"),
        ("Ким Чен Ын", "Ким Чен Ына"),
        ("Дэн Сяопин", "Дэн Сяопина"),
        ("Светлана Тихановская", "Светланы Тихановской"),
        ("Ангела Меркель", "Ангелы Меркель"),
        ("Урсула фон дер Ляйен", "Урсулы фон дер Ляйен"),
        ("Анна Адамович", "Анны Адамович"),
        ("Нижний Новгород", "Нижнего Новгорода"),
        ("Южная Осетия", "Южной Осетии"),
        ("Босния и Герцеговина", "Боснии и Герцеговины"),
        ("Папуа — Новая Гвинея", "Папуа — Новой Гвинеи"),
        ("Чёрное море", "Чёрного моря"),
        ("Соединённые Штаты Америки", "Соединённых Штатов Америки"),
        ("Республика Беларусь", "Республики Беларусь"),
        ("Ростов-на-Дону", "Ростова-на-Дону"),
        ("Каменец-Подольский", "Каменца-Подольского"),
        ("Москва-река", "Москвы-реки"),
        ("Кот-д'Ивуар", "Кот-д'Ивуара"),
    ])
    func wordsOfANameTakeOneCase(name: String, genitive: String) {
        let isPerson = texts(name, .ru, .person).first == genitive
        #expect(isPerson || texts(name, .ru, .place).first == genitive)
    }

    @Test(arguments: [
        ("Европейский союз", "Европейского союза"),
        ("Совет Европы", "Совета Европы"),
        ("Газпром", "Газпрома"),
        ("Роснефть", "Роснефти"),
        ("Министерство обороны", "Министерства обороны"),
        ("Единая Россия", "Единой России"),
    ])
    func anOrganisationsHeadDeclines(name: String, genitive: String) {
        #expect(texts(name, .ru, .organisation).first == genitive)
    }

    @Test(arguments: [
        "Лукашенко", "Меркель", "Живаго", "Черных", "Дюма", "Берлускони", "ООН", "НАТО", "США", "Токио", "Тбилиси",
        "Сочи", "Осло", "Алматы", "Белавиа", "ХАМАС", "ЮНЕСКО", "ФК \"Тамбов\"", "Улан-Удэ", "Putin",
    ])
    func namesThatDoNotDeclineHaveNone(name: String) {
        for kind in EntityKind.allCases { #expect(texts(name, .ru, kind) == []) }
    }

    @Test(arguments: [
        ("Виктор Владимирович ШЕЙМАН", "Виктора Владимировича ШЕЙМАНА"),
        ("ПЕСКОВ Дмитрий Сергеевич", "ПЕСКОВА Дмитрия Сергеевича"),
        ("АЛЕКСАНДР ЛУКАШЕНКО", "АЛЕКСАНДРА ЛУКАШЕНКО"),
        ("НАТАЛЬЯ КОЧАНОВА", "НАТАЛЬИ КОЧАНОВОЙ"),
        ("ПУТИН", "ПУТИНА"),
    ])
    func capitalsInAPersonsNameAreNoAcronym(name: String, genitive: String) {
        #expect(texts(name, .ru, .person).first == genitive)
    }

    @Test(arguments: [
        ("Касым-Жомарт Токаев", "Касым-Жомарта Токаева"),
        ("Касым-Жомарт Токаев", "Касыма-Жомарта Токаева"),
        ("Абдель Фаттах ас-Сиси", "Абдель Фаттаха ас-Сиси"),
        ("Ян Палах", "Яна Палаха"),
        ("Ян Кубиш", "Яна Кубиша"),
        ("Ян Непомнящий", "Яна Непомнящего"),
        ("Ян Чарногурский", "Яна Чарногурского"),
        ("Ян Шуй", "Ян Шуя"),
        ("Ким Ё Чжон", "Ким Ё Чжона"),
        ("Пётр I", "Петра I"),
        ("Павло Климкин", "Павла Климкина"),
        ("Петро Порошенко", "Петра Порошенко"),
        ("Дмитро Кулеба", "Дмитра Кулебы"),
        ("Ильхам Алиев", "Ильхамом Алиевым"),
    ])
    func firstNames(name: String, form: String) {
        #expect(texts(name, .ru, .person).contains(form))
    }

    @Test(
        arguments: [
            ("Марин Ле Пен", nil), ("Катерина Борисевич", "Катерины Борисевич"), ("Кая Каллас", "Каи Каллас"),
            ("Джорджа Мелони", "Джорджи Мелони"), ("Айгерим Тусупбек", nil), ("Назифия Барак", "Назифии Барак"),
            ("Доротея Шлегель", "Доротеи Шлегель"),
        ] as [(String, String?)])
    func surnamesOfWomenStay(name: String, genitive: String?) {
        let forms = texts(name, .ru, .person)
        #expect(forms.first == genitive)
        #expect(forms.allSatisfy { $0.split(separator: " ").last == name.split(separator: " ").last })
    }

    @Test(arguments: [
        ("Белая Церковь", "Белой+Церкви Белую+Церковь Белой+Церковью"),
        ("Хойники", "Хойников Хойникам Хойниками Хойниках"),
        ("Молодечно", "Молодечна Молодечну Молодечном Молодечне"),
        ("Докшицы", "Докшиц Докшицам"),
        ("Сергиев Посад", "Сергиева+Посада Сергиевым+Посадом"),
    ])
    func placesThatLookRegular(name: String, forms: String) {
        let made = texts(name, .ru, .place)
        for form in words(forms) {
            #expect(made.contains(form.split(separator: "+").joined(separator: " ")))
        }
    }

    @Test(arguments: [
        ("Мозырский НПЗ", "Мозырского НПЗ"),
        ("Белорусская АЭС", "Белорусской АЭС"),
        ("Наша Нива", "Нашей Нивы"),
        ("Третья сила", "Третьей силы"),
        ("Русская православная церковь", "Русской православной церкви"),
        ("Братья-мусульмане", "Братьев-мусульман"),
        ("Эхо Москвы", "Эха Москвы"),
        ("Наука и жизнь", "Науки и жизни"),
    ])
    func wordsBesideTheHeadOfAnOrganisation(name: String, genitive: String) {
        #expect(texts(name, .ru, .organisation).first == genitive)
    }

    @Test func noOtherWordIsAForm() {
        let putin = texts("Путин", .ru, .person)
        for other in ["Путиной", "Путины", "Путиных", "Путинский"] { #expect(!putin.contains(other)) }
        let crimea = texts("Крым", .ru, .place)
        for other in ["Крымов", "Крымский", "Крымы"] { #expect(!crimea.contains(other)) }
    }

    @Test func aKnownPlaceIsOneWhateverTheKind() {
        for kind in EntityKind.allCases {
            #expect(texts("Беларусь", .ru, kind) == ["Беларуси", "Беларусью"])
            #expect(texts("Крым", .ru, kind).contains("Крыму"))
        }
    }

    @Test func aTopicMayBeAPerson() {
        #expect(texts("Путин", .ru, .topic).contains("Путиным"))
    }

    @Test func casesOfOneSpellingAreJoined() throws {
        let forms = NameForms.forms(of: "Владимир Путин", language: .ru, kind: .person)
        let genitive = try #require(forms.first)
        #expect(genitive.label == "ru-genitive/accusative")
        #expect(genitive.rule == "first name in a consonant · surname in -ин")
        #expect(NameForms.forms(of: "Пётр", language: .ru, kind: .person).first?.rule == "exception: Пётр")
    }

    @Test func lettersInTwoCodePointsAndStressMarksAreUnderstood() {
        #expect(texts("Толсто\u{438}\u{306}", .ru, .person).first == "Толстого")
        #expect(texts("Пу\u{301}тин", .ru, .person).first == "Путина")
    }
}
