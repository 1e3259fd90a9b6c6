import NewswatchModel
import Testing

@testable import Articles

@Suite struct CharsetTests {
    static let russian = """
        Мост через реку закрыт с января, и два города не могут договориться о ремонте.

        Инженеры дважды предупреждали советы. Они говорят, что средняя опора сдвинулась на четыре сантиметра, \
        и движение по мосту опасно. Губернатор пока не ответил на письмо жителей.
        """

    @Test(arguments: ["windows-1251", "KOI8-R"])
    func legacyCyrillicIsDetected(charset: String) throws {
        let article = try read(encoded(CharsetTests.russian, charset), forced: .verbatim)
        #expect(article.text == CharsetTests.russian)
        #expect(article.charset == charset)
        #expect(article.replacements == 0)
        #expect(article.language == "ru")
    }

    @Test func latin1IsRead() throws {
        let text =
            "Le maire a déclaré que le pont était fermé à cause de la sécheresse, et les élèves vont à l'école à pied."
        let article = try read(encoded(text, "ISO-8859-1"), forced: .verbatim)
        #expect(article.text == text)
        #expect(article.language == "fr")
    }

    @Test(arguments: ["UTF-16LE", "UTF-16BE"])
    func wideTextIsToldByItsMark(charset: String) throws {
        let article = try read(encoded("\u{FEFF}A title\n\nSome words, and more of them.", charset))
        #expect(article.charset == charset)
        #expect(article.title == "A title")
    }

    @Test func wideTextWithoutAMarkIsTold() throws {
        let article = try read(encoded("A title\n\nSome words, and more of them.", "UTF-16LE"))
        #expect(article.text == "Some words, and more of them.")
    }

    @Test func theDeclaredCharsetOfAPageIsUsed() throws {
        let page = "<html><head><meta charset=windows-1251></head><body><p>Мэр</p></body></html>"
        let article = try read(encoded(page, "CP1251"))
        #expect(article.text == "Мэр")
        #expect(article.charset == "windows-1251")
    }

    @Test func validUTF8GoesBeforeAWrongDeclaration() throws {
        let article = try read("<html><head><meta charset=windows-1251></head><body><p>Мэр</p></body></html>")
        #expect(article.text == "Мэр")
        #expect(article.charset == "UTF-8")
    }

    @Test func aByteOrderMarkIsNoText() throws {
        #expect(try read("\u{FEFF}Only this line.").text == "Only this line.")
    }

    @Test func faultsInUTF8AreCounted() throws {
        let article = try read(Array(CharsetTests.russian.utf8) + [0xD0], forced: .verbatim)
        #expect(article.charset == "UTF-8")
        #expect(article.replacements == 1)
        #expect(article.text.hasSuffix("\u{FFFD}"))
    }

    @Test func aHalfCharacterAtTheEndOfWideTextIsCounted() throws {
        let article = try read(encoded("\u{FEFF}Some words, and more.", "UTF-16LE") + [0x41])
        #expect(article.replacements == 1)
    }

    @Test func nulsAreNoText() {
        #expect(rejection(Array("A title\0 and a text that goes on for a good while".utf8))?.reason == .badEncoding)
    }

    @Test func everyKnownCharsetHasAConverter() {
        for charset in CharsetNames.all {
            let decoded = [UInt8](arrayLiteral: 0x41, 0x42, 0x43, 0x44).withUnsafeBytes {
                Charset.convert($0, from: charset.iana)
            }
            #expect(decoded?.charset == charset.iana, "\(charset.iana)")
        }
    }
}
