import Testing

/// A row: names, a text, and what is found in it.
struct Row: CustomTestStringConvertible, Sendable {
    let names: [String]
    let text: String
    let found: [String]

    init(_ names: String..., in text: String, finds found: [String]) {
        (self.names, self.text, self.found) = (names, text, found)
    }

    var testDescription: String { "\(names) in \(text.debugDescription)" }
}

@Suite("What counts as a token and as one name")
struct TokenRuleTests {
    @Test(
        "boundaries",
        arguments: [
            Row("Merkel", in: "Merkel's, Merkel’s and MERKELʼS", finds: ["Merkel", "Merkel", "MERKEL"]),
            Row("Jones", in: "the Jones' dog", finds: ["Jones"]),
            Row(
                "Merkel", in: "a Merkel-led, post\u{2013}Merkel, non\u{2011}Merkel team",
                finds: ["Merkel", "Merkel", "Merkel"]),
            Row("Merkel", in: "Merkelism, Merkels, AntiMerkel, Merkel2", finds: []),
            Row("Merkel", in: "a_Merkel_b #Merkel @Merkel (Merkel)", finds: ["Merkel", "Merkel", "Merkel", "Merkel"]),
            Row(
                "Merkel", in: "Mer\u{AD}kel \u{FEFF}Mer\u{200D}kel\u{200B}", finds: ["Mer\u{AD}kel", "Mer\u{200D}kel"]),
            Row("Merkel", in: "Mer\u{FFFD}kel \u{FFFD}Merkel", finds: ["Merkel"]),
            Row("O'Neill", in: "O'Neill O’Neill OʼNeill ONeill O Neill", finds: ["O'Neill", "O’Neill", "OʼNeill"]),
            Row("Дем'ян", in: "Дем’ян, ‘Дем'ян’", finds: ["Дем’ян", "Дем'ян"]),
            Row("McDonald", "McDonald's", in: "McDonald's of McDonald", finds: ["McDonald's", "McDonald"]),
            Row("東京", in: "日本の東京都", finds: ["東京"]),
            Row("トランプ", in: "米トランプ大統領", finds: ["トランプ"]),
            Row("トラ", in: "米トランプ大統領", finds: []),
            Row(
                "Lukashenko", in: "Luka-\nshenko, Luka-\r\n  shenko and Luka-Shenko",
                finds: ["Luka-\nshenko", "Luka-\r\n  shenko"]),
            Row(
                "Лукашенко", in: "Лу-\nкашенко, Лука-\nшенко, Л-\r\nукашенко",
                finds: ["Лу-\nкашенко", "Лука-\nшенко", "Л-\r\nукашенко"]),
            Row(
                "Putin", "putsch", in: "Pu-\ntin, P-\nutin, Put-\nIn, pu-\ntsch",
                finds: ["Pu-\ntin", "P-\nutin", "pu-\ntsch"]),
            Row("トヨタ", in: "トヨタ'GR トヨタ’Prius", finds: ["トヨタ", "トヨタ"]),
            Row(
                "Мѷро", "Anna Йодль", in: "Мѷро, Anna И\u{306}одль, Anna И\u{AD}\u{306}одль",
                finds: ["Мѷро", "Anna И\u{306}одль", "Anna И\u{AD}\u{306}одль"]),
            Row("τῷ", in: "τῷ τω\u{342}\u{345} τωι", finds: ["τῷ", "τω\u{342}\u{345}", "τωι"]),
            Row("Łódź", in: "LODZ Lodz Łódź Lódz", finds: ["LODZ", "Lodz", "Łódź", "Lódz"]),
        ])
    func boundaries(_ row: Row) throws { #expect(try surfaces(row.names, row.text) == row.found) }

    @Test(
        "gaps between a name's tokens",
        arguments: [
            Row(
                "Baden-Baden", in: "Baden Baden, Baden\u{2013}Baden, Baden-\nBaden",
                finds: ["Baden Baden", "Baden\u{2013}Baden", "Baden-\nBaden"]),
            Row(
                "Angela Merkel", in: "Angela\u{A0}\tMerkel, Angela\r\n   Merkel",
                finds: ["Angela\u{A0}\tMerkel", "Angela\r\n   Merkel"]),
            Row("Angela Merkel", in: "Angela\n\nMerkel; Angela\n \r\nMerkel; Angela\u{2029}Merkel", finds: []),
            Row(
                "Angela Merkel", in: "Angela, Merkel \"Angela\" Merkel Angela. Merkel Angela - Merkel Angela/Merkel",
                finds: []),
            Row(
                "John F. Kennedy", in: "John F Kennedy, John F. Kennedy, John F.Kennedy",
                finds: ["John F Kennedy", "John F. Kennedy", "John F.Kennedy"]),
            Row("John F Kennedy", in: "John F. Kennedy", finds: ["John F. Kennedy"]),
            Row(
                "Paris, Texas", in: "Paris, Texas; Paris Texas; Paris,\nTexas; Paris; Texas",
                finds: ["Paris, Texas", "Paris Texas", "Paris,\nTexas"]),
            Row(
                "Johnson & Johnson", in: "Johnson & Johnson, Johnson&Johnson, Johnson and Johnson",
                finds: ["Johnson & Johnson", "Johnson&Johnson"]),
            Row("Angela Merkel", in: "Merkel Angela Merkel, Angela", finds: ["Angela Merkel"]),
            Row("Angela Merkel", in: "Angela Dorothea Merkel", finds: []),
            Row("Merkel", in: "says Mer-\n  kel. A Merkel-\nbacked plan", finds: ["Mer-\n  kel", "Merkel"]),
            Row("Merkel", in: "Mer-\nKel Mer-kel Mer-\n\nkel", finds: []),
            Row("Washington, D.C.", in: "Washington, D.C. or Washington DC", finds: ["Washington, D.C."]),
        ])
    func gaps(_ row: Row) throws { #expect(try surfaces(row.names, row.text) == row.found) }
}
