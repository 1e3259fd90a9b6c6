/// What an element means for reading.
enum HTMLTag {
    /// Never text: scripts, menus, controls.
    case dropped
    /// Around the text, not in it, unless it holds much of it: header, footer, aside, form.
    case margin
    case paragraph
    case heading
    case block
    case link
    /// Inside a line.
    case inline
    case lineBreak

    init(_ name: String) { self = HTMLTag.table[name] ?? .inline }

    private static let table: [String: HTMLTag] = {
        let rows: [(HTMLTag, String)] = [
            (
                .dropped,
                "script style template nav noscript iframe object embed svg math canvas audio video button select "
                    + "input textarea option datalist label map head title meta link base"
            ),
            (.margin, "header footer aside form menu dialog"),
            (.paragraph, "p pre blockquote"), (.heading, "h1 h2 h3 h4 h5 h6"),
            (
                .block,
                "html body main article section div ul ol li dl dt dd table thead tbody tfoot tr td th caption figure "
                    + "figcaption center address details summary fieldset hr hgroup"
            ),
            (.link, "a"), (.lineBreak, "br"),
        ]
        return rows.reduce(into: [:]) { table, row in
            for name in row.1.split(separator: " ") { table[String(name)] = row.0 }
        }
    }()

    var endsLine: Bool {
        switch self {
        case .margin, .paragraph, .heading, .block: true
        case .dropped, .link, .inline, .lineBreak: false
        }
    }
}

/// What an element's `class`, `id`, `role` and `itemprop` tell of it.
enum HTMLHint {
    case none
    /// Declared to be the article's body.
    case body
    /// Named as bodies of articles are.
    case likely
    /// Named as what stands around articles is.
    case furniture

    /// `names` in lower case, apart by blanks.
    init(names: String, itemprop: String) {
        if itemprop.contains("articlebody") {
            self = .body
            return
        }
        self = .none
        for name in names.split(separator: " ") {
            if HTMLHint.bodies.contains(where: { name.contains($0) }) {
                self = .likely
                return
            }
            let parts = name.split { $0 == "-" || $0 == "_" || $0 == ":" }
            if parts.contains(where: { HTMLHint.furnitureWords.contains(String($0)) }) { self = .furniture }
        }
    }

    private static let bodies = [
        "article-body", "article__body", "article_body", "articlebody", "article-content", "article__content",
        "article-text", "article__text", "story-body", "story__body", "story-content", "story-text", "entry-content",
        "post-content", "post-body", "post__content", "post_content", "body-content", "content-body", "news-text",
        "news-body", "single-content", "richtext", "article__main",
    ]
    private static let furnitureWords: Set<String> = [
        "related", "recommended", "recommendation", "recommendations", "sidebar", "share", "sharing", "social",
        "comment", "comments", "disqus", "promo", "promoted", "advert", "advertisement", "ad", "ads", "sponsor",
        "sponsored", "newsletter", "subscribe", "subscription", "signup", "paywall", "breadcrumb", "breadcrumbs", "nav",
        "navigation", "menu", "footer", "masthead", "cookie", "cookies", "consent", "banner", "popup", "modal",
        "trending", "popular", "mostread", "readmore", "tags", "taglist", "byline", "pagination", "toolbar", "widget",
        "outbrain", "taboola", "navigation", "search", "complementary", "contentinfo", "copyright", "teaser", "teasers",
    ]
}
