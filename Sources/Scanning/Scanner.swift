import Articles
import ContentHash
import Matching
import NewswatchModel
import ReaderProtocol
import Tone

/// Reads one file after the other: hash, articles, mentions, tone.
public struct Scanner {
    private var matcher: Matcher
    private var tone: ToneJudge
    private let limits: ReadingLimits
    /// Of the watchlist that is matched.
    public let watchlistVersion: Int

    /// - Parameters:
    ///   - index: the compiled watchlist.
    ///   - words: the user's, for and against the entities of the watchlist.
    public init(index: WatchlistIndex, models: ToneModels, words: ToneWordLists, limits: ReadingLimits) {
        matcher = Matcher(index)
        watchlistVersion = index.version
        tone = ToneJudge(models: models, words: words)
        self.limits = limits
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
            for article in articles {
                scanned.append(try scan(article, overlap: overlap, explained: request.explained))
            }
            return ScanResult(sha256: sha256, size: bytes.count, outcome: .articles(scanned))
        } catch {
            return ScanResult(sha256: sha256, size: bytes.count, outcome: .rejected(error.rejection))
        }
    }

    /// The tone toward a mention that somebody points at, without a watchlist.
    public mutating func judge(_ question: ToneQuestion) -> ToneScore? { tone.answer(question) }

    private mutating func scan(
        _ article: Article, overlap: Overlap, explained: ExplainedMentions
    ) throws(ReadingError) -> ScannedArticle {
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
        tone.judge(&mentions, in: article, explained: explained)
        return ScannedArticle(article: article, mentions: mentions, refused: refused)
    }
}
