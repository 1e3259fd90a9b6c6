import GRDB
import NewswatchModel

/// The `mentions` table: mentions and refused ones of an article, in the order they were found.
enum MentionRows {
    static func insert(_ db: Database, _ scanned: ScannedArticle, article: Int64) throws {
        guard !scanned.mentions.isEmpty || !scanned.refused.isEmpty else { return }
        var writer = RowWriter(
            try db.cachedStatement(
                sql: "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
        var position = 0
        func add(_ mention: Mention, gate: RefusalGate?, detail: String?) throws {
            let tone = mention.tone
            writer.add(Int(article))
            writer.add(position)
            writer.add(mention.entity.rawValue)
            writer.add(mention.field.rawValue)
            writer.add(mention.range.start)
            writer.add(mention.range.end)
            writer.add(mention.nameIndex)
            writer.add(mention.form)
            writer.add(tone?.probabilities.negative)
            writer.add(tone?.probabilities.neutral)
            writer.add(tone?.probabilities.positive)
            writer.add(tone?.model)
            writer.add(tone?.passage.start)
            writer.add(tone?.passage.end)
            writer.add(tone.map { text(of: $0.evidence) })
            writer.add(gate?.rawValue)
            writer.add(detail)
            writer.add(tone?.isQuoted == true ? 1 : 0)
            writer.add(tone?.macroF1)
            try writer.write()
            position += 1
        }
        for mention in scanned.mentions { try add(mention, gate: nil, detail: nil) }
        for refused in scanned.refused { try add(refused.mention, gate: refused.gate, detail: refused.detail) }
    }

    /// What `insert` stored; the surfaces are cut from `article`.
    static func fetch(
        _ db: Database, article id: Int64, in article: Article
    ) throws -> (mentions: [Mention], refused: [RefusedMention]) {
        var mentions: [Mention] = []
        var refused: [RefusedMention] = []
        let statement = try db.cachedStatement(
            sql: """
                SELECT entity, field, start, "end", name_index, form, negative, neutral, positive, model,
                    clause_start, clause_end, evidence, gate, gate_detail, quoted, model_f1
                FROM mentions WHERE article_id = ? ORDER BY position
                """)
        let rows = try Row.fetchCursor(statement, arguments: [id])
        while let row = try rows.next() {
            let field = try stored(row[1], "mentions.field", as: TextField.init(rawValue:))
            let range = ByteRange(row[2], row[3])
            let model: String? = row[9]
            let tone = try model.map {
                ToneScore(
                    probabilities: ToneProbabilities(negative: row[6], neutral: row[7], positive: row[8]), model: $0,
                    macroF1: row[16], passage: ByteRange(row[10], row[11]), isQuoted: row[15] == 1,
                    evidence: try evidence(from: row[12] ?? ""))
            }
            let mention = Mention(
                entity: try stored(row[0], "mentions.entity", as: { EntityID($0) }), field: field, range: range,
                surface: cut(article[field], range), nameIndex: row[4], form: row[5], tone: tone)
            if let gate: String = row[13] {
                let gate = try stored(gate, "mentions.gate", as: RefusalGate.init(rawValue:))
                refused.append(RefusedMention(mention: mention, gate: gate, detail: row[14] ?? ""))
            } else {
                mentions.append(mention)
            }
        }
        return (mentions, refused)
    }

    /// Mentions and mean tone of each entity in an article, by id.
    static func summary(_ db: Database, article id: Int64) throws -> [ScannedArticle.EntitySummary] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT entity, field, negative, neutral, positive, model, clause_start, clause_end, quoted, model_f1
                FROM mentions WHERE article_id = ? AND gate IS NULL ORDER BY entity, position
                """)
        var found: [(id: EntityID, mentions: Int, mean: ToneMean)] = []
        let rows = try Row.fetchCursor(statement, arguments: [id])
        while let row = try rows.next() {
            let entity = try stored(row[0], "mentions.entity", as: { EntityID($0) })
            if found.last?.id != entity { found.append((entity, 0, ToneMean())) }
            let last = found.count - 1
            found[last].mentions += 1
            guard let model: String = row[5] else { continue }
            let tone = ToneScore(
                probabilities: ToneProbabilities(negative: row[2], neutral: row[3], positive: row[4]), model: model,
                macroF1: row[9], passage: ByteRange(row[6], row[7]), isQuoted: row[8] == 1)
            found[last].mean.add(tone, inHeadline: row[1] == TextField.title.rawValue)
        }
        return found.map { ScannedArticle.EntitySummary(id: $0.id, mentions: $0.mentions, tone: $0.mean.tone) }
    }

    /// The octets of `range`; empty where it does not lie in `text`.
    private static func cut(_ text: String, _ range: ByteRange) -> String {
        guard range.start >= 0, range.start <= range.end, range.end <= text.utf8.count else { return "" }
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.start)
        let end = text.utf8.index(start, offsetBy: range.count)
        return String(decoding: text.utf8[start..<end], as: UTF8.self)
    }

    /// `start-end:weight` for each word, with a space between, and a `u` behind the weight of a user's word:
    /// `120-128:-0.5 140-146:0.25u`.
    private static func text(of evidence: [ToneEvidence]) -> String {
        var text = ""
        for word in evidence {
            if !text.isEmpty { text += " " }
            text += "\(word.range.start)-\(word.range.end):\(word.weight)\(word.source == .words ? "u" : "")"
        }
        return text
    }

    private static func evidence(from text: String) throws -> [ToneEvidence] {
        try text.split(separator: " ").map { word in
            let isUsers = word.last == "u"
            let word = isUsers ? word.dropLast() : word
            guard let colon = word.firstIndex(of: ":"), let weight = Double(word[word.index(after: colon)...]) else {
                throw BadRow(column: "mentions.evidence", value: text)
            }
            let ends = word[..<colon].split(separator: "-").map { Int($0) }
            guard ends.count == 2, let start = ends[0], let end = ends[1] else {
                throw BadRow(column: "mentions.evidence", value: text)
            }
            return ToneEvidence(
                range: ByteRange(start, end), weight: weight, source: isUsers ? .words : .model)
        }
    }
}
