import Matching
import NewswatchModel
import Testing

@Suite("German forms of names")
struct FormsGermanTests {
    @Test(arguments: [
        ("Europäische Union", "Europäischen Union", "Europäischer Union"),
        ("Deutsche Bank", "Deutschen Bank", "Deutscher Bank"),
        ("Frankfurter Allgemeine Zeitung", "Frankfurter Allgemeinen Zeitung", "Frankfurter Allgemeiner Zeitung"),
        ("Vereinigte Staaten", "Vereinigten Staaten", "Vereinigter Staaten"),
        ("Vereinigte Staaten von Amerika", "Vereinigten Staaten von Amerika", "Vereinigter Staaten von Amerika"),
        ("Auswärtiges Amt", "Auswärtigen Amts", "Auswärtigem Amt"),
        ("Deutscher Bundestag", "Deutschen Bundestags", "Deutsche Bundestag"),
        ("Weißes Haus", "Weißen Hauses", "Weißen Haus"),
        ("Deutsche Post DHL", "Deutschen Post DHL", "Deutscher Post DHL"),
        (
            "Sozialdemokratische Partei Deutschlands", "Sozialdemokratischen Partei Deutschlands",
            "Sozialdemokratischer Partei Deutschlands"
        ),
        ("Vereinigte Arabische Emirate", "Vereinigten Arabischen Emirate", "Vereinigten Arabischen Emiraten"),
    ])
    func anAdjectiveDeclinesWithItsNoun(name: String, weak: String, other: String) {
        let forms = texts(name, .de, .organisation)
        #expect(forms.first == weak)
        #expect(forms.contains(other))
    }

    @Test(arguments: [
        ("Die Linke", "Der Linken"), ("Die Grünen", "Der Grünen"), ("Der Spiegel", "Des Spiegels"),
        ("Die Zeit", "Der Zeit"),
    ])
    func anArticleInANameDeclines(name: String, genitive: String) {
        #expect(texts(name, .de, .organisation).first == genitive)
    }

    @Test(arguments: ["Bundeswehr", "Regierung", "Alternative für Deutschland", "Schweiz"])
    func feminineAndPluralNounsStay(name: String) {
        #expect(texts(name, .de, .organisation) == [])
    }

    @Test(arguments: [
        ("Bundesnachrichtendienst", "Bundesnachrichtendiensts Bundesnachrichtendienstes"), ("Russland", "Russlands"),
        ("Verfassungsschutz", "Verfassungsschutzes"),
        ("Landtag Brandenburg", "Landtags+Brandenburg Landtages+Brandenburg"), ("Volkswagen", "Volkswagens"),
    ])
    func otherNounsTakeS(name: String, forms: String) {
        #expect(texts(name, .de, .organisation).map { $0.split(separator: " ").joined(separator: "+") } == words(forms))
    }

    @Test func casesOfOneSpellingAreJoined() {
        let forms = NameForms.forms(of: "Europäische Union", language: .de, kind: .organisation)
        #expect(forms.first?.label == "de-genitive/dative")
    }
}
