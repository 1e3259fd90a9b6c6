import NewswatchModel
import Testing

@testable import Articles

@Suite struct MarkdownTests {
    @Test func frontMatterIsMetadataAndMarksAreGone() throws {
        let article = try read(fixture("library.md"), named: "library.md")
        #expect(article.format == .markdown)
        #expect(article.title == "A library that lends tools")
        #expect(article.provenance[.title] == "front matter")
        #expect(article.published == "2024-06-02")
        #expect(article.author == "Piet Vos")
        #expect(article.source == "Street Notes")
        #expect(article.url == "https://notes.example/tools")
        #expect(article.language == "en")
        #expect(
            article.text == """
                The old library on Mill Street now lends drills and ladders, as well as books.

                How it works

                Members pay two crowns a week.
                A snake_case_name stays whole, and so does 2 * 3.

                "It saves money", said Rosa Lind.
                """)
    }

    @Test func frontMatterTellsMarkdownWhateverTheName() throws {
        #expect(try read("---\ntitle: X\n---\nA *word* here.", named: "x.txt").text == "A word here.")
    }

    @Test func anUnclosedFrontMatterIsText() throws {
        #expect(try read("---\ntitle: X\n\nSome words here.", named: "x.md").text.contains("Some words here."))
    }

    @Test func brokenMarksStayAsTheyAre() throws {
        #expect(try read("See [this and ![that](.", named: "x.md").text == "See [this and ![that](.")
        #expect(try read("1 < 2 and a\\*b", named: "x.md").text == "1 < 2 and a*b")
    }

    @Test func manyBracketsAreReadInLinearTime() throws {
        let line = String(repeating: "[", count: 200_000) + "x"
        #expect(try read(line, named: "x.md").text.utf8.count == 200_001)
    }
}
