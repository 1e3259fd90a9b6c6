/// Names, places and common nouns in Polish spelling whose forms no ending tells.
enum PolishWords {
    static func add(to lexicon: inout Lexicon) {
        lexicon.add(.maleName, male)
        lexicon.add(
            .femaleName,
            """
            Agnes Angel Beatrice Carmen Dolores Elizabeth Ellen Esther Hillary Ingrid Jane Kate Margaret Marine Mary
            Nancy Rachel Ruth Miriam Noemi
            """
        )
        lexicon.add(
            .fixed,
            """
            NATO Hillary Nancy Mary Unesco Oslo Tokio Chicago San Santo Peru Kongo Monako Maroko Meksyko Bordeaux
            Chile Haiti Bali Mali Soczi Tbilisi Baku Delhi
            """
        )
        lexicon.add(.woman, "Merkel Thatcher Albright Lagarde Thunberg Baerbock Leyen Yellen Rice May Truss")
        lexicon.add(.particle, "von van de di da der den del la le al el ibn ben bin abu fon")
        lexicon.add(.prefix, "San Santa Saint New Los Las El Al Abu Nowo Jean")
        lexicon.add(.eastAsian, "Kim Xi Mao Deng Li Wang Zhang Chen Ho")
        lexicon.add(.place, places)
        lexicon.add([.place, .genitiveU], genitiveU)
        lexicon.add(
            .genitiveU,
            """
            bank związek sąd:sąd komitet rząd sejm senat urząd fundusz trybunał instytut uniwersytet kanał klub
            zakład koncern parlament kongres front blok
            """
        )
        lexicon.add([.place, .feminine], "Łódź Bydgoszcz Białoruś Ruś Sybir")
        lexicon.add([.place, .neuter], "Opole Pomorze Zaporoże Podlasie Podole Mazowsze Zakopane Zagłębie")
        lexicon.add([.place, .plural], plural)
    }

    /// Men's names in -a, and those with a fleeting vowel.
    private static let male = """
        Kuba Barnaba Bonawentura Sasza Nikita Ilja Misza Alosza Jarema Kosma Saba Dima Wania Sawa
        Aleksander:aleksandr Paweł:pawł Lew:lw Piotr Jan Donald Andrzej Jarosław Mateusz Lech Adam Władimir
        Aleksandr Wołodymyr Siergiej Dmitrij Joe
        """

    /// Places with the stem of the oblique cases.
    private static let places = """
        Warszawa Moskwa Kraków:krakow Lwów:lwow Kijów:kijow Charków:charkow Rzeszów:rzeszow Gdańsk Poznań Wrocław
        Lublin Polska Rosja Ukraina Mińsk Berlin Paryż Wiedeń:wiedn Lubiń Szczecin Toruń Londyn Elbląg:elbląg
        Kołobrzeg Grudziądz Olsztyn Białystok:białegostok Pekin Waszyngton Radom Sopot Biełgorod Donieck Ługańsk
        Żytomierz Mariupol Chersoń
        """

    /// Countries, towns and regions whose genitive is in -u.
    private static let genitiveU = """
        Krym Iran Irak Izrael Londyn Rzym:rzym Madryt Budapeszt Bukareszt Liban Pakistan Afganistan Kazachstan
        Uzbekistan Azerbejdżan Egipt Kaukaz Donbas Wietnam Tajwan Kuwejt Katar Jemen Bahrajn Cypr Luksemburg
        Hongkong Singapur Waszyngton Nowogród:nowogrod Petersburg Królewiec:królewc Brześć Bałtyk Dniepr Don Ren
        Śląsk Sopot Białystok
        """

    /// Only in the plural; with the genitive.
    private static let plural = """
        Niemcy:niemiec Włochy:włoch Węgry:węgier Chiny:chin Czechy:czech Indie:indii Katowice:katowic Kielce:kielc
        Siedlce:siedlc Tychy:tychów Suwałki:suwałk Gliwice:gliwic Filipiny:filipin Bałkany:bałkanów Karpaty:karpat
        Tatry:tatr Alpy:alp Ateny:aten Mazury:mazur Sumy:sum Czerkasy:czerkas Stany:stanów Kaszuby:kaszub
        Helsinki:helsinek
        """
}

extension Polish {
    /// All tables of the language.
    static let lexicon: Lexicon = {
        var lexicon = Lexicon()
        PolishWords.add(to: &lexicon)
        return lexicon
    }()
}
