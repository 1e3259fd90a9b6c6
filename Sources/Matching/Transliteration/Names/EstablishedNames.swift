/// Given names, and a few surnames, whose forms in other languages are a matter of custom and not of letters.
enum EstablishedNames {
    struct Row: Sendable {
        /// Cyrillic, by language.
        let cyrillic: [NameLanguage: String]
        /// Custom's form in English, German, French and Polish; several where custom is divided.
        let latin: [TransliterationScheme: [String]]
    }

    /// Russian, Ukrainian, Belarusian, English, German, French, Polish. `-`: as the letters say.
    private static let table = """
        Александр|Олександр|Аляксандр|Alexander|Alexander|Alexandre|Aleksander
        Александра|Олександра|Аляксандра|Alexandra|Alexandra|Alexandra|Aleksandra
        Алексей|Олексій|Аляксей|Alexei/Alexey|Alexej|-|-
        Алесь|Алесь|Алесь|Ales|-|-|-
        Анастасия|Анастасія|Анастасія|Anastasia|Anastasia|Anastasia|Anastazja
        Анатолий|Анатолій|Анатоль|Anatoly|-|-|-
        Андрей|Андрій|Андрэй|Andrei/Andrey|Andrej|-|-
        Анна|Анна|Ганна|Anna|Anna|Anna|Anna
        Антон|Антон|Антон|Anton|Anton|Anton|Anton
        Аркадий|Аркадій|Аркадзь|Arkady|-|-|-
        Борис|Борис|Барыс|Boris|Boris|Boris|Borys
        Вадим|Вадим|Вадзім|Vadim|-|-|-
        Валентин|Валентин|Валянцін|Valentin|Valentin|-|-
        Валерий|Валерій|Валерый|Valery|-|-|-
        Василий|Василь|Васіль|Vasily|-|-|-
        Вера|Віра|Вера|Vera|-|-|-
        Виктор|Віктор|Віктар|Viktor/Victor|Viktor|Viktor|Wiktor
        Виктория|Вікторія|Вікторыя|Victoria|Viktoria|Viktoria|Wiktoria
        Виталий|Віталій|Віталь|Vitaly|Vitali|-|-
        Владимир|Володимир|Уладзімір|Vladimir|-|Vladimir|-
        Вячеслав|В'ячеслав|Вячаслаў|-|-|-|-
        Галина|Галина|Галіна|-|-|-|-
        Георгий|Георгій|Георгій|Georgy|-|-|-
        Григорий|Григорій|Рыгор|Grigory|-|-|-
        Дарья|Дар'я|Дар'я|Daria|Daria|Daria|Daria
        Денис|Денис|Дзяніс|Denis|Denis|Denis|Denis
        Дмитрий|Дмитро|Дзмітрый|Dmitry|Dmitri|Dmitri|-
        Евгений|Євген|Яўген|Yevgeny/Evgeny|-|Evgueni|-
        Екатерина|Катерина|Кацярына|Ekaterina|-|-|-
        Елена|Олена|Алена|Elena|Elena|Elena|-
        Иван|Іван|Іван|Ivan|Ivan|Ivan|Iwan
        Игорь|Ігор|Ігар|-|-|-|-
        Илья|Ілля|Ілья|Ilya|-|-|-
        Ирина|Ірина|Ірына|-|-|-|-
        Кирилл|Кирило|Кірыл|Kirill|-|-|-
        Константин|Костянтин|Канстанцін|Konstantin|Konstantin|Konstantin|-
        Ксения|Ксенія|Ксенія|Ksenia|Xenia|-|-
        Лариса|Лариса|Ларыса|-|-|-|-
        Лев|Лев|Леў|Leo|-|-|-
        Леонид|Леонід|Леанід|Leonid|-|-|-
        Людмила|Людмила|Людміла|-|-|-|-
        Максим|Максим|Максім|Maxim|Maxim|Maxime|Maksym
        Мария|Марія|Марыя|Maria|Maria|Maria|Maria
        Михаил|Михайло|Міхаіл|Mikhail|Michail|Mikhaïl|Michaił
        Надежда|Надія|Надзея|-|-|-|-
        Наталья|Наталія|Наталля|Natalia|Natalia|Natalia|Natalia
        Николай|Микола|Мікалай|Nikolai/Nikolay|-|-|-
        Никита|Микита|Мікіта|-|-|-|-
        Олег|Олег|Алег|Oleg|-|-|-
        Ольга|Ольга|Вольга|Olga|Olga|Olga|Olga
        Павел|Павло|Павел|Pavel|-|-|-
        Пётр|Петро|Пётр|-|-|-|-
        Петр|Петро|Пётр|-|-|-|-
        Роман|Роман|Раман|-|-|-|-
        Светлана|Світлана|Святлана|Svetlana|Swetlana|-|-
        Семён|Семен|Сямён|Semyon|-|-|-
        Сергей|Сергій|Сяргей|Sergei/Sergey|Sergej|-|-
        София|Софія|Сафія|Sofia|Sofia|Sofia|Zofia
        Станислав|Станіслав|Станіслаў|Stanislav|-|-|-
        Степан|Степан|Сцяпан|-|-|-|-
        Татьяна|Тетяна|Таццяна|Tatiana/Tatsiana|Tatjana|Tatiana|-
        Фёдор|Федір|Фёдар|-|-|-|-
        Юлия|Юлія|Юлія|Yulia|Julia|Ioulia|Julia
        Юрий|Юрій|Юрый|Yuri/Yury|-|-|-
        Яков|Яків|Якаў|-|-|-|-
        Алла|Алла|Ала|Alla|-|-|-
        Артём|Артем|Арцём|Artyom/Artem|-|-|-
        Богдан|Богдан|Багдан|Bogdan/Bohdan|-|-|-
        Валентина|Валентина|Валянціна|Valentina|-|-|-
        Владислав|Владислав|Уладзіслаў|Vladislav|-|-|-
        Геннадий|Геннадій|Генадзь|Gennady|-|-|-
        Глеб|Гліб|Глеб|Gleb|-|-|-
        Егор|Єгор|Ягор|Yegor/Egor|-|-|-
        Зинаида|Зінаїда|Зінаіда|Zinaida|-|-|-
        Инна|Інна|Іна|Inna|-|-|-
        Маргарита|Маргарита|Маргарыта|Margarita|-|-|-
        Марина|Марина|Марына|Marina|-|-|-
        Нина|Ніна|Ніна|Nina|-|-|-
        Оксана|Оксана|Аксана|Oksana|-|-|-
        Полина|Поліна|Паліна|Polina|-|-|-
        Ростислав|Ростислав|Расціслаў|Rostislav|-|-|-
        Руслан|Руслан|Руслан|Ruslan|-|-|-
        Тамара|Тамара|Тамара|Tamara|-|-|-
        Тарас|Тарас|Тарас|Taras|-|-|-
        Тимур|Тимур|Цімур|Timur|-|-|-
        Эдуард|Едуард|Эдуард|Eduard|-|-|-
        Ярослав|Ярослав|Яраслаў|Yaroslav|-|-|-
        Горбачёв|Горбачов|Гарбачоў|Gorbachev|-|-|-
        Кучма|Кучма|Кучма|-|-|-|-
        Кличко|Кличко|Клічко|Klitschko|Klitschko|-|Kliczko
        Навальная|Навальна|Навальная|Navalnaya|-|-|-
        Навальный|Навальний|Навальны|Navalny|-|-|-
        Порошенко|Порошенко|Парашэнка|-|-|-|-
        Прокофьев|Прокоф'єв|Пракоф'еў|Prokofiev|-|-|-
        Рахманинов|Рахманінов|Рахманінаў|Rachmaninoff|-|-|-
        Тимошенко|Тимошенко|Цімашэнка|-|-|-|-
        Хрущёв|Хрущов|Хрушчоў|-|-|-|-
        Чайковский|Чайковський|Чайкоўскі|Tchaikovsky/Tchaikovski|-|-|-
        Шевченко|Шевченко|Шаўчэнка|-|-|-|-
        Шмыгаль|Шмигаль|Шмыгаль|-|-|-|-
        Шойгу|Шойгу|Шайгу|Shoigu|-|-|-
        Янукович|Янукович|Януковіч|-|-|-|-
        Зеленский|Зеленський|Зяленскі|-|-|-|-
        """

