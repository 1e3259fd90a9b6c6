import Alerting
import Archive
import NewswatchModel

extension ScanOutcome {
    /// The worker stopped reading at the limit, so that the size on disk says nothing.
    var isTooLarge: Bool {
        if case .rejected(let rejection) = self { return rejection.reason == .tooLarge }
        return false
    }
}

extension AlertHistory {
    /// What the archive knows of earlier alerts.
    init(_ raised: [RaisedKey: Timestamp]) {
        self.init(
            lastRaised: Dictionary(
                uniqueKeysWithValues: raised.map { (Key(rule: $0.key.rule, entity: $0.key.entity), $0.value) }))
    }
}

extension Archive.Finished {
    /// What it takes in memory, about: its articles' texts.
    var octets: Int {
        guard case .scanned(let result) = result, case .articles(let articles) = result.outcome else { return 0 }
        return articles.reduce(0) { $0 + $1.article.text.utf8.count }
    }
}
