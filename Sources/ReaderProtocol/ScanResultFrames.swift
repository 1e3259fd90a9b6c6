import NewswatchModel

// The layout of a scan's result. Writer and reader of each value stand together, so that one change is seen
// beside the other; daemon and worker are always of the same build, so there is no version.

extension FrameWriter {
    mutating func scanResult(_ value: ScanResult) {
        string(value.sha256)
        integer(value.size)
        switch value.outcome {
        case .articles(let articles):
            byte(0)
            list(articles) { $0.scannedArticle($1) }
        case .rejected(let rejection):
            byte(1)
            string(rejection.reason.rawValue)
            string(rejection.detail)
            optional(rejection.sniffed) { $0.string($1) }
        }
    }

    private mutating func scannedArticle(_ value: ScannedArticle) {
        article(value.article)
        list(value.mentions) { $0.mention($1) }
        list(value.refused) { out, refused in
            out.mention(refused.mention)
            out.string(refused.gate.rawValue)
            out.string(refused.detail)
        }
    }

    private mutating func article(_ value: Article) {
        integer(value.index)
        string(value.format.rawValue)
        string(value.charset)
        integer(value.replacements)
        string(value.title)
        string(value.text)
        for field in [value.language, value.author, value.source, value.url, value.published] {
            optional(field) { $0.string($1) }
        }
        list(value.provenance.sorted { $0.key.rawValue < $1.key.rawValue }) { out, entry in
            out.string(entry.key.rawValue)
            out.string(entry.value)
        }
    }

    private mutating func mention(_ value: Mention) {
        string(value.entity.rawValue)
        byte(value.field == .title ? 0 : 1)
        range(value.range)
        string(value.surface)
        integer(value.nameIndex)
        optional(value.form) { $0.string($1) }
        optional(value.tone) { $0.tone($1) }
    }

    mutating func modelFacts(_ value: ToneModelFacts) {
        string(value.name)
        string(value.language)
        string(value.engine)
        double(value.macroF1)
    }

    mutating func tone(_ value: ToneScore) {
        double(value.probabilities.negative)
        double(value.probabilities.neutral)
        double(value.probabilities.positive)
        string(value.model)
        optional(value.macroF1) { $0.double($1) }
        range(value.passage)
        bool(value.isQuoted)
        optional(value.clause) { $0.range($1) }
        list(value.evidence) { out, evidence in
            out.range(evidence.range)
            out.double(evidence.weight)
            out.bool(evidence.source == .words)
        }
    }

    private mutating func range(_ value: ByteRange) {
        integer(value.start)
        integer(value.end)
    }
}

extension FrameReader {
    mutating func scanResult() throws(FrameError) -> ScanResult {
        let sha256 = try hash()
        let size = try integer()
        switch try byte() {
        case 0:
            // The hash is the archive's key for a file; only one that could not be read has none.
            guard !sha256.isEmpty else { throw .impossible("hash") }
            let articles = try list { (input) throws(FrameError) in try input.scannedArticle() }
            return ScanResult(sha256: sha256, size: size, outcome: .articles(articles))
        case 1:
            let rejection = Rejection(
                reason: try choice(QuarantineReason.self), detail: try string(), sniffed: try optionalString())
            return ScanResult(sha256: sha256, size: size, outcome: .rejected(rejection))
        default: throw .unknown("outcome")
        }
    }

    private mutating func scannedArticle() throws(FrameError) -> ScannedArticle {
        let article = try article()
        let mentions = try list { (input) throws(FrameError) in try input.mention(of: article) }
        let refused = try list { (input) throws(FrameError) in
            RefusedMention(
                mention: try input.mention(of: article), gate: try input.choice(RefusalGate.self),
                detail: try input.string())
        }
        return ScannedArticle(article: article, mentions: mentions, refused: refused)
    }

    private mutating func article() throws(FrameError) -> Article {
        var value = Article(
            index: try integer(), format: try choice(ArticleFormat.self), charset: try string(),
            replacements: try integer(), title: try string(), text: try string())
        value.language = try optionalString()
        value.author = try optionalString()
        value.source = try optionalString()
        value.url = try optionalString()
        value.published = try optionalString()
        let provenance = try list { (input) throws(FrameError) in
            (try input.choice(MetadataField.self), try input.string())
        }
        value.provenance = Dictionary(provenance, uniquingKeysWith: { $1 })
        return value
    }

    private mutating func mention(of article: Article) throws(FrameError) -> Mention {
        let entity = try entityID()
        let field: TextField = try bool() ? .text : .title
        let range = try range(within: article[field].utf8.count)
        return Mention(
            entity: entity, field: field, range: range, surface: try string(), nameIndex: try integer(),
            form: try optionalString(),
            tone: try optional { (input) throws(FrameError) in try input.tone(within: article[field].utf8.count) })
    }

    mutating func modelFacts() throws(FrameError) -> ToneModelFacts {
        ToneModelFacts(name: try string(), language: try string(), engine: try string(), macroF1: try probability())
    }

    mutating func tone(within length: Int) throws(FrameError) -> ToneScore {
        ToneScore(
            probabilities: ToneProbabilities(
                negative: try probability(), neutral: try probability(), positive: try probability()),
            model: try string(),
            macroF1: try optional { (input) throws(FrameError) in try input.probability() },
            passage: try range(within: length), isQuoted: try bool(),
            clause: try optional { (input) throws(FrameError) in try input.range(within: length) },
            evidence: try list { (input) throws(FrameError) in
                ToneEvidence(
                    range: try input.range(within: length), weight: try input.double(),
                    source: try input.bool() ? .words : .model)
            })
    }

    /// A range that lies in its text, so that nobody further on needs to ask.
    private mutating func range(within length: Int) throws(FrameError) -> ByteRange {
        let range = ByteRange(try integer(), try integer())
        guard range.start <= range.end, range.end <= length else { throw .impossible("range") }
        return range
    }

    private mutating func probability() throws(FrameError) -> Double {
        let value = try double()
        guard (0...1).contains(value) else { throw .impossible("probability") }
        return value
    }

    /// 64 lower-case hexadecimal digits, or nothing.
    private mutating func hash() throws(FrameError) -> String {
        let text = try string()
        let isHash =
            text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard isHash || text.isEmpty else { throw .impossible("hash") }
        return text
    }

    private mutating func optionalString() throws(FrameError) -> String? {
        try optional { (input) throws(FrameError) in try input.string() }
    }
}
