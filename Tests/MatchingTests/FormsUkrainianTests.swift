import Matching
import NewswatchModel
import Testing

@Suite("Ukrainian forms of names")
struct FormsUkrainianTests {
    @Test(arguments: [
        ("Лукашенко", "Лукашенка Лукашенку Лукашенкові Лукашенком"),
        ("Зеленський", "Зеленського Зеленському Зеленським Зеленськім"),
        ("Кравець", "Кравця Кравцю Кравцеві Кравцем Кравці Кравче"),
        ("Кравчук", "Кравчука Кравчуку Кравчукові Кравчуком Кравчуче"),
        ("Путін", "Путіна Путіну Путінові Путіним Путіні Путіне"),
    ])
    func surnames(name: String, forms: String) {
        #expect(texts(name, .uk, .person) == words(forms))
    }

    @Test(arguments: [
        ("Київ", "Києва Києву Києвом Києві"),
        ("Харків", "Харкова Харкову Харковом Харкові"),
        ("Львів", "Львова Львову Львовом Львові"),
        ("Крим", "Криму Кримом Кримі"),
        ("Росія", "Росії Росію Росією"),
        ("Білорусь", "Білорусі Білоруссю"),
        ("Америка", "Америки Америці Америку Америкою"),
        ("Тернопіль", "Тернополя Тернополю Тернополем Тернополі"),
        ("Запоріжжя", "Запоріжжю Запоріжжям Запоріжжі"),
        ("Китай", "Китаю Китаєм Китаї"),
        ("Суми", "Сум Сумам Сумами Сумах"),
    ])
    func places(name: String, forms: String) {
        for kind in [EntityKind.place, .topic] {
            #expect(Set(texts(name, .uk, kind)).isSuperset(of: words(forms)))
        }
    }

    @Test(arguments: [
        ("Володимир Зеленський", "Володимира Зеленського"),
        ("Ольга Петрова", "Ольги Петрової"),
        ("Ігор Коломойський", "Ігоря Коломойського"),
        ("В'ячеслав Чорновіл", "В'ячеслава Чорновола"),
        ("Юлія Тимошенко", "Юлії Тимошенко"),
        ("Олег Іванович Кравчук", "Олега Івановича Кравчука"),
    ])
    func wordsOfAPersonTakeOneCase(name: String, genitive: String) {
        #expect(texts(name, .uk, .person).first == genitive)
    }

    @Test(arguments: [
        ("Південна Корея", "Південної Кореї"),
        ("Боснія і Герцеговина", "Боснії і Герцеговини"),
        ("Кривий Ріг", "Кривого Рогу"),
        ("Чорне море", "Чорного моря"),
        ("Івано-Франківськ", "Івано-Франківська"),
        ("Кам'янець-Подільський", "Кам'янця-Подільського"),
        ("Верховна Рада", "Верховної Ради"),
    ])
    func wordsOfAPlaceTakeOneCase(name: String, genitive: String) {
        #expect(texts(name, .uk, .place).first == genitive)
    }

    @Test(
        arguments: [
            ("Віктор МЕДВЕДЧУК", "Віктора МЕДВЕДЧУКА", .person),
            ("Касим-Жомарт Токаєв", "Касим-Жомарта Токаєва", .person),
            ("Абдель Фаттах ас-Сісі", "Абдель Фаттаха ас-Сісі", .person),
            ("Ян Палах", "Яна Палаха", .person),
            ("Кая Каллас", "Каї Каллас", .person),
            ("Марін Ле Пен", nil, .person),
            ("Біла Церква", "Білої Церкви", .place),
            ("Автономна Республіка Крим", "Автономної Республіки Крим", .place),
            ("Алмати", nil, .place),
            ("Часів Яр", "Часового Яру", .place),
            ("Півень", "Півня", .person),
            ("Запорізька АЕС", "Запорізької АЕС", .organisation),
            ("Наша Нива", "Нашої Ниви", .organisation),
            ("Європейська солідарність", "Європейської солідарності", .organisation),
            ("Нафтогаз", "Нафтогазу", .organisation),
        ] as [(String, String?, EntityKind)])
    func namesFromTheNews(name: String, genitive: String?, kind: EntityKind) {
        #expect(texts(name, .uk, kind).first == genitive)
    }

    @Test func bothDativesStandInAFullName() {
        let forms = texts("Олександр Лукашенко", .uk, .person)
        #expect(forms.contains("Олександру Лукашенку"))
        #expect(forms.contains("Олександрові Лукашенку"))
        #expect(forms.contains("Олександру Лукашенкові"))
        #expect(texts("Ольга", .uk, .person).contains("Ользі"))
    }
}
