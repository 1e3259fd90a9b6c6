// Lines that belong to the page and not to the article: pointers to other stories, buttons, notices.

/// Knows furniture by how its lines begin.
enum Furniture {
    /// A line of more bytes than this is prose, however it begins.
    static let longestLine = 200
    /// The share of an article that trailing furniture may take, in percent; more is taken for text.
    static let largestTail = 40

    /// Whether `line` is nothing but a heading of furniture ("Latest stories", "Read more:").
    static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
        guard let words = plainWords(line) else { return false }
        return headings.contains(words)
    }

    /// Whether `line` points elsewhere ("Read more: …", "Follow us on …").
    static func isPointer(_ line: ArraySlice<UInt8>) -> Bool {
        guard let words = plainWords(line) else { return false }
        return pointers.contains { words.hasPrefix($0) } || headings.contains(words)
    }

    /// How many of `paragraphs` stand before the furniture at the end.
    ///
    /// A heading of furniture takes with it what follows, as long as those are short lines (other headlines).
    static func endOfText(_ paragraphs: [ArraySlice<UInt8>]) -> Int {
        let total = paragraphs.reduce(0) { $0 + $1.count }
        var (end, tail) = (paragraphs.count, 0)
        for index in paragraphs.indices.reversed() {
            let paragraph = paragraphs[index]
            tail += paragraph.count
            guard paragraph.count <= longestLine, index > 0, tail * 100 <= total * largestTail || tail <= 80 else {
                break
            }
            if isPointer(paragraph) { end = index }
        }
        return end
    }

    /// The line in lower case without marks at its ends; `nil` when it is too long to be furniture.
    private static func plainWords(_ line: ArraySlice<UInt8>) -> String? {
        guard line.count <= longestLine else { return nil }
        var line = line.trimmed
        while let last = line.last, [0x3A, 0x2E, 0x21, 0x3E, 0x20].contains(last) { line.removeLast() }
        while let first = line.first, [0x23, 0x2A, 0x2D, 0x3E, 0x20, 0x5B].contains(first) { line.removeFirst() }
        guard !line.isEmpty else { return nil }
        return line.string.lowercased()
    }

    private static let headings: Set<String> = [
        "latest stories", "latest news", "latest", "latest articles", "latest headlines", "more stories", "more news",
        "more articles", "read more", "read next", "read also", "also read", "see also", "see more", "related",
        "related articles", "related stories", "related news", "related topics", "related content", "related posts",
        "related links", "related reading", "you may also like", "you might also like", "you may also be interested in",
        "recommended", "recommended stories", "recommended for you", "recommended reading", "most read", "most popular",
        "most viewed", "trending", "trending now", "trending stories", "popular", "popular stories", "popular now",
        "top stories", "top news", "editor's picks", "editors' picks", "editor’s picks", "editors’ picks",
        "our picks", "don't miss", "don’t miss", "what to read next", "up next", "next article", "previous article",
        "next story", "previous story", "more on this story", "more on this topic", "more like this",
        "from our partners",
        "around the web", "sponsored", "sponsored content", "advertisement", "share", "share this",
        "share this article",
        "share this story", "print", "print this article", "email this article", "subscribe", "subscribe now",
        "sign up",
        "newsletter", "newsletters", "comments", "leave a comment", "leave a reply", "post a comment",
        "join the conversation",
        "tags", "topics", "categories", "follow us", "about the author", "back to top", "all rights reserved",
        "читайте также", "читать также", "читать далее", "читайте далее", "подробнее", "последние новости",
        "новости по теме", "материалы по теме", "по теме", "другие новости", "еще по теме", "ещё по теме", "популярное",
        "самое читаемое", "рекомендуем", "поделиться", "реклама", "комментарии", "теги", "лента новостей",
        "читайте також", "останні новини", "новини за темою", "чытайце таксама", "апошнія навіны", "чытайце яшчэ",
        "lesen sie auch", "mehr zum thema", "auch interessant", "lire aussi", "à lire aussi", "leer más",
        "lea también", "czytaj także", "czytaj też", "leggi anche", "leia também",
    ]

    private static let pointers = [
        "read more:", "read also:", "also read:", "read next:", "see also:", "related:", "more:", "more on this:",
        "watch:", "listen:", "follow us on", "follow us ", "subscribe to our", "sign up for our", "sign up to our",
        "click here to", "join our telegram", "join our whatsapp", "share this on", "download our app", "copyright ©",
        "©",
        "tags:", "topics:", "filed under", "читайте также:", "читайте также -", "читайте далее:", "подписывайтесь на",
        "по теме:", "теги:", "читайте також:", "чытайце таксама:", "lesen sie auch:", "lire aussi :", "lire aussi:",
        "à lire aussi", "czytaj także:", "leggi anche:", "all rights reserved",
    ]
}
