import CLibXML2
import NewswatchModel

/// Reads an HTML page: its metadata, and the text of its article.
enum HTMLReader {
    static func read(_ html: [UInt8], limits: ReadingLimits) throws(ReadingError) -> Article {
        try HTMLGuard.check(html, limits: limits)
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        let document = html.withUnsafeBytes { bytes in
            // The bytes are UTF-8 by now, whatever the page declares.
            htmlReadMemory(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count), nil, "UTF-8",
                CInt(bitPattern: options))
        }
        guard let document else { throw ReadingError(.empty, "The page has no elements.", sniffed: "text/html") }
        defer { xmlFreeDoc(document) }
        return article(of: HTMLPage(document))
    }

    private static func article(of page: HTMLPage) -> Article {
        var article = Article(format: .html, text: "")
        readMetadata(page, &article)
        let main = HTMLMainContent(page)
        guard let root = main.root else { return article }
        let blocks = HTMLText.blocks(of: page, from: root) { main.leavesOut($0) }
        let title = Array(article.title.utf8)
        var paragraphs = blocks.filter {
            !($0.tag == .heading && ($0.text == title || Furniture.isHeading($0.text[...])))
        }
        .filter { !Furniture.isPointer($0.text[...]) || $0.text.count > Furniture.longestLine }
        .map { $0.text[...] }
        paragraphs = Array(paragraphs[..<Furniture.endOfText(paragraphs)])
        article.text = String(decoding: Array(paragraphs.joined(separator: [0x0A, 0x0A])), as: UTF8.self)
        return article
    }

    // MARK: Metadata

    private static func readMetadata(_ page: HTMLPage, _ article: inout Article) {
        let headings = page.nodes.indices.filter { HTMLPage.name(page.nodes[$0].element) == "h1" }.map { index in
            HTMLText.line(of: page, index)
        }
        let named = HTMLText.collapsed(Array(page.titleElement.utf8))
        // Of several first-level headings, the one that the page's name repeats.
        let heading = headings.first { !$0.isEmpty && named.starts(with: $0) } ?? headings.first { !$0.isEmpty }
        let titles = [
            (found(page, ["og:title"]), "og:title"), (heading.map { String(decoding: $0, as: UTF8.self) }, "h1"),
            (withoutSite(String(decoding: named, as: UTF8.self)), "title element"),
            (found(page, ["twitter:title", "dc.title"]), "meta"),
        ]
        if let (title, origin) = titles.first(where: { $0.0?.isEmpty == false }), let title {
            (article.title, article.provenance[.title]) = (title, origin)
        }
        if let author = found(page, ["author", "article:author", "dc.creator", "parsely-author", "byl"]),
            !author.contains("://")
        {
            (article.author, article.provenance[.author]) = (author, "meta")
        }
        if let source = found(page, ["og:site_name", "application-name", "dc.publisher"]) {
            (article.source, article.provenance[.source]) = (source, "meta")
        }
        if let url = page.canonical ?? found(page, ["og:url"]), url.hasPrefix("http") {
            (article.url, article.provenance[.url]) = (url, page.canonical == nil ? "og:url" : "canonical link")
        }
        let dates = [
            (
                found(
                    page,
                    [
                        "article:published_time", "datepublished", "date", "pubdate", "publishdate", "dc.date",
                        "dc.date.issued", "parsely-pub-date", "og:published_time",
                    ]), "meta"
            ),
            (page.time, "time element"),
        ]
        for (text, origin) in dates {
            guard article.published == nil, let text, let date = PrintedDate.read(Array(text.utf8)[...]) else {
                continue
            }
            (article.published, article.provenance[.published]) = (date, origin)
        }
        if let language = page.language.flatMap(LanguageDetector.primarySubtag) {
            (article.language, article.provenance[.language]) = (language, "html lang")
        }
    }

    /// The first of `names` that the page gives a value.
    private static func found(_ page: HTMLPage, _ names: [String]) -> String? {
        for name in names {
            for entry in page.meta where entry.name == name {
                let value = HTMLText.collapsed(Array(entry.content.utf8))
                if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
            }
        }
        return nil
    }

    /// "Headline" of "Headline | Site".
    private static func withoutSite(_ title: String) -> String {
        let parts = title.split(separator: " | ", omittingEmptySubsequences: true)
        guard parts.count > 1, let first = parts.first, first.utf8.count >= 15 else { return title }
        return String(first)
    }
}
