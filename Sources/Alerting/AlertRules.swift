import NewswatchModel

/// Turns what was found in an article into alerts. Values in, values out: no clock, no archive.
public struct AlertRules: Sendable {
    private let rules: [AlertRule]
    private let watchlist: Watchlist
    /// Places in `rules` of those that look at every entity.
    private let everywhere: [Int]
    /// Places of the other rules by what they name: an article costs its own entities' rules alone, and a list of any
    /// length nothing before.
    private let byEntity: [EntityID: [Int]]
    private let byTag: [String: [Int]]

    /// Prepares `rules` for the entities of `watchlist`; make it anew when either changes.
    public init(rules: [AlertRule], watchlist: Watchlist) {
        self.rules = rules
        self.watchlist = watchlist
        var everywhere: [Int] = []
        var byEntity: [EntityID: [Int]] = [:]
        var byTag: [String: [Int]] = [:]
        for (place, rule) in rules.enumerated() {
            if rule.entities.isEmpty && rule.tags.isEmpty { everywhere.append(place) }
            for id in rule.entities { byEntity[id, default: []].append(place) }
            for tag in rule.tags { byTag[tag, default: []].append(place) }
        }
        (self.everywhere, self.byEntity, self.byTag) = (everywhere, byEntity, byTag)
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
            guard let entity = watchlist[found.id]?.entity else { continue }
            for place in places(for: entity) {
                let rule = rules[place]
                guard case .raised(let limit) = judge(rule, found),
                    !history.isCooling(
                        AlertHistory.Key(rule: rule.id, entity: found.id), at: moment, cooldown: rule.cooldown)
                else { continue }
                drafts.append(
                    AlertDraft(
                        rule: rule.id, severity: rule.severity, entity: found.id, entityName: entity.name,
                        articleIndex: article.article.index, mentions: found.mentions, tone: found.tone,
                        limit: limit, watchlistVersion: watchlist.version,
                        dedupeKey: "\(rule.id)/\(sha256)/\(article.article.index)/\(found.id)"))
            }
        }
        return drafts
    }

    /// The entities of the article's mentions and refusals as the watchlist defines them, by id.
    public func definitions(in article: ScannedArticle) -> [Entity] {
        let ids = Set(article.mentions.map(\.entity)).union(article.refused.map(\.mention.entity))
        return ids.sorted().compactMap { watchlist[$0]?.entity }
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

    /// The rules that look at `entity`, ascending. By id and by tag may name the same one: once is enough.
    private func places(for entity: Entity) -> [Int] {
        let named = byEntity[entity.id] ?? []
        let tagged = byTag.isEmpty ? [] : entity.tags.flatMap { byTag[$0] ?? [] }
        if named.isEmpty, tagged.isEmpty { return everywhere }
        return (everywhere + Set(named).union(tagged)).sorted()
    }
}
