import Articles
import ContentHash
import Matching
import NewswatchModel
import ReaderProtocol
import Tone

/// Reads one file after the other: hash, articles, mentions, tone.
public struct Scanner {
    private var matcher: Matcher
    private let models: [any ToneModel]
    private let limits: ReadingLimits
    /// Of the watchlist that is matched.
    public let watchlistVersion: Int

    /// - Parameters:
    ///   - index: the compiled watchlist.
    ///   - models: asked in order for one that supports the article's language.
    public init(index: WatchlistIndex, models: [any ToneModel], limits: ReadingLimits) {
        matcher = Matcher(index)
        watchlistVersion = index.version
        (self.models, self.limits) = (models, limits)
    }

    /// Reads `bytes`, which are the whole file, or, when there are more than `limits.maxBytes`, its beginning.
    public mutating func scan(_ bytes: UnsafeRawBufferPointer, request: ScanRequest) -> ScanResult {
        let sha256 = SHA256.hex(bytes)
        guard bytes.count <= limits.maxBytes else {
            let detail = "It has more than the \(limits.maxBytes) octets that [spool] max-file-size allows."
            return ScanResult(
                sha256: sha256, size: bytes.count, outcome: .rejected(Rejection(reason: .tooLarge, detail: detail)))
        }
        do throws(ReadingError) {
            let articles = try ArticleReader.read(
                bytes, fileName: request.fileName, forced: request.format, limits: limits)
            let overlap: Overlap = request.overlapAll ? .all : .longest
            var scanned: [ScannedArticle] = []
            for article in articles { scanned.append(try scan(article, overlap: overlap)) }
            return ScanResult(sha256: sha256, size: bytes.count, outcome: .articles(scanned))
        } catch {
            return ScanResult(sha256: sha256, size: bytes.count, outcome: .rejected(error.rejection))
        }
    }

    private mutating func scan(_ article: Article, overlap: Overlap) throws(ReadingError) -> ScannedArticle {
        guard article.title.utf8.count <= limits.titleBytes else {
            throw ReadingError(
                .limit, "Its title has \(article.title.utf8.count) octets, and one may have \(limits.titleBytes).")
        }
        let words = max(Matcher.mostTokens(in: article.text), Matcher.mostTokens(in: article.title))
        guard words <= limits.words else {
            throw ReadingError(.tooLarge, "It has up to \(words) words, and an article may have \(limits.words).")
        }
        var (mentions, refused) = matcher.find(title: article.title, text: article.text, overlap: overlap)
        guard mentions.count + refused.count <= limits.mentions else {
            throw ReadingError(
                .tooLarge,
                "It mentions the watchlist's entities \(mentions.count + refused.count) times, and an article "
                    + "may do so \(limits.mentions) times.")
        }
        if let model = models.first(where: { $0.supports(language: article.language) }) {
            for field in TextField.allCases { score(&mentions, in: article, field, model) }
        }
        return ScannedArticle(article: article, mentions: mentions, refused: refused)
    }

    private func score(
        _ mentions: inout [Mention], in article: Article, _ field: TextField, _ model: any ToneModel
    ) {
        let places = mentions.indices.filter { mentions[$0].field == field }
        guard !places.isEmpty else { return }
        let text = article[field]
        let sentences =
            field == .title
            ? [ByteRange(0, text.utf8.count)] : Sentences.ranges(in: text, language: article.language)
        let scores = model.score(
            ToneInput(
                text: text, language: article.language, sentences: sentences,
                targets: places.map { ToneTarget(range: mentions[$0].range) }))
        for (place, score) in zip(places, scores) { mentions[place].tone = score }
    }
}
