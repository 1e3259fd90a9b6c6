/// Names, places and common nouns in Polish spelling whose forms no ending tells.
enum PolishWords {
    static func add(to lexicon: inout Lexicon) {
        lexicon.add(.maleName, male)
        lexicon.add(
            .femaleName,
            """
            Agnes Angel Beatrice Carmen Dolores Elizabeth Ellen Esther Hillary Ingrid Jane Kate Margaret Marine Mary
            Nancy Rachel Ruth Miriam Noemi Madeleine Christine Michelle Nicole Camille Charlotte Emily Elise Jennifer
            Karen Kim Liz Marie Maud Sarah Sharon Sigrid Simone Stephanie Susan Sylvie Vivian Hannah Deborah Mette
            Marlene Jill Judith Joan Grace Kaori Yoko Helle Anne Alice Amelie Astrid Birgit Brigitte Caroline Catherine
            Cate Chantal Claire Dagmar Denise Edith Eileen Elisabeth Elizabeth Emmanuelle Florence Frances Gabrielle
            Gwyneth Helen Irene Isabelle Janet Janine Jeanine Josephine Josie Julie Justine Karin Katherine Kathleen
            Katie Kelly Kirsten Laure Lauren Leslie Lucy Madeline Mairead Marion Megan Melanie Meryl Monique Nadine
            Nikki Natalie Odile Pauline Penelope Rosemary Rose Scarlett Segolene Sophie Suzanne Sue Sinead Tracy Valerie
            Veronique Virginie Vivien Yvonne Zoe
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
        lexicon.add(.prefix, "San Santa Saint Sankt New Los Las El Al Abu Nowo Jean")
        lexicon.add(.eastAsian, "Kim Xi Mao Deng Li Wang Zhang Chen Ho")
        lexicon.add(.place, places)
        lexicon.add([.place, .genitiveU], genitiveU)
        lexicon.add(
            .genitiveU,
            """
            bank związek:związk sąd komitet rząd sejm senat urząd fundusz trybunał instytut uniwersytet kanał klub
            jork orlen internet zakład koncern parlament kongres front blok
            """
        )
        lexicon.add([.place, .feminine], "Łódź Bydgoszcz Białoruś Ruś Sybir")
        lexicon.add(.feminine, "Straż Pogoń Młodzież Pomoc Moc Kolej Sieć")
        lexicon.add(.neuter, "Prawo Radio Słowo Wojsko Morze Biuro Muzeum Studio Jezioro Miasto Stronnictwo Zdrowie")
        lexicon.add(.plural, pluralNouns)
        lexicon.add(.noun, nouns)
        lexicon.add([.place, .masculine], "Zamość")
        lexicon.add([.place, .neuter], "Opole Pomorze Zaporoże Podlasie Podole Mazowsze Zakopane Zagłębie")
        lexicon.add([.place, .plural], plural)
    }

    /// Men's names in -a, and those with a fleeting vowel.
    private static let male = """
        Kuba Mustafa Luca Andrea Joshua Akira Sasha Abdulla Aleksa Issa Musa Elia Barnaba Bonawentura Sasza Nikita Ilja
        Misza Alosza Jarema Kosma Saba Dima Wania Sawa Aleksander:aleksandr Paweł:pawł Lew:lw Piotr Jan Donald Andrzej
        Jarosław Mateusz Lech Adam Władimir Aleksandr Wołodymyr Siergiej Dmitrij Joe
        """

    /// Places with the stem of the oblique cases.
    private static let places = """
        Warszawa Moskwa Kraków:krakow Lwów:lwow Kijów:kijow Charków:charkow Rzeszów:rzeszow Gdańsk Poznań Wrocław
        Lublin Polska Rosja Ukraina Mińsk Berlin Paryż Wiedeń:wiedn Lubiń Szczecin Toruń Londyn Elbląg:elbląg
        Kołobrzeg Grudziądz Olsztyn Białystok Pekin Waszyngton Radom Sopot Biełgorod Donieck Ługańsk
        Żytomierz Mariupol Chersoń Brześć
        """

    /// Countries, towns and regions whose genitive is in -u.
    private static let genitiveU = """
        Krym Iran Irak Izrael Londyn Rzym:rzym Madryt Budapeszt Bukareszt Liban Pakistan Afganistan Kazachstan
        Uzbekistan Azerbejdżan Egipt Kaukaz Donbas Wietnam Tajwan Kuwejt Katar Jemen Bahrajn Cypr Luksemburg
        Hongkong Singapur Waszyngton Nowogród:nowogrod Petersburg Królewiec:królewc Obwód:obwod Bałtyk Dniepr Don Ren
        Śląsk Sopot
        """

    /// Common nouns in the plural, heads of names; with the genitive.
    private static let pluralNouns = """
        linie:linii siły:sił zakłady:zakładów koleje:kolei wyspy:wysp wody:wód lasy:lasów narody:narodów
        emiraty:emiratów wiadomości:wiadomości góry:gór służby:służb media:mediów porty:portów fakty:faktów
        nowiny:nowin
        """

    /// Nouns that end like adjectives.
    private static let nouns = """
        Warszawa Puszcza Moskwa Armenia Unia Rzeczpospolita Dąbrowa Rawa Ruda Wola Stacja Alaska Nebraska Praga Itaka
        Rada Partia Liga Agencja Grupa Huta Giełda Gazeta Ukraina Hiszpania Sprawa Wyspa Poczta Ustawa Droga Obrona Izba
        Fabryka Wisła Legia Resovia Cracovia Lechia Arka Korona Ameryka Afryka Antarktyka Arktyka Republika Telewizja
        Spółka Dania Rumunia Albania Estonia Szwajcaria Gdynia Bośnia Macedonia Kalifornia Kampania Kompania Akademia
        Opinia Linia Polonia Niwa Kuchnia Litwa Szkoła Książka Spółdzielnia Uczelnia Księgarnia Drukarnia Łotwa
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
