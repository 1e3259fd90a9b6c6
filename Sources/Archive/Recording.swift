import GRDB
import NewswatchModel

/// What a rule's cooldown goes by: one rule for one entity.
public struct RaisedKey: Hashable, Sendable {
    public var rule: String
    public var entity: EntityID

    public init(rule: String, entity: EntityID) { (self.rule, self.entity) = (rule, entity) }
}

extension Archive {
    /// A file that is done with and not yet recorded.
    public struct Finished: Sendable {
        public var work: WorkName
        /// The full name as it was dropped.
        public var name: String
        /// Subfolder of `in/` that it came from.
        public var source: String?
        public var received: Timestamp
        public var result: FinishedResult

        public init(work: WorkName, name: String, source: String?, received: Timestamp, result: FinishedResult) {
            (self.work, self.name, self.source) = (work, name, source)
            (self.received, self.result) = (received, result)
        }
    }

    /// What became of a file.
    public enum FinishedResult: Sendable {
        /// A worker read it; it may still have rejected it.
        case scanned(ScanResult)
        /// No worker could read it. `size` in octets, 0 where it is not known.
        case quarantined(Rejection, sha256: String?, size: Int)
    }

    /// What `record` made of a `Finished`.
    public struct Recorded: Sendable {
        public var drop: Drop
        /// Articles that were added, in the file's order; none for a duplicate.
        public var articles: [Int64]
        /// Alerts that were raised; they stand in the outbox.
        public var alerts: [Alert]

        public init(drop: Drop, articles: [Int64], alerts: [Alert]) {
            (self.drop, self.articles, self.alerts) = (drop, articles, alerts)
        }
    }

    /// Which alerts an article raises: the article, its file's hash, the moment, and when each rule last raised
    /// an alert for the article's entities.
    public typealias Rules = @Sendable (ScannedArticle, String, Timestamp, [RaisedKey: Timestamp]) -> [AlertDraft]

    /// The entities that an article's mentions and refusals are of, as they are defined now: one JSON object each.
    public typealias Definitions = @Sendable (ScannedArticle) -> [String]

    /// Records a batch in ONE transaction: all of it is on the disk when this returns, nothing when it throws.
    ///
    /// - A file whose work name is known is returned as it stands, and nothing is added.
    /// - A file whose bytes are archived already becomes a duplicate of the first one, without articles.
    /// - Any other adds its articles with their mentions; `rules` is asked for the alerts of each, knowing those
    ///   of the articles before it. A draft whose dedupe key is known is dropped.
    /// - The files' attempts are forgotten.
    /// - Parameters:
    ///   - starting: other files, whose attempts go up in the same transaction (see `countAttempts`): one wait for
    ///     the disk instead of two.
    ///   - moment: when the files count as finished and the alerts as raised.
    ///   - definitions: asked for each article with an alert, so that it can be matched again as it was.
    /// - Returns: one value for each of `batch`, in its order.
    public func record(
        _ batch: [Finished], starting: [WorkName] = [], at moment: Timestamp, rules: @escaping Rules,
        definitions: @escaping Definitions = { _ in [] }
    ) async throws(ArchiveError) -> [Recorded] {
        guard !batch.isEmpty || !starting.isEmpty else { return [] }
        return try await write { db in
            try Self.countAttempts(db, starting)
            guard !batch.isEmpty else { return [] }
            var recorder = Recorder(db: db, moment: moment, rules: rules, definitions: definitions)
            let recorded = try batch.map { try recorder.record($0) }
            try recorder.finish()
            return recorded
        }
    }
}

/// One recording transaction.
private struct Recorder {
    let db: Database
    let moment: Timestamp
    let rules: Archive.Rules
    let definitions: Archive.Definitions
    /// Last alerts of the entities that were met in this batch.
    private var raised: [EntityID: [String: Timestamp]] = [:]
    /// Those of `raised` that this batch changed: once each, however many alerts there were.
    private var renewed: Set<RaisedKey> = []
    private var added = ArchiveCounts()
    /// The last file of each source in this batch.
    private var arrivals: [String: Timestamp] = [:]

    init(
        db: Database, moment: Timestamp, rules: @escaping Archive.Rules,
        definitions: @escaping Archive.Definitions
    ) {
        (self.db, self.moment, self.rules, self.definitions) = (db, moment, rules, definitions)
    }

