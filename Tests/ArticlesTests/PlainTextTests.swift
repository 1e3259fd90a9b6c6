import NewswatchModel
import Testing

@testable import Articles

@Suite struct PlainTextTests {
    @Test func headIsReadAndFurnitureIsCutOff() throws {
        let article = try read(fixture("bridge.txt"))
        #expect(article.format == .plain)
        #expect(article.title == "Two towns argue over who will mend the bridge")
        #expect(article.published == "2024-03-12")
        #expect(article.provenance[.published] == "date line")
        #expect(article.author == "Ana Petrovic")
        #expect(article.source == "The Vell Courier")
        #expect(article.language == "en")
        #expect(article.provenance[.language] == "cld2")
        #expect(article.text.hasPrefix("The bridge over the Vell"))
        #expect(article.text.hasSuffix("The province has not answered."))
        for gone in ["Date:", "Read more", "Related", "Brandt", "Latest stories", "Ferry"] {
            #expect(!article.text.contains(gone), "\(gone)")
        }
    }

    @Test func proseThatBeginsLikeFurnitureStays() throws {
        let text =
            "Headline of it\n\nRelated companies have paid, the court heard on Monday.\n\nThe judge will rule in May."
        #expect(try read(text).text == String(text.dropFirst("Headline of it\n\n".count)))
    }

    @Test func furnitureNeverTakesMoreThanItsShare() throws {
        let text = "Latest stories\n\nMore news\n\nRead more"
        #expect(try !read(text).text.isEmpty)
    }

    @Test func aLoneParagraphIsTextWithoutATitle() throws {
        let article = try read("The council met on Tuesday and decided nothing at all.")
        #expect(article.title == "")
        #expect(article.text == "The council met on Tuesday and decided nothing at all.")
    }

    @Test func aWrappedFirstParagraphIsNoHeadline() throws {
        let text =
            "The council met on Tuesday evening in the old hall and\nafter four hours of talk it decided nothing at all."
        let article = try read(text)
        #expect(article.title == "")
        #expect(article.text == text)
    }

    @Test func lineEndsOfAllKindsAreRead() throws {
        let article = try read("A title\r\n\r\nFirst paragraph here.\r\rSecond one here.")
        #expect(article.title == "A title")
        #expect(article.text == "First paragraph here.\n\nSecond one here.")
    }

    @Test func verbatimKeepsEveryByte() throws {
        let text = "\u{FEFF}Date:\r\n\n<p>Latest stories</p>\n"
        let article = try read(text, forced: .verbatim)
        #expect(Array(article.text.utf8) == Array(text.utf8))
        #expect(article.title == "")
    }

    @Test(arguments: ["", " \n\t\r\n ", "\u{FEFF}"])
    func nothingButWhiteSpaceIsEmpty(text: String) {
        #expect(rejection(Array(text.utf8))?.reason == .empty)
    }

    @Test func aFileOverTheLimitIsTooLarge() {
        var limits = ReadingLimits()
        limits.maxBytes = 10
        #expect(rejection(Array("eleven bytes".utf8), limits: limits)?.reason == .tooLarge)
    }

    @Test(arguments: [
        ("Wednesday, November 1, 2023", "2023-11-01"), ("1 November 2023", "2023-11-01"),
        ("Nov. 1st, 2023, 10:30 am GMT", "2023-11-01"), ("2023-11-01", "2023-11-01"), ("01.11.2023", "2023-11-01"),
        ("25/11/2023", "2023-11-25"), ("11/25/2023", "2023-11-25"), ("2023-11-01 10:00:00Z", "2023-11-01T10:00:00Z"),
        ("среда, 1 ноября 2023 г.", "2023-11-01"), ("Published: 1 November 2023", "2023-11-01"),
        ("2023-11-01T10:00:00", "2023-11-01"),
    ])
    func clearDatesAreRead(line: String, date: String) {
        #expect(PrintedDate.read(Array(line.utf8)[...]) == date)
    }

    @Test(arguments: [
        "03/04/2023", "Monday, November 1, 2023", "31 November 2023", "On November 1, 2023 the council met again",
        "November 2023", "1 2 3", "Room 101",
    ])
    func doubtfulDatesAreNot(line: String) {
        #expect(PrintedDate.read(Array(line.utf8)[...]) == nil)
    }

    @Test func anyCutOfAFileIsReadOrRejected() throws {
        for name in ["bridge.txt", "library.md", "strike.html"] {
            let bytes = try fixture(name)
            for length in stride(from: 0, through: bytes.count, by: 7) {
                let found = rejection(Array(bytes[..<length]), named: name)
                // A page that is cut off inside its XML declaration can be any XML.
                let unknown = found?.sniffed == "application/xml" && length < 30
                #expect(found == nil || found?.reason == .empty || unknown, "\(name) \(length)")
            }
        }
    }
}
