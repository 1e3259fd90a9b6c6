import NewswatchModel

/// `key: value` lines between two lines of `---` at the top of a file.
struct FrontMatter {
    /// Keys in lower case, values without their quotes; empty values are left out.
    let fields: [(key: String, value: ArraySlice<UInt8>)]
    /// The first line after it.
    let end: Int

    /// Most lines it may have.
    static let longest = 200

    /// `nil` when the lines do not begin with one that is closed.
    init?(in lines: [ArraySlice<UInt8>]) {
        guard let first = lines.first, first.trimmed.elementsEqual("---".utf8) else { return nil }
        var fields: [(String, ArraySlice<UInt8>)] = []
        for (index, line) in lines.enumerated().dropFirst().prefix(FrontMatter.longest) {
            let text = line.trimmed
            if text.elementsEqual("---".utf8) || text.elementsEqual("...".utf8) {
                guard !fields.isEmpty || index == 1 else { return nil }
                (self.fields, end) = (fields, index + 1)
                return
            }
            // Indented lines and list items belong to a key whose value is no single text.
            guard line.first.map({ !$0.isSpace && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "#") }) ?? false,
                let colon = line.firstIndex(of: UInt8(ascii: ":"))
            else { continue }
            fields.append((line[..<colon].trimmed.string.lowercased(), unquoted(line[(colon + 1)...].trimmed)))
        }
        return nil
    }
}

private func unquoted(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.count >= 2, let first = value.first, first == value.last, first == 0x22 || first == 0x27 else {
        return value
    }
    return value.dropFirst().dropLast()
}

/// Reads Markdown: front matter for the metadata, and the text without its marks.
enum MarkdownReader {
    static func read(_ bytes: [UInt8]) -> Article {
        let lines = bytes.lines
        var article = Article(format: .markdown, text: "")
        var rest = lines[...]
        if let front = FrontMatter(in: lines) {
            for (key, value) in front.fields {
                Label(kind: Label.kinds[key] ?? .other, value: value).apply(to: &article, from: "front matter")
            }
            rest = lines[front.end...]
        }
        article.text = PlainTextReader.body(blocks(rest, &article)[...])
        return article
    }

    /// The lines without the marks that stand at their beginning; fences, rules and comments are left out.
    private static func blocks(_ lines: ArraySlice<ArraySlice<UInt8>>, _ article: inout Article)
        -> [ArraySlice<UInt8>]
    {
        var found: [ArraySlice<UInt8>] = []
        var fenced = false
        for line in lines {
            var text = line.trimmed
            if text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8) {
                fenced.toggle()
                continue
            }
            if !fenced {
                if isRule(text) {
                    // A row of = or - below a line makes that line a heading.
                    if let last = found.last, !last.isEmpty, text.first != UInt8(ascii: "*") {
                        found.removeLast()
                        heading(last)
                    }
                    found.append([])
                    continue
                }
                while let first = text.first, first == UInt8(ascii: ">") { text = text.dropFirst().trimmed }
                let level = text.prefix { $0 == UInt8(ascii: "#") }.count
                if (1...6).contains(level), text.dropFirst(level).first?.isSpace ?? false {
                    var title = text.dropFirst(level).trimmed
                    while title.last == UInt8(ascii: "#") { title.removeLast() }
                    heading(MarkdownInline.text(title.trimmed)[...])
                    continue
                }
                text = MarkdownInline.text(withoutBullet(text))[...]
            }
            found.append(text)
        }
        return found

        func heading(_ text: ArraySlice<UInt8>) {
            // The first heading is the title, or repeats it; others stand in the text as paragraphs.
            if found.allSatisfy(\.isEmpty) {
                if article.title.isEmpty { article.provenance[.title] = "heading" }
                if article.title.isEmpty || text.elementsEqual(article.title.utf8) {
                    article.title = text.string
                    return
                }
            }
            found.append(contentsOf: [[], text, []])
        }
    }

    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count >= 3, let first = line.first, [0x2D, 0x3D, 0x2A, 0x5F].contains(first) else { return false }
        return line.allSatisfy { $0 == first || $0 == 0x20 }
    }

    private static func withoutBullet(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = line.first, line.count > 2, line[line.startIndex + 1] == 0x20 else { return line }
        return [0x2D, 0x2A, 0x2B].contains(first) ? line.dropFirst(2).trimmed : line
    }
}
