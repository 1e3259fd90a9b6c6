import NewswatchModel

/// Turns what was found in an article into alerts. Values in, values out: no clock, no archive.
public struct AlertRules: Sendable {
    private let rules: [AlertRule]
    private let watchlistVersion: Int
    private let names: [EntityID: String]
    /// Places in `rules` of those that look at every entity.
    private let everywhere: [Int]
    /// Places of the other rules by entity, ascending: an article costs its own entities' rules alone.
    private let scoped: [EntityID: [Int]]

    /// Prepares `rules` for the entities of `watchlist`; make it anew when either changes.
    public init(rules: [AlertRule], watchlist: Watchlist) {
        self.rules = rules
        watchlistVersion = watchlist.version
        var everywhere: [Int] = []
        var byEntity: [EntityID: [Int]] = [:]
        var byTag: [String: [Int]] = [:]
        for (place, rule) in rules.enumerated() {
            if rule.entities.isEmpty && rule.tags.isEmpty { everywhere.append(place) }
            for id in rule.entities { byEntity[id, default: []].append(place) }
            for tag in rule.tags { byTag[tag, default: []].append(place) }
        }
        var names: [EntityID: String] = [:]
        var scoped: [EntityID: [Int]] = [:]
        for entry in watchlist.entries {
            let entity = entry.entity
            names[entity.id] = entity.name
            // By id and by tag may name the same rule: once is enough.
            let places = Set(byEntity[entity.id] ?? []).union(entity.tags.flatMap { byTag[$0] ?? [] })
            if !places.isEmpty { scoped[entity.id] = places.sorted() }
        }
        (self.everywhere, self.names, self.scoped) = (everywhere, names, scoped)
    }

    /// The alerts that `article` raises: by entity, then in the order of the rules.
    ///
    /// An entity that is no longer on the watchlist raises none. `history` is not changed: note each draft that
    /// is raised in it before the next article is judged.
    /// - Parameters:
    ///   - sha256: of the file that the article was read from.
    ///   - moment: when the alerts would be raised.
    public func evaluate(
        _ article: ScannedArticle, sha256: String, at moment: Timestamp, history: AlertHistory
    ) -> [AlertDraft] {
        var drafts: [AlertDraft] = []
        for found in article.entities {
            guard let name = names[found.id] else { continue }
            for place in merged(everywhere, scoped[found.id] ?? []) {
                let rule = rules[place]
                guard case .raised(let limit) = judge(rule, found),
                    !history.isCooling(
                        AlertHistory.Key(rule: rule.id, entity: found.id), at: moment, cooldown: rule.cooldown)
                else { continue }
                drafts.append(
                    AlertDraft(
                        rule: rule.id, severity: rule.severity, entity: found.id, entityName: name,
                        articleIndex: article.article.index, mentions: found.mentions, tone: found.tone,
                        limit: limit, watchlistVersion: watchlistVersion,
                        dedupeKey: "\(rule.id)/\(sha256)/\(article.article.index)/\(found.id)"))
            }
        }
        return drafts
    }

    private enum Verdict {
        case quiet
        case raised(limit: Double?)
    }

    private func judge(_ rule: AlertRule, _ found: ScannedArticle.EntitySummary) -> Verdict {
        switch rule.condition {
        case .mention: return .raised(limit: nil)
        case .toneBelow(let threshold):
            guard let tone = found.tone, tone.score <= threshold else { return .quiet }
            return .raised(limit: threshold)
        }
    }

    /// Both ascending lists as one; they have no place in common.
    private func merged(_ a: [Int], _ b: [Int]) -> [Int] {
        if b.isEmpty { return a }
        if a.isEmpty { return b }
        return (a + b).sorted()
    }
}
