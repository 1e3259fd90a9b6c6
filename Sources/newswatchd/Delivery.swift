import Archive
import Logging
import NewswatchModel
import Systemd

/// Empties the outbox: each alert becomes a journal entry and goes to the live subscribers. An alert counts as
/// delivered when that is written down, so after a kill in between it is delivered again; its id tells.
@LoopActor
final class Delivery {
    /// Alerts of one read from the outbox.
    private static let batch = 500

    private let archive: Archive
    private let log: Logger
    private let toJournal: Bool
    /// Raised and not yet announced.
    private var waiting: [Alert] = []
    /// Delivered, and still in the outbox since the archive could not be written.
    private var unmarked: [Int64] = []
    private var isRunning = false
    /// Gets each batch, oldest first.
    var delivered: @LoopActor ([Alert]) -> Void = { _ in }

    init(archive: Archive, log: Logger, toJournal: Bool = Journal.isConnected) {
        (self.archive, self.log, self.toJournal) = (archive, log, toJournal)
    }

    /// Delivers what the last run left in the outbox; `deliver` may be called when it returns.
    ///
    /// One pass: what cannot be marked as delivered is repeated by the next start, not by this one.
    func start() async throws(ArchiveError) {
        var last: Int64 = 0
        while true {
            let alerts = try await archive.undelivered(after: last, limit: Self.batch)
            guard let newest = alerts.last else { return }
            last = newest.id
            await mark(announce(alerts))
        }
    }

    /// Delivers alerts that are in the archive and its outbox.
    func deliver(_ alerts: [Alert]) {
        waiting += alerts
        guard !isRunning, !waiting.isEmpty else { return }
        isRunning = true
        Task { @LoopActor in
            while !waiting.isEmpty {
                let alerts = waiting
                waiting = []
                await mark(announce(alerts))
            }
            isRunning = false
        }
    }

    /// Returns when what waits is delivered.
    func drain() async {
        while isRunning { try? await Task.sleep(for: .milliseconds(2)) }
        // A last try, so that the next start does not repeat them.
        if !unmarked.isEmpty { await mark([]) }
    }

    /// Tells journal and followers; the numbers of those that the journal took.
    private func announce(_ alerts: [Alert]) -> [Int64] {
        let taken = alerts.filter { announce($0) }.map(\.id)
        if taken.count < alerts.count {
            log.error("the journal did not take \(alerts.count - taken.count) alerts; the next start repeats them")
        }
        delivered(alerts)
        return taken
    }

    /// Takes alerts out of the outbox.
    private func mark(_ numbers: [Int64]) async {
        unmarked += numbers
        do throws(ArchiveError) {
            try await archive.markDelivered(unmarked)
            unmarked = []
        } catch {
            log.error("\(unmarked.count) alerts were delivered, and the archive does not know it yet: \(error)")
        }
    }

    private func announce(_ alert: Alert) -> Bool {
        let message = Self.message(alert)
        guard toJournal else {
            log.log(
                level: Self.level(alert.severity), "\(message)",
                metadata: ["alert": "\(alert.id)", "rule": "\(alert.rule)"])
            return true
        }
        var fields: [(name: String, value: String)] = [
            ("MESSAGE", message),
            ("MESSAGE_ID", MessageID.alert),
            ("PRIORITY", "\(alert.severity.priority)"),
            ("SYSLOG_IDENTIFIER", "newswatchd"),
            ("NEWSWATCH_ALERT_ID", "\(alert.id)"),
            ("NEWSWATCH_ENTITY", alert.entity.rawValue),
            ("NEWSWATCH_RULE", alert.rule),
            ("NEWSWATCH_SEVERITY", alert.severity.rawValue),
            ("NEWSWATCH_ARTICLE", "\(alert.article)"),
            ("NEWSWATCH_TITLE", alert.title),
            ("NEWSWATCH_FILE", alert.file),
            ("NEWSWATCH_SHA256", alert.sha256),
            ("NEWSWATCH_MENTIONS", "\(alert.mentions)"),
        ]
        if let tone = alert.tone { fields.append(("NEWSWATCH_TONE", Self.signed(tone.score))) }
        return Journal.send(fields) >= 0
    }

    private static func level(_ severity: Severity) -> Logger.Level {
        switch severity {
        case .info: .info
        case .notice: .notice
        case .warning: .warning
        case .critical: .critical
        }
    }

    /// `Alexander Lukashenko: 10 mentions, tone −0.45 (rule tone-below, limit −0.40) in "Headline"`.
    static func message(_ alert: Alert) -> String {
        let tone = alert.tone.map { ", tone \(signed($0.score)) \($0.label.rawValue)" } ?? ""
        let limit = alert.limit.map { ", limit \(signed($0))" } ?? ""
        let mentions = alert.mentions == 1 ? "1 mention" : "\(alert.mentions) mentions"
        return "\(alert.entityName): \(mentions)\(tone) (rule \(alert.rule)\(limit)) in \"\(alert.title)\""
    }

    /// Two decimals with a sign, `-0.45`.
    static func signed(_ value: Double) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        let sign = hundredths == 0 ? "" : value < 0 ? "-" : "+"
        return "\(sign)\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
