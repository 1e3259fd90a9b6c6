import Archive
import CLinux
import ControlProtocol
import Glibc
import Matching
import NewswatchModel
import ReaderProtocol
import Systemd

/// WHY and VERIFY: an alert's file is read again, with the entities as they were defined then.
extension Daemon {
    func why(_ request: Request) async throws -> Answer {
        let alert = try await knownAlert(request)
        let again = try await readAgain(alert, explained: .entity(alert.entity))
        var notes = again.notes
        var mentions = again.detail.mentions.filter { $0.entity == alert.entity }
        for place in mentions.indices {
            let recorded = mentions[place]
            guard let tone = recorded.tone,
                let found = again.article?.mentions.first(where: { $0.isSame(as: recorded) })?.tone
            else { continue }
            guard found.model == tone.model else { continue }
            mentions[place].tone?.clause = found.clause
            mentions[place].tone?.evidence = found.evidence
        }
        if let model = alert.tone?.model, !pool.toneModels.contains(where: { $0.name == model }) {
            notes.append("the model \(model) is not here any more: the words behind its scores cannot be told")
        } else if alert.tone == nil {
            notes.append(whyNoTone(again.detail.article.language))
        }
        return Answer(
            WhyItem(
                alert: AlertItem(alert), language: again.detail.article.language,
                mentions: mentions.map { MentionItem($0, name: alert.entityName, in: again.detail.article) },
                notes: notes))
    }

    private func whyNoTone(_ language: String?) -> String {
        if configuration.tone.engine == .off { return "[tone] engine is \"off\": nothing has a tone" }
        guard let language else { return "the article's language could not be told, so there is no tone" }
        return pool.toneModels.contains { $0.language == language }
            ? "there was no model for this language (\(language)) when the article was read"
            : "there is no tone for this language (\(language))"
    }

    func verify(_ request: Request) async throws -> Answer {
        let alert = try await knownAlert(request)
        let again = try await readAgain(alert, explained: .none)
        return Answer(VerifyItem(alert: alert.id, checks: Verification(alert, again).checks, notes: again.notes))
    }

    private func knownAlert(_ request: Request) async throws -> Alert {
        let id = try identifier(request)
        guard let alert = try await archive.alert(id: id) else { throw Refusal(.notFound, "there is no alert \(id)") }
        return alert
    }

    /// An alert's file, read once more.
    struct SecondReading {
        var detail: ArticleDetail
        var sha256: String
        /// `nil` when the file has no such article now.
        var article: ScannedArticle?
        var notes: [String] = []
    }

    private func readAgain(_ alert: Alert, explained: ExplainedMentions) async throws -> SecondReading {
        guard let detail = try await archive.article(id: alert.article) else {
            throw Refusal(.notFound, "the article \(alert.article) of alert \(alert.id) is gone")
        }
        var notes: [String] = []
        let trial = try await recordedWatchlist(of: alert, detail, &notes)
        let descriptor = shelf.open(detail.drop)
        guard descriptor >= 0 else {
            let code = errno
            if let trial { close(trial.index) }
            throw Refusal(
                .notFound, "\(Shelf.place(of: detail.drop)) cannot be opened: \(String(cString: strerror(code)))")
        }
        let read = try result(
            of: await outcome(ofFile: detail.drop.name, explained: explained, trial: trial, descriptor: descriptor))
        var found: ScannedArticle?
        switch read.outcome {
        case .articles(let articles): found = articles.first { $0.article.index == detail.article.index }
        case .rejected(let rejection): notes.append("the file cannot be read now: \(rejection.detail)")
        }
        return SecondReading(detail: detail, sha256: read.sha256, article: found, notes: notes)
    }

    /// The entities of the article as they were defined when the alert was raised; `nil`, with a note, for an alert
    /// from before definitions were kept: then the watchlist in force has to do.
    private func recordedWatchlist(
        of alert: Alert, _ detail: ArticleDetail, _ notes: inout [String]
    ) async throws -> Work.Trial? {
        let recorded = RecordedDefinition(bodies: try await archive.definitions(article: detail.row.id))
        let entities = recorded.entities
        if recorded.unreadable > 0 {
            notes.append("\(recorded.unreadable) of the definitions that were kept with the alert cannot be read")
        }
        guard !entities.isEmpty else {
            notes.append(
                "watchlist \(alert.watchlistVersion) was not kept with the alert; "
                    + "\(current.watchlist.version), which is in force, was used")
            return nil
        }
        do {
            let image = try IndexBuilder.build(entities, version: alert.watchlistVersion)
            let index = nw_memfd("newswatch-recorded")
            guard index >= 0, image.withUnsafeBytes({ write(index, $0.baseAddress, $0.count) }) == image.count else {
                if index >= 0 { close(index) }
                throw Refusal(.internal, "the recorded watchlist cannot be held: \(String(cString: strerror(errno)))")
            }
            return Work.Trial(index: index, words: ToneWordLists(everywhere: recorded.words, entities: entities))
        } catch let error as IndexError {
            throw Refusal(.internal, "the recorded watchlist cannot be compiled: \(error)")
        }
    }
}

extension Mention {
    /// Whether both are the same reading of the same place.
    fileprivate func isSame(as other: Mention) -> Bool {
        (entity, field, range, nameIndex, form) == (other.entity, other.field, other.range, other.nameIndex, other.form)
    }
}

/// Compares what is recorded of an alert with what came out again.
private struct Verification {
    private(set) var checks: [VerifyItem.Check] = []

    init(_ alert: Alert, _ again: Daemon.SecondReading) {
        let (recorded, found) = (again.detail, again.article)
        add("file", alert.sha256, again.sha256)
        add(
            "article", Self.size(recorded.article), found.map { Self.size($0.article) } ?? "not there",
            found.map { $0.article.title == recorded.article.title && $0.article.text == recorded.article.text })
        let before = recorded.mentions.filter { $0.entity == alert.entity }
        let now = found?.mentions.filter { $0.entity == alert.entity } ?? []
        add("mentions", Self.places(before), Self.places(now), before.elementsEqual(now) { $0.isSame(as: $1) })
        let tone = EntityTone(mean: now)
        add("model", alert.tone?.model ?? "none", tone?.model ?? "none")
        add("tone", Self.score(alert.tone), Self.score(tone))
        guard let limit = alert.limit else { return }
        let passed = tone.map { $0.score <= limit } ?? false
        add("rule", "\(alert.rule): at or below \(limit)", passed ? "at or below" : "above", passed)
    }

    private mutating func add(_ what: String, _ recorded: String, _ found: String, _ agrees: Bool? = nil) {
        checks.append(
            VerifyItem.Check(what, recorded: recorded, found: found, agrees: agrees ?? (recorded == found)))
    }

    private static func size(_ article: Article) -> String {
        "\(article.title.utf8.count) + \(article.text.utf8.count) octets"
    }

    /// `3: title 0-10, text 14-20 25-31`.
    private static func places(_ mentions: [Mention]) -> String {
        let fields = TextField.allCases.compactMap { field -> String? in
            let ranges = mentions.filter { $0.field == field }.map { "\($0.range.start)-\($0.range.end)" }
            return ranges.isEmpty ? nil : "\(field.rawValue) " + ranges.joined(separator: " ")
        }
        return mentions.isEmpty ? "0" : "\(mentions.count): " + fields.joined(separator: ", ")
    }

    private static func score(_ tone: EntityTone?) -> String {
        tone.map { "\(ToneItem.short($0.score)) over \($0.count)" } ?? "none"
    }
}
