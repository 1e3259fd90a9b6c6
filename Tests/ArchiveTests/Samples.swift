import Archive
import NewswatchModel

let marta = EntityID("marta-vel")!
let harbour = EntityID("harbour")!
let noon = Timestamp(rfc3339: "2026-03-01T12:00:00Z")!

/// 64 digits that differ with `seed`.
func sha256(_ seed: Int) -> String {
    let digits = String(seed, radix: 16)
    return String(repeating: "0", count: 64 - digits.count) + digits
}

func mention(of entity: EntityID, at range: ByteRange, in text: String, score: Double? = nil) -> Mention {
    let tone = score.map {
        ToneScore(
            probabilities: ToneProbabilities(negative: max(0, -$0), neutral: 1 - abs($0), positive: max(0, $0)),
            model: "model-1", macroF1: 0.75, passage: ByteRange(0, text.utf8.count), isQuoted: true,
            evidence: [
                ToneEvidence(range: ByteRange(1, 4), weight: -0.125),
                ToneEvidence(range: ByteRange(5, 9), weight: 1e-9, source: .words),
            ])
    }
    let surface = String(decoding: Array(text.utf8)[range.start..<range.end], as: UTF8.self)
    return Mention(entity: entity, field: .text, range: range, surface: surface, tone: tone)
}

/// An article whose text begins with a mention of `entity`.
func article(
    _ text: String = "Velmart opened the gates.", title: String = "Gates open", index: Int = 0,
    entity: EntityID? = marta, score: Double? = -0.5, language: String = "en"
) -> ScannedArticle {
    let mentions = entity.map { [mention(of: $0, at: ByteRange(0, 4), in: text, score: score)] } ?? []
    return ScannedArticle(
        article: Article(index: index, format: .plain, language: language, title: title, text: text),
        mentions: mentions)
}

func file(
    _ name: String, _ articles: [ScannedArticle] = [article()], sha256 hash: String = sha256(1),
    received: Timestamp = noon
) -> Archive.Finished {
    Archive.Finished(
        work: WorkName(rawValue: "01-\(name)"), name: name, source: nil, received: received,
        result: .scanned(ScanResult(sha256: hash, size: 100, outcome: .articles(articles))))
}

func quarantined(_ name: String, _ reason: QuarantineReason = .poison, received: Timestamp = noon) -> Archive.Finished {
    Archive.Finished(
        work: WorkName(rawValue: "01-\(name)"), name: name, source: "wire", received: received,
        result: .quarantined(Rejection(reason: reason, detail: "It did.", sniffed: "image/png"), sha256: nil, size: 7))
}

/// One alert of rule "any" for each entity of an article.
let alertOnAll: Archive.Rules = { article, hash, _, _ in
    article.entities.map { draft("any", $0, article, key: "any/\(hash)/\(article.article.index)/\($0.id)") }
}

let noRules: Archive.Rules = { _, _, _, _ in [] }

func draft(
    _ rule: String, _ found: ScannedArticle.EntitySummary, _ article: ScannedArticle, key: String
) -> AlertDraft {
    AlertDraft(
        rule: rule, severity: .warning, entity: found.id, entityName: "Marta Vel",
        articleIndex: article.article.index, mentions: found.mentions, tone: found.tone, limit: -0.25,
        watchlistVersion: 3, dedupeKey: key)
}
