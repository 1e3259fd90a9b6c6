/// Given names of English, German and French that are read in Cyrillic by custom or sound.
enum WesternNames {
    /// Latin, Russian, Ukrainian, Belarusian.
    private static let table = """
        Andrew|Эндрю|Ендрю|Эндру
        Angela|Ангела|Ангела|Ангела
        Anthony|Энтони|Ентоні|Энтані
        Barack|Барак|Барак|Барак
        Bill|Билл|Білл|Біл
        Charles|Чарльз|Чарльз|Чарльз
        David|Дэвид|Девід|Дэвід
        Donald|Дональд|Дональд|Дональд
        Emmanuel|Эмманюэль|Еммануель|Эмануэль
        George|Джордж|Джордж|Джордж
        Hillary|Хиллари|Гілларі|Хілары
        James|Джеймс|Джеймс|Джэймс
        Jean|Жан|Жан|Жан
        Joe|Джо|Джо|Джо
        John|Джон|Джон|Джон
        Joseph|Джозеф|Джозеф|Джозэф
        Julian|Джулиан|Джуліан|Джуліян
        Mark|Марк|Марк|Марк
        Mary|Мэри|Мері|Мэры
        Michael|Майкл|Майкл|Майкл
        Paul|Пол|Пол|Пол
        Peter|Питер|Пітер|Пітэр
        Richard|Ричард|Річард|Рычард
        Robert|Роберт|Роберт|Роберт
        Theresa|Тереза|Тереза|Тэрэза
        Thomas|Томас|Томас|Томас
        Trump|Трамп|Трамп|Трамп
        William|Уильям|Вільям|Уільям
        """

    private static let cyrillic: [String: [NameLanguage: String]] = {
        var result: [String: [NameLanguage: String]] = [:]
        for line in table.split(separator: "\n") {
            let cells = line.split(separator: "|").map(String.init)
            let names = zip([NameLanguage.russian, .ukrainian, .belarusian], cells.dropFirst())
            result[cells[0].lowercased()] = Dictionary(uniqueKeysWithValues: names.map { ($0, $1) })
        }
        return result
    }()

    static func cyrillic(of word: NameWord, _ language: NameLanguage) -> String? {
        cyrillic[word.lowercased]?[language].map(word.recased)
    }
}
