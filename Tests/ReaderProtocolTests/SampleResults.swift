import NewswatchModel

/// Random numbers that are the same in each run, so that a failure can be seen again (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Makes results in which every field, optional and case turns up.
struct SampleResults {
    private var random: SeededGenerator
    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func result() -> ScanResult {
        let hash = String((0..<64).map { _ in "0123456789abcdef".randomElement(using: &random)! })
        let outcome: ScanOutcome =
            Bool.random(using: &random)
            ? .articles((0..<Int.random(in: 0...2, using: &random)).map { article(index: $0) })
            : .rejected(
                Rejection(
                    reason: QuarantineReason.allCases.randomElement(using: &random)!, detail: text(20),
                    sniffed: optional { $0.text(8) }))
        return ScanResult(sha256: hash, size: Int.random(in: 0...(1 << 40), using: &random), outcome: outcome)
    }

    /// A result with all that a result can have, small enough to try each of its octets.
    mutating func fullResult() -> ScanResult {
        let text = "Кошка слышит дождь."
        let range = ByteRange(0, 10)
        let tone = ToneScore(
            probabilities: ToneProbabilities(negative: 0.25, neutral: 0.5, positive: 0.25), model: "m",
            macroF1: 0.5, passage: ByteRange(0, text.utf8.count), isQuoted: true, clause: range,
            evidence: [ToneEvidence(range: range, weight: -0.5, source: .words)])
        let mention = Mention(
            entity: EntityID("cat")!, field: .text, range: range, surface: "Кошка", nameIndex: 1, form: "ru",
            tone: tone)
        let article = Article(
            index: 0, format: .html, charset: "UTF-8", replacements: 1, language: "ru", title: "T", text: text,
            author: "a", source: "s", url: "u", published: "2026-01-02", provenance: [.title: "h1", .url: "link"])
        let refused = RefusedMention(mention: mention, gate: .near, detail: "d")
        let hash = String(repeating: "0a", count: 32)
        return ScanResult(
            sha256: hash, size: 9,
            outcome: .articles([ScannedArticle(article: article, mentions: [mention], refused: [refused])]))
    }

    private mutating func article(index: Int) -> ScannedArticle {
        var provenance: [MetadataField: String] = [:]
        for field in MetadataField.allCases where Bool.random(using: &random) { provenance[field] = text(5) }
        let article = Article(
            index: index, format: ArticleFormat.allCases.randomElement(using: &random)!, charset: text(6),
            replacements: Int.random(in: 0...9, using: &random), language: optional { $0.text(2) }, title: text(12),
            text: text(60), author: optional { $0.text(7) }, source: optional { $0.text(7) },
            url: optional { $0.text(7) }, published: optional { $0.text(7) }, provenance: provenance)
        return ScannedArticle(
            article: article, mentions: (0..<3).map { _ in mention(in: article) },
            refused: (0..<2).map { _ in
                RefusedMention(
                    mention: mention(in: article), gate: RefusalGate.allCases.randomElement(using: &random)!,
                    detail: text(6))
            })
    }

    private mutating func mention(in article: Article) -> Mention {
        let field = TextField.allCases.randomElement(using: &random)!
        let length = article[field].utf8.count
        return Mention(
            entity: EntityID(["minsk", "a.b-c_d", "0"].randomElement(using: &random)!)!, field: field,
            range: range(within: length), surface: text(5), nameIndex: Int.random(in: 0...300, using: &random),
            form: optional { $0.text(4) }, tone: optional { $0.tone(within: length) })
    }

    private mutating func tone(within length: Int) -> ToneScore {
        ToneScore(
            probabilities: ToneProbabilities(
                negative: Double.random(in: 0...1, using: &random), neutral: 0, positive: 1), model: text(4),
            macroF1: optional { Double.random(in: 0...1, using: &$0.random) }, passage: range(within: length),
            isQuoted: Bool.random(using: &random), clause: optional { $0.range(within: length) },
            evidence: (0..<Int.random(in: 0...2, using: &random)).map { _ in
                ToneEvidence(
                    range: range(within: length), weight: Double.random(in: -9...9, using: &random),
                    source: ToneEvidenceSource.allCases.randomElement(using: &random)!)
            })
    }

    private mutating func range(within length: Int) -> ByteRange {
        let start = Int.random(in: 0...length, using: &random)
        return ByteRange(start, Int.random(in: start...length, using: &random))
    }

    private mutating func text(_ most: Int) -> String {
        let characters = Array("aZ 9\n\0\u{7F}éЖ中🦊\u{301}\u{FFFD}")
        return String(
            (0..<Int.random(in: 0...most, using: &random)).map { _ in characters.randomElement(using: &random)! })
    }

    private mutating func optional<T>(_ make: (inout SampleResults) -> T) -> T? {
        Bool.random(using: &random) ? make(&self) : nil
    }
}

extension ScanResult {
    /// The tone of the first mention.
    var firstTone: ToneScore? {
        if case .articles(let articles) = outcome { articles.first?.mentions.first?.tone } else { nil }
    }
}
