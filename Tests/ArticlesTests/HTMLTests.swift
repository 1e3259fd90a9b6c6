import NewswatchModel
import Testing

@testable import Articles

@Suite struct HTMLTests {
    @Test func articleIsReadWithoutItsFurniture() throws {
        let article = try read(fixture("strike.html"), named: "x")
        #expect(article.format == .html)
        #expect(article.title == "Harbour pilots end their strike")
        #expect(article.provenance[.title] == "h1")
        #expect(article.author == "Ida Holm")
        #expect(article.source == "The Quay Post")
        #expect(article.published == "2024-05-03T08:00:00+02:00")
        #expect(article.url == "https://quay.example/strike")
        #expect(article.language == "en")
        #expect(article.text.hasPrefix("Pilots in the harbour"))
        #expect(article.text.contains("tested — “more than once”."))
        #expect(article.text.hasSuffix("could buy.\n\nTrains were not affected."))
        for gone in ["script", "Home", "Grau", "Read more", "Norway", "newsletter", "Copyright", "By Ida", "strike"] {
            #expect(!article.text.contains(gone), "\(gone)")
        }
    }

    @Test func aBoxThatHoldsMuchOfTheTextStaysWhateverItsName() throws {
        let sentence = "The tide came in, the boats went out, and nobody in the harbour thought much of it. "
        let page = """
            <html><body><div id="main"><p>\(sentence)</p><div class="widget"><p>\(sentence)Twice.</p>
            <p>\(sentence)Thrice.</p></div></div></body></html>
            """
        #expect(try read(page).text.contains("Thrice."))
    }

    @Test func openGraphTitleGoesFirst() throws {
        let page =
            "<html><head><meta property='og:title' content='One &amp; two'><title>T</title></head><h1>H</h1><p>Text.</p>"
        let article = try read(page)
        #expect(article.title == "One & two")
        #expect(article.provenance[.title] == "og:title")
    }

    @Test func aPageWithoutParagraphsStillGivesItsText() throws {
        #expect(try read("<html><body>Only a few words</body></html>").text == "Only a few words")
        #expect(try read("<div>Some words<span> and more</span></div>").text == "Some words and more")
    }

    @Test func externalEntitiesAreNotLoaded() throws {
        let page =
            "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><html><body><p>Word &x; end.</p></body></html>"
        #expect(try read(page).text.contains("&x;"))
    }

    @Test func aPageOfScriptsIsEmpty() {
        let page = "<html><body><script>var a = 1;</script><style>p{}</style><template>t</template></body></html>"
        #expect(rejection(Array(page.utf8))?.reason == .empty)
    }

    @Test func tooManyAttributesAreRefused() {
        let attributes = (0..<65_536).map { " a\($0)=1" }.joined()
        let found = rejection(Array("<html><body><p\(attributes)>x</p>".utf8))
        #expect(found?.reason == .limit)
        #expect(found?.detail.contains("256 attributes") == true)
    }

    @Test func tooDeepPagesAreRefused() {
        let page = "<html>" + String(repeating: "<div>", count: 200_000) + "x"
        #expect(rejection(Array(page.utf8))?.reason == .limit)
        let mixed = "<html>" + String(repeating: "<p><b>", count: 100_000) + "x"
        #expect(rejection(Array(mixed.utf8))?.reason == .limit)
    }

    @Test(arguments: ["<!-->", "<!-- x --!>", "<script/>", "<script></script>", "<p title='>'>"])
    func nothingHidesTagsFromTheCount(opening: String) {
        let page = "<html>" + opening + String(repeating: "<div>", count: 1000) + "x"
        #expect(rejection(Array(page.utf8))?.reason == .limit)
    }

    @Test func tooManyTagsAreRefused() {
        let page = "<html>" + String(repeating: "<b></b>", count: 200_000)
        #expect(rejection(Array(page.utf8))?.reason == .limit)
    }

    @Test func unclosedParagraphsAndItemsAreNoDepth() throws {
        let page = "<html><body>" + String(repeating: "<p>A line of words<br>", count: 2000)
        #expect(try read(page).text.contains("A line of words"))
    }

    @Test func comparisonsAndQuotedAnglesDoNotConfuseTheCount() throws {
        let page = "<html><body><p title='a > b <div <div'>If 1 < 2, then it is so.</p></body></html>"
        #expect(try read(page).text.contains("then it is so."))
    }
}
