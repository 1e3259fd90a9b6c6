/// Countries and cities whose names in other languages are names of their own.
enum Exonyms {
    /// The languages of the columns of `table`, in their order.
    private static let languages = ["en", "de", "fr", "pl", "ru", "uk", "be"]

    /// Several names of one language have a slash between them, the usual one first.
    private static let table = """
        Russia|Russland|Russie|Rosja|Россия|Росія|Расія
        Ukraine|Ukraine|Ukraine|Ukraina|Украина|Україна|Украіна
        Belarus|Belarus|Biélorussie/Bélarus|Białoruś|Беларусь/Белоруссия|Білорусь|Беларусь
        Crimea|Krim|Crimée|Krym|Крым|Крим|Крым
        Poland|Polen|Pologne|Polska|Польша|Польща|Польшча
        Lithuania|Litauen|Lituanie|Litwa|Литва|Литва|Літва
        Latvia|Lettland|Lettonie|Łotwa|Латвия|Латвія|Латвія
        Estonia|Estland|Estonie|Estonia|Эстония|Естонія|Эстонія
        Moldova|Moldau/Moldawien|Moldavie|Mołdawia|Молдавия/Молдова|Молдова|Малдова
        Transnistria|Transnistrien|Transnistrie|Naddniestrze|Приднестровье|Придністров'я|Прыднястроўе
        Romania|Rumänien|Roumanie|Rumunia|Румыния|Румунія|Румынія
        Bulgaria|Bulgarien|Bulgarie|Bułgaria|Болгария|Болгарія|Балгарыя
        Hungary|Ungarn|Hongrie|Węgry|Венгрия|Угорщина|Венгрыя
        Slovakia|Slowakei|Slovaquie|Słowacja|Словакия|Словаччина|Славакія
        Czechia/Czech Republic|Tschechien|Tchéquie|Czechy|Чехия|Чехія|Чэхія
        Serbia|Serbien|Serbie|Serbia|Сербия|Сербія|Сербія
        Croatia|Kroatien|Croatie|Chorwacja|Хорватия|Хорватія|Харватыя
        Greece|Griechenland|Grèce|Grecja|Греция|Греція|Грэцыя
        Turkey/Türkiye|Türkei|Turquie|Turcja|Турция|Туреччина|Турцыя
        Georgia|Georgien|Géorgie|Gruzja|Грузия|Грузія|Грузія
        Abkhazia|Abchasien|Abkhazie|Abchazja|Абхазия|Абхазія|Абхазія
        South Ossetia|Südossetien|Ossétie du Sud|Osetia Południowa|Южная Осетия|Південна Осетія|Паўднёвая Асеція
        Armenia|Armenien|Arménie|Armenia|Армения|Вірменія|Арменія
        Azerbaijan|Aserbaidschan|Azerbaïdjan|Azerbejdżan|Азербайджан|Азербайджан|Азербайджан
        Kazakhstan|Kasachstan|Kazakhstan|Kazachstan|Казахстан|Казахстан|Казахстан
        Uzbekistan|Usbekistan|Ouzbékistan|Uzbekistan|Узбекистан|Узбекистан|Узбекістан
        Kyrgyzstan|Kirgisistan|Kirghizistan|Kirgistan|Киргизия/Кыргызстан|Киргизстан|Кыргызстан
        Tajikistan|Tadschikistan|Tadjikistan|Tadżykistan|Таджикистан|Таджикистан|Таджыкістан
        Turkmenistan|Turkmenistan|Turkménistan|Turkmenistan|Туркмения/Туркменистан|Туркменістан|Туркменістан
        Germany|Deutschland|Allemagne|Niemcy|Германия|Німеччина|Германія
        France|Frankreich|France|Francja|Франция|Франція|Францыя
        Italy|Italien|Italie|Włochy|Италия|Італія|Італія
        Spain|Spanien|Espagne|Hiszpania|Испания|Іспанія|Іспанія
        Austria|Österreich|Autriche|Austria|Австрия|Австрія|Аўстрыя
        Switzerland|Schweiz|Suisse|Szwajcaria|Швейцария|Швейцарія|Швейцарыя
        Finland|Finnland|Finlande|Finlandia|Финляндия|Фінляндія|Фінляндыя
        Sweden|Schweden|Suède|Szwecja|Швеция|Швеція|Швецыя
        Norway|Norwegen|Norvège|Norwegia|Норвегия|Норвегія|Нарвегія
        China|China|Chine|Chiny|Китай|Китай|Кітай
        Israel|Israel|Israël|Izrael|Израиль|Ізраїль|Ізраіль
        Syria|Syrien|Syrie|Syria|Сирия|Сирія|Сірыя
        Iran|Iran|Iran|Iran|Иран|Іран|Іран
        Chechnya|Tschetschenien|Tchétchénie|Czeczenia|Чечня|Чечня|Чачня
        Moscow|Moskau|Moscou|Moskwa|Москва|Москва|Масква
        Saint Petersburg/St. Petersburg|Sankt Petersburg|Saint-Pétersbourg|Petersburg|Санкт-Петербург|\
        Санкт-Петербург|Санкт-Пецярбург
        Kyiv/Kiev|Kyjiw/Kiew|Kiev/Kyïv|Kijów|Киев|Київ|Кіеў
        Kharkiv/Kharkov|Charkiw/Charkow|Kharkiv|Charków|Харьков|Харків|Харкаў
        Odesa/Odessa|Odessa|Odessa|Odessa|Одесса|Одеса|Адэса
        Lviv/Lvov|Lwiw/Lemberg|Lviv|Lwów|Львов|Львів|Львоў
        Donetsk|Donezk|Donetsk|Donieck|Донецк|Донецьк|Данецк
        Luhansk/Lugansk|Luhansk/Lugansk|Louhansk|Ługańsk|Луганск|Луганськ|Луганск
        Donbas/Donbass|Donbass|Donbass|Donbas|Донбасс|Донбас|Данбас
        Dnipro|Dnipro|Dnipro|Dniepr|Днепр|Дніпро|Дняпро
        Zaporizhzhia/Zaporozhye|Saporischschja|Zaporijjia|Zaporoże|Запорожье|Запоріжжя|Запарожжа
        Kherson|Cherson|Kherson|Chersoń|Херсон|Херсон|Херсон
        Mykolaiv/Nikolaev|Mykolajiw|Mykolaïv|Mikołajów|Николаев|Миколаїв|Мікалаеў
        Mariupol|Mariupol|Marioupol|Mariupol|Мариуполь|Маріуполь|Марыупаль
        Chernihiv|Tschernihiw|Tchernihiv|Czernihów|Чернигов|Чернігів|Чарнігаў
        Chernobyl/Chornobyl|Tschernobyl|Tchernobyl|Czarnobyl|Чернобыль|Чорнобиль|Чарнобыль
        Sevastopol|Sewastopol|Sébastopol|Sewastopol|Севастополь|Севастополь|Севастопаль
        Minsk|Minsk|Minsk|Mińsk|Минск|Мінськ|Мінск
        Gomel/Homiel|Homel/Gomel|Gomel|Homel|Гомель|Гомель|Гомель
        Grodno/Hrodna|Grodno/Hrodna|Grodno|Grodno|Гродно|Гродно|Гродна
        Brest|Brest|Brest|Brześć|Брест|Брест|Брэст
        Vitebsk/Viciebsk|Witebsk|Vitebsk|Witebsk|Витебск|Вітебськ|Віцебск
        Mogilev/Mahilyow|Mogiljow|Moguilev|Mohylew|Могилёв|Могильов|Магілёў
        Warsaw|Warschau|Varsovie|Warszawa|Варшава|Варшава|Варшава
        Vilnius|Vilnius/Wilna|Vilnius|Wilno|Вильнюс|Вільнюс|Вільнюс
        Riga|Riga|Riga|Ryga|Рига|Рига|Рыга
        Tallinn|Tallinn|Tallinn|Tallin|Таллин|Таллінн|Талін
        Chisinau/Kishinev|Chișinău/Kischinau|Chișinău|Kiszyniów|Кишинёв|Кишинів|Кішынёў
        Tbilisi|Tiflis|Tbilissi|Tbilisi|Тбилиси|Тбілісі|Тбілісі
        Yerevan|Jerewan|Erevan|Erywań|Ереван|Єреван|Ерэван
        Prague|Prag|Prague|Praga|Прага|Прага|Прага
        Cologne|Köln|Cologne|Kolonia|Кёльн|Кельн|Кёльн
        Munich|München|Munich|Monachium|Мюнхен|Мюнхен|Мюнхен
        Geneva|Genf|Genève|Genewa|Женева|Женева|Жэнева
        Rome|Rom|Rome|Rzym|Рим|Рим|Рым
        Istanbul|Istanbul|Istanbul|Stambuł|Стамбул|Стамбул|Стамбул
        New York|New York|New York|Nowy Jork|Нью-Йорк|Нью-Йорк|Нью-Ёрк
        Berlin|Berlin|Berlin|Berlin|Берлин|Берлін|Берлін
        Paris|Paris|Paris|Paryż|Париж|Париж|Парыж
        London|London|Londres|Londyn|Лондон|Лондон|Лондан
        Brussels|Brüssel|Bruxelles|Bruksela|Брюссель|Брюссель|Брусель
        Vienna|Wien|Vienne|Wiedeń|Вена|Відень|Вена
        Washington|Washington|Washington|Waszyngton|Вашингтон|Вашингтон|Вашынгтон
        Beijing/Peking|Peking|Pékin|Pekin|Пекин|Пекін|Пекін
        """

    private static let rows: [[(name: String, language: String)]] = table.split(separator: "\n").map { line in
        zip(line.split(separator: "|"), languages).flatMap { cell, language in
            cell.split(separator: "/").map { (name: String($0), language: language) }
        }
    }

    private static let byName: [String: [Int]] = {
        var result: [String: [Int]] = [:]
        for (number, row) in rows.enumerated() {
            for cell in row where result[cell.name.lowercased()]?.last != number {
                result[cell.name.lowercased(), default: []].append(number)
            }
        }
        return result
    }()

    static func isKnown(_ name: String) -> Bool { byName[name.lowercased()] != nil }

    /// The names in other languages of the place that is called `name` in one of them. Empty: no place is known
    /// by that name.
    static func counterparts(of name: String) -> [(name: String, language: String)] {
        byName[name.lowercased()]?.flatMap { rows[$0] } ?? []
    }
}
