import NewswatchModel

/// Turns a file's bytes into articles. Pure: it opens nothing but (once) the C library's charset modules.
public enum ArticleReader {
    /// Reads a file's bytes.
    ///
    /// The format is told by the bytes; `fileName` decides only where they leave it open (Markdown or plain text).
    /// `forced` skips that: the bytes are read as the given format, whatever they look like.
    ///
    /// - Returns: at least one article, each with some text.
    /// - Throws: `ReadingError` with the rejection for a file that has no article that this version can read.
    public static func read(
        _ bytes: UnsafeRawBufferPointer, fileName: String, forced: ArticleFormat?, limits: ReadingLimits
    ) throws(ReadingError) -> [Article] {
        guard bytes.count <= limits.maxBytes else {
            throw ReadingError(.tooLarge, "It has \(bytes.count) bytes; the limit is \(limits.maxBytes).")
        }
        guard !bytes.isEmpty else { throw ReadingError(.empty, "The file has no bytes.") }

        var format = forced
        if format == nil, let foreign = Sniffer.foreignType(of: bytes) { throw Sniffer.rejection(of: foreign) }
        // A form that is forced to verbatim keeps every byte that is valid, a byte order mark included.
        let decoded = try Charset.decode(bytes, keepingMark: forced == .verbatim)
        if format == nil { format = Sniffer.textFormat(of: decoded.bytes, fileName: fileName) }

        var article: Article
        switch format ?? .plain {
        case .verbatim: article = Article(format: .verbatim, text: String(decoding: decoded.bytes, as: UTF8.self))
        case .plain: article = PlainTextReader.read(decoded.bytes)
        case .markdown: article = MarkdownReader.read(decoded.bytes)
        case .html: article = try HTMLReader.read(decoded.bytes, limits: limits)
        }
        guard article.text.utf8.contains(where: { $0 > 0x20 }) || !article.title.isEmpty else {
            throw ReadingError(.empty, "There is no text in it.")
        }
        (article.charset, article.replacements) = (decoded.charset, decoded.replacements)
        LanguageDetector.settle(&article)
        return [article]
    }

    /// Loads the C library's modules for all charsets that are read, and keeps them loaded.
    ///
    /// Call it before a sandbox that forbids opening files; without it, a first article in a legacy charset would
    /// then be rejected as `badEncoding`. Takes some milliseconds.
    public static func prepare() { Charset.loadConverters() }
}
