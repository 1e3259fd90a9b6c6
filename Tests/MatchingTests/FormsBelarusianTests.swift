import Matching
import NewswatchModel
import Testing

@Suite("Belarusian forms of names")
struct FormsBelarusianTests {
    @Test(arguments: [
        ("Лукашэнка", "Лукашэнкі Лукашэнку Лукашэнкам Лукашэнкай"),
        ("Пуцін", "Пуціна Пуціну Пуціным Пуціне"),
        ("Скарынскі", "Скарынскага Скарынскаму Скарынскім"),
        ("Кавалёў", "Кавалёва Кавалёву Кавалёвым Кавалёве"),
        ("Кравец", "Краўца Краўцу Краўцом Краўцам Краўцы"),
    ])
    func surnames(name: String, forms: String) {
        #expect(texts(name, .be, .person) == words(forms))
    }

    @Test(arguments: [
        ("Крым", "Крыма Крыму Крымам Крыме"),
        ("Мінск", "Мінска Мінску Мінскам"),
        ("Брэст", "Брэста Брэсту Брэстам Брэсце"),
        ("Магілёў", "Магілёва Магілёву Магілёвам Магілёве"),
        ("Гомель", "Гомеля Гомелю Гомелем Гомелі"),
        ("Беларусь", "Беларусі Беларуссю"),
        ("Расія", "Расіі Расію Расіяй Расіяю"),
        ("Украіна", "Украіны Украіне Украіну Украінай Украінаю"),
        ("Масква", "Масквы Маскве Маскву Масквой Масквою"),
        ("Баранавічы", "Баранавіч Баранавічам Баранавічамі Баранавічах"),
    ])
    func places(name: String, forms: String) {
        #expect(texts(name, .be, .place) == words(forms))
    }

    @Test(arguments: [
        ("Аляксандр Лукашэнка", "Аляксандра Лукашэнкі"),
        ("Святлана Ціханоўская", "Святланы Ціханоўскай"),
        ("Янка Купала", "Янкі Купалы"),
        ("Паўночная Карэя", "Паўночнай Карэі"),
        ("Рэспубліка Беларусь", "Рэспублікі Беларусь"),
    ])
    func wordsOfANameTakeOneCase(name: String, genitive: String) {
        #expect([texts(name, .be, .person).first, texts(name, .be, .place).first].contains(genitive))
    }

    @Test(
        arguments: [
            ("Віктар ШЭЙМАН", "Віктара ШЭЙМАНА", .person),
            ("Касым-Жамарт Такаеў", "Касым-Жамарта Такаева", .person),
            ("Ян Чачот", "Яна Чачота", .person),
            ("Кая Калас", "Каі Калас", .person),
            ("Грозны", "Грознага", .place),
            ("Хойнікі", "Хойнікаў", .place),
            ("Маладзечна", "Маладзечну", .place),
            ("Беларуская АЭС", "Беларускай АЭС", .organisation),
            ("Мазырскі НПЗ", "Мазырскага НПЗ", .organisation),
            ("Наша Ніва", "Нашай Нівы", .organisation),
        ] as [(String, String, EntityKind)])
    func namesFromTheNews(name: String, form: String, kind: EntityKind) {
        #expect(texts(name, .be, kind).first == form)
    }
}
