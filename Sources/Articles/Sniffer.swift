import NewswatchModel

/// A format that is told but not read.
struct ForeignType {
    let mime: String
    /// For the sentence to the user: "a PDF document".
    let name: String
}

/// Tells what a file is by its first bytes.
enum Sniffer {
    static func rejection(of type: ForeignType) -> ReadingError {
        ReadingError(
            .unsupportedFormat, "It looks like \(type.name) (\(type.mime)); that format is not yet supported.",
            sniffed: type.mime)
    }

    /// `nil` for what may be plain text, Markdown or HTML.
    static func foreignType(of bytes: UnsafeRawBufferPointer) -> ForeignType? {
        for (magic, offset, type) in signatures where bytes.count >= offset + magic.count {
            if bytes[offset..<(offset + magic.count)].elementsEqual(magic) { return type(bytes) }
        }
        return foreignText(in: UnsafeRawBufferPointer(rebasing: bytes.prefix(8192)))
    }

    /// The format of a text: what its first bytes say, else what the name's ending says.
    static func textFormat(of bytes: [UInt8], fileName: String) -> ArticleFormat {
        let start = bytes.firstIndex { !$0.isSpace } ?? 0
        let ending = fileName.utf8.lastIndex(of: UInt8(ascii: ".")).map { fileName[$0...].lowercased() } ?? ""
        if bytes.hasASCII("<", at: start), startsHTML(bytes, at: start) { return .html }
        if [".html", ".htm", ".xhtml"].contains(ending), hasTag(bytes) { return .html }
        if [".md", ".markdown"].contains(ending) { return .markdown }
        if FrontMatter(in: bytes.lines) != nil { return .markdown }
        if ending != ".txt", bytes.hasASCII("# ", at: start) { return .markdown }
        return .plain
    }

    // MARK: HTML

    private static let htmlOpenings = [
        "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<section", "<div", "<p>",
        "<p ", "<h1", "<h2", "<table", "<script", "<style", "<link", "<header", "<a ", "<span", "<b>", "<strong",
    ]

    /// Whether a known tag opens at `place`, after any comments and an XML declaration.
    private static func startsHTML(_ bytes: [UInt8], at place: Int) -> Bool {
        var place = place
        for _ in 0..<8 {
            while place < bytes.count, bytes[place].isSpace { place += 1 }
            guard bytes.hasASCII("<!--", at: place) || bytes.hasASCII("<?", at: place) else { break }
            guard let end = bytes.firstIndex(of: UInt8(ascii: ">"), from: place) else { return false }
            place = end + 1
        }
        return htmlOpenings.contains { bytes.hasASCII($0, at: place) }
    }

    private static func hasTag(_ bytes: [UInt8]) -> Bool {
        for (place, byte) in bytes.prefix(65_536).enumerated()
        where byte == UInt8(ascii: "<") && place + 1 < bytes.count {
            let next = bytes[place + 1]
            if next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") { return true }
        }
        return false
    }

    // MARK: Texts of other formats

    private static func foreignText(in head: UnsafeRawBufferPointer) -> ForeignType? {
        var start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < head.count, head[start].isSpace { start += 1 }
        guard start < head.count else { return nil }
        switch head[start] {
        case UInt8(ascii: "<"): return markup(in: head, at: start)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return json(in: head, at: start)
        default: break
        }
        if head.hasASCII("warc/1.", at: start) || head.hasASCII("warc/0.", at: start) {
            return ForeignType(mime: "application/warc", name: "a web archive")
        }
        return mail(in: head, at: start)
    }

    private static func markup(in head: UnsafeRawBufferPointer, at start: Int) -> ForeignType? {
        let roots: [(String, ForeignType)] = [
            ("rss", ForeignType(mime: "application/rss+xml", name: "an RSS feed")),
            ("feed", ForeignType(mime: "application/atom+xml", name: "an Atom feed")),
            ("rdf:rdf", ForeignType(mime: "application/rdf+xml", name: "an RSS 1.0 feed")),
            ("newsmessage", ForeignType(mime: "application/vnd.iptc.g2.newsmessage+xml", name: "a NewsML-G2 message")),
            ("newsitem", ForeignType(mime: "application/vnd.iptc.g2.newsitem+xml", name: "a NewsML-G2 item")),
            ("nitf", ForeignType(mime: "application/nitf+xml", name: "a NITF article")),
            ("svg", ForeignType(mime: "image/svg+xml", name: "an SVG picture")),
        ]
        var place = start
        let declared = head.hasASCII("<?xml", at: start)
        // The root is the first tag that is neither a declaration nor a comment.
        while let open = head.firstIndex(of: UInt8(ascii: "<"), from: place) {
            place = open + 1
            guard place < head.count else { break }
            if head.hasASCII("!doctype html", at: place) || head.hasASCII("html", at: place) { return nil }
            guard head[place].isASCIILetter else { continue }
            for (root, type) in roots where head.hasASCII(root, at: place) {
                let after = place + root.utf8.count
                if after < head.count, !head[after].isASCIIAlphanumeric { return type }
            }
            break
        }
        return declared ? ForeignType(mime: "application/xml", name: "XML") : nil
    }

    private static func json(in head: UnsafeRawBufferPointer, at start: Int) -> ForeignType? {
        guard let next = head[(start + 1)...].first(where: { !$0.isSpace }) else { return nil }
        // "[Reuters] …" is a text, `["…` and `[{` are not.
        guard
            next == UInt8(ascii: "\"") || (head[start] == UInt8(ascii: "[") && next == UInt8(ascii: "{"))
                || (head[start] == UInt8(ascii: "{") && next == UInt8(ascii: "}"))
        else { return nil }
        return ForeignType(mime: "application/json", name: "JSON")
    }

    private static let mailFields = [
        "from:", "to:", "subject:", "message-id:", "mime-version:", "received:", "return-path:", "content-type:",
        "delivered-to:", "dkim-signature:", "reply-to:",
    ]

    private static func mail(in head: UnsafeRawBufferPointer, at start: Int) -> ForeignType? {
        var lines = Array(head[start...]).lines.prefix(80)
        let mbox = head.hasASCII("from ", at: start)
        if mbox { lines = lines.dropFirst() }
        var fields = 0
        for line in lines {
            if line.isEmpty { break }
            if mailFields.contains(where: { line.hasASCII($0, at: line.startIndex) }) { fields += 1 }
            if fields == 0, !mbox, !line.contains(UInt8(ascii: ":")) { break }
        }
        guard fields >= 2 else { return nil }
        return mbox
            ? ForeignType(mime: "application/mbox", name: "a mailbox")
            : ForeignType(mime: "message/rfc822", name: "an e-mail")
    }
}