    static let rows: [Row] = (table.split(separator: "\n") + BelarusianSurnames.table.split(separator: "\n")).map {
        line in
        let cells = line.split(separator: "|").map(String.init)
        let languages = zip([NameLanguage.russian, .ukrainian, .belarusian], cells)
        let schemes = zip([TransliterationScheme.press, .german, .french, .polish], cells.dropFirst(3))
        return Row(
            cyrillic: Dictionary(uniqueKeysWithValues: languages.map { ($0, $1) }),
            latin: Dictionary(
                uniqueKeysWithValues: schemes.filter { $1 != "-" }.map {
                    ($0, $1.split(separator: "/").map(String.init))
                }))
    }

    private static let byCyrillic: [String: Int] = {
        var result: [String: Int] = [:]
        for (number, row) in rows.enumerated() {
            for language in NameLanguage.allCases {
                if let name = row.cyrillic[language]?.lowercased(), result[name] == nil { result[name] = number }
            }
        }
        return result
    }()

    /// By every Latin form that custom or a scheme gives.
    private static let byLatin: [String: Int] = {
        var result: [String: Int] = [:]
        func add(_ name: String, _ number: Int) {
            if result[name.lowercased()] == nil { result[name.lowercased()] = number }
        }
        for (number, row) in rows.enumerated() {
            for scheme in TransliterationScheme.allCases { row.latin[scheme]?.forEach { add($0, number) } }
        }
        for (number, row) in rows.enumerated() {
            for language in NameLanguage.allCases {
                guard let name = row.cyrillic[language] else { continue }
                for scheme in Romanisation.schemes(for: language) {
                    for table in Romanisation.tables(scheme, language) { add(table.rewrite(NameWord(name)), number) }
                }
            }
        }
        return result
    }()

