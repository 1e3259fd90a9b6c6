import NewswatchModel

/// Reads a plain text: any date line, headline and labels on top, then paragraphs, then furniture.
enum PlainTextReader {
    /// A headline has no more characters than this.
    static let longestHeadline = 200
    /// How many lines with text may stand before the first paragraph.
    static let headLines = 12

    static func read(_ bytes: [UInt8]) -> Article {
        let lines = bytes.lines
        var article = Article(format: .plain, text: "")
        var next = 0
        var seen = 0
        var labelled = false
        while next < lines.count, seen < headLines {
            let line = lines[next].trimmed
            defer { next += 1 }
            if line.isEmpty { continue }
            seen += 1
            if let label = Label(line) {
                labelled = true
                if label.kind == .title, !article.title.isEmpty { break }
                label.apply(to: &article, from: "label")
                continue
            }
            if let date = PrintedDate.read(line) {
                if article.published == nil {
                    (article.published, article.provenance[.published]) = (date, "date line")
                }
                continue
            }
            if let author = byline(line), !article.title.isEmpty || labelled {
                (article.author, article.provenance[.author]) = (author, "byline")
                continue
            }
            guard article.title.isEmpty, isHeadline(lines, at: next) else { break }
            (article.title, article.provenance[.title]) = (line.string, "first line")
        }
        // The loop's last line is a paragraph, unless the file or the head ran out.
        if next > 0, next <= lines.count, !isHead(lines[next - 1].trimmed, of: article) { next -= 1 }
        article.text = body(lines[next...])
        return article
    }

    /// The paragraphs as they stand, one empty line between two, without furniture.
    static func body(_ lines: ArraySlice<ArraySlice<UInt8>>) -> String {
        var kept: [ArraySlice<UInt8>] = []
        kept.reserveCapacity(lines.count)
        for line in lines {
            let line = line.trimmed
            // A pointer in the middle goes alone; a bare heading there may be the text's own.
            if line.count <= Furniture.longestLine, Furniture.isPointer(line), !Furniture.isHeading(line) { continue }
            kept.append(line)
        }
        let paragraphs = kept.filter { !$0.isEmpty }
        var left = Furniture.endOfText(paragraphs)
        var text: [UInt8] = []
        text.reserveCapacity(paragraphs.reduce(0) { $0 + $1.count + 2 })
        var gap = false
        for line in kept {
            if line.isEmpty {
                gap = true
                continue
            }
            guard left > 0 else { break }
            left -= 1
            if !text.isEmpty { text.append(contentsOf: gap ? [0x0A, 0x0A] : [0x0A]) }
            text.append(contentsOf: line)
            gap = false
        }
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: The head

    private static func isHead(_ line: ArraySlice<UInt8>, of article: Article) -> Bool {
        line.isEmpty || Label(line) != nil || PrintedDate.read(line) != nil
            || line.elementsEqual(article.title.utf8)
            || (article.provenance[.author] == "byline" && byline(line) == article.author)
    }

    /// Whether the line is set apart as a headline is, and short enough.
    private static func isHeadline(_ lines: [ArraySlice<UInt8>], at index: Int) -> Bool {
        let line = lines[index].trimmed
        guard line.scalarCount <= longestHeadline else { return false }
        guard let next = lines[(index + 1)...].firstIndex(where: { !$0.trimmed.isEmpty }) else { return false }
        if next > index + 1 { return true }
        let after = lines[next].trimmed
        // Right below a headline stands a label, a date, or a paragraph in one long line; a wrapped paragraph's
        // second line is about as long as its first.
        return Label(after) != nil || PrintedDate.read(after) != nil || byline(after) != nil
            || after.count > max(2 * line.count, 160)
    }

    /// The names of "By Ann Example", at most eight words.
    private static func byline(_ line: ArraySlice<UInt8>) -> String? {
        guard line.count <= 100, line.hasASCII("by ", at: line.startIndex) else { return nil }
        let name = line.dropFirst(3).trimmed
        let words = name.split(separator: 0x20)
        guard (1...8).contains(words.count), let last = name.last, last != UInt8(ascii: ".") else { return nil }
        // Names are written with capitals: "by the river" is none.
        guard let first = words[0].first, (0x41...0x5A).contains(first) || first >= 0x80 else { return nil }
        return name.string
    }
}
