import Matching
import NewswatchModel
import Testing

@Suite("Polish forms of names")
struct FormsPolishTests {
    @Test(arguments: [
        ("Stany Zjednoczone", "Stanów Zjednoczonych"),
        ("Unia Europejska", "Unii Europejskiej"),
        ("Platforma Obywatelska", "Platformy Obywatelskiej"),
        ("Telewizja Polska", "Telewizji Polskiej"),
        ("Narodowy Bank Polski", "Narodowego Banku Polskiego"),
        ("Gazeta Wyborcza", "Gazety Wyborczej"),
        ("Straż Graniczna", "Straży Granicznej"),
        ("Lasy Państwowe", "Lasów Państwowych"),
        ("Zjednoczone Emiraty Arabskie", "Zjednoczonych Emiratów Arabskich"),
        ("Rzeczpospolita Polska", "Rzeczypospolitej Polskiej"),
        ("Korea Północna", "Korei Północnej"),
        ("Sąd Najwyższy", "Sądu Najwyższego"),
        ("Polskie Radio", "Polskiego Radia"),
    ])
    func adjectivesAgreeInFrontAndBehind(name: String, genitive: String) {
        #expect(texts(name, .pl, .organisation).first == genitive)
    }

    @Test(arguments: [
        ("Legia Warszawa", "Legii Warszawa"),
        ("Rada Miasta", "Rady Miasta"),
        ("Rada Bezpieczeństwa", "Rady Bezpieczeństwa"),
        ("Dom Kultury", "Domu Kultury"),
        ("Polski Związek Piłki Nożnej", "Polskiego Związku Piłki Nożnej"),
        ("Ministerstwo Nauki i Edukacji", "Ministerstwa Nauki i Edukacji"),
    ])
    func nounsBehindTheHeadStay(name: String, genitive: String) {
        #expect(texts(name, .pl, .organisation).first == genitive)
    }

    @Test(
        arguments: [
            ("Prawo i Sprawiedliwość", "Prawa i Sprawiedliwości", .organisation),
            ("Szymon Hołownia", "Szymona Hołowni", .person),
            ("Orlen", "Orlenu", .organisation),
            ("Nowy Jork", "Nowego Jorku", .place),
            ("Marzec", "Marca", .person),
            ("Włocławek", "Włocławka", .place),
            ("Zamość", "Zamościa", .place),
            ("Brześć", "Brześcia", .place),
            ("Biała Podlaska", "Białej Podlaskiej", .place),
            ("Puszcza Białowieska", "Puszczy Białowieskiej", .place),
            ("Jelenia Góra", "Jeleniej Góry", .place),
            ("Angela Merkel", "Angeli Merkel", .person),
            ("Andżelika Borys", "Andżeliki Borys", .person),
            ("Kaja Kallas", "Kai Kallas", .person),
            ("Marine Le Pen", nil, .person),
            ("Wiktar SZEJMAN", "Wiktara SZEJMANA", .person),
        ] as [(String, String?, EntityKind)])
    func genitives(name: String, genitive: String?, kind: EntityKind) {
        #expect(texts(name, .pl, kind).first == genitive)
    }

    @Test func womensSurnamesInAConsonantStay() {
        #expect(texts("Andżelika Borys", .pl, .person).allSatisfy { $0.hasSuffix(" Borys") })
    }

    @Test(arguments: [
        ("Białystok", "Białegostoku Białemustokowi Białymstokiem Białymstoku"),
        ("Zakopane", "Zakopanego Zakopanemu Zakopanem"),
        ("Solidarność", "Solidarności Solidarnością"),
    ])
    func placesAndNounsOfTheirOwn(name: String, forms: String) {
        #expect(texts(name, .pl, .place) == words(forms))
    }
}