    /// Whether a Cyrillic word is the surname of a known Belarusian.
    static func isBelarusianSurname(_ word: NameWord) -> Bool {
        guard let number = byCyrillic[word.lowercased] else { return false }
        return number >= rows.count - BelarusianSurnames.count
    }

    static func knows(_ word: NameWord) -> Bool {
        byCyrillic[word.lowercased] != nil || byLatin[word.lowercased] != nil
    }

    /// Custom's Latin form of a Cyrillic word in the language of `scheme`, where the letters say another.
    static func latin(of word: NameWord, _ scheme: TransliterationScheme, _ language: NameLanguage) -> String? {
        guard language == .russian, let number = byCyrillic[word.lowercased],
            rows[number].cyrillic[.russian]?.lowercased() == word.lowercased,
            let form = rows[number].latin[scheme]?.first
        else { return nil }
        return word.recased(form)
    }

    /// The languages that write a known name so; empty for another word.
    static func languages(of word: NameWord) -> [NameLanguage] {
        guard let number = byCyrillic[word.lowercased] else { return [] }
        return NameLanguage.allCases.filter { rows[number].cyrillic[$0]?.lowercased() == word.lowercased }
    }

    /// The same name in Cyrillic of `language`, for a word in any script.
    static func cyrillic(of word: NameWord, _ language: NameLanguage) -> String? {
        let number = byCyrillic[word.lowercased] ?? byLatin[word.lowercased]
        return number.flatMap { rows[$0].cyrillic[language] }.map(word.recased)
    }
}

extension NameWord {
    /// Another form of this word, in capitals where this is.
    func recased(_ form: String) -> String {
        if isAllCapitals { return form.uppercased() }
        return capitals.first == true ? form : form.lowercased()
    }
}