    mutating func record(_ file: Archive.Finished) throws -> Archive.Recorded {
        try db.cachedStatement(sql: "DELETE FROM attempts WHERE work = ?").execute(arguments: [file.work.rawValue])
        if let known = try Drop.one(db, "work = ?", [file.work.rawValue]) {
            return Archive.Recorded(drop: known, articles: [], alerts: [])
        }
        var drop = Drop(
            id: 0, work: file.work, name: file.name, source: file.source, received: file.received, finished: moment,
            state: .quarantined, sha256: nil, size: 0, duplicateOf: nil, rejection: nil)
        var scanned: [ScannedArticle] = []
        switch file.result {
        case .quarantined(let rejection, let sha256, let size):
            (drop.rejection, drop.sha256, drop.size) = (rejection, sha256, size)
        case .scanned(let result):
            (drop.sha256, drop.size) = (result.sha256, result.size)
            switch result.outcome {
            case .rejected(let rejection): drop.rejection = rejection
            case .articles(let articles):
                if let original = try Drop.archived(db, sha256: result.sha256) {
                    (drop.state, drop.duplicateOf) = (.duplicate, original.id)
                } else {
                    drop.state = .archived
                    scanned = articles
                }
            }
        }
        try drop.insert(db)
        let source = file.source ?? ""
        arrivals[source] = max(arrivals[source] ?? file.received, file.received)
        switch drop.state {
        case .archived: added.archived += 1
        case .duplicate: added.duplicates += 1
        case .quarantined: added.quarantined += 1
        }
        var recorded = Archive.Recorded(drop: drop, articles: [], alerts: [])
        for article in scanned { try add(article, to: &recorded) }
        return recorded
    }

    /// Writes down how much was added.
    func finish() throws {
        try db.cachedStatement(
            sql: """
                UPDATE totals SET archived = archived + ?, duplicates = duplicates + ?,
                    quarantined = quarantined + ?, articles = articles + ?, mentions = mentions + ?,
                    alerts = alerts + ?
                """
        ).execute(arguments: [
            added.archived, added.duplicates, added.quarantined, added.articles, added.mentions, added.alerts,
        ])
        let renew = try db.cachedStatement(
            sql: "INSERT INTO last_raised VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET raised = excluded.raised")
        let arrive = try db.cachedStatement(
            sql: """
                INSERT INTO sources VALUES (?, ?)
                ON CONFLICT DO UPDATE SET last_received = max(last_received, excluded.last_received)
                """)
        for (source, moment) in arrivals { try arrive.execute(arguments: [source, moment.milliseconds]) }
        for key in renewed { try renew.execute(arguments: [key.entity.rawValue, key.rule, moment.milliseconds]) }
    }

    private mutating func add(_ scanned: ScannedArticle, to recorded: inout Archive.Recorded) throws {
        guard let id = try ArticleRow.insert(db, scanned, drop: recorded.drop) else { return }
        try MentionRows.insert(db, scanned, article: id)
        recorded.articles.append(id)
        added.articles += 1
        added.mentions += scanned.mentions.count
        let sha256 = recorded.drop.sha256 ?? ""
        let before = recorded.alerts.count
        for draft in rules(scanned, sha256, moment, try lastRaised(scanned)) {
            let alert = try Alert.insert(
                db, draft, raised: moment, article: id,
                title: headline(title: scanned.article.title, text: scanned.article.text), file: recorded.drop.name,
                sha256: sha256)
            guard let alert else { continue }
            recorded.alerts.append(alert)
            added.alerts += 1
            try note(draft)
        }
        if recorded.alerts.count > before { try DefinitionRows.insert(db, definitions(scanned), article: id) }
    }

    private mutating func lastRaised(_ scanned: ScannedArticle) throws -> [RaisedKey: Timestamp] {
        var found: [RaisedKey: Timestamp] = [:]
        for entity in Set(scanned.mentions.map(\.entity)) {
            for (rule, moment) in try lastRaised(entity) { found[RaisedKey(rule: rule, entity: entity)] = moment }
        }
        return found
    }

    private mutating func lastRaised(_ entity: EntityID) throws -> [String: Timestamp] {
        if let known = raised[entity] { return known }
        var found: [String: Timestamp] = [:]
        let statement = try db.cachedStatement(sql: "SELECT rule, raised FROM last_raised WHERE entity = ?")
        let rows = try Row.fetchCursor(statement, arguments: [entity.rawValue])
        while let row = try rows.next() { found[row[0]] = Timestamp(milliseconds: row[1]) }
        raised[entity] = found
        return found
    }

    private mutating func note(_ draft: AlertDraft) throws {
        var known = try lastRaised(draft.entity)
        known[draft.rule] = moment
        raised[draft.entity] = known
        renewed.insert(RaisedKey(rule: draft.rule, entity: draft.entity))
    }
}
