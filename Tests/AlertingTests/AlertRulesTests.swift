import NewswatchModel
import Testing

@testable import Alerting

@Suite struct AlertRulesTests {
    private let now = Timestamp(milliseconds: 1_700_000_000_000)

    private func id(_ text: String) throws -> EntityID { try #require(EntityID(text)) }

    private func watchlist() throws -> Watchlist {
        let entities = [
            Entity(id: try id("a"), name: "Ann", kind: .person, tags: ["t", "u"]),
            Entity(id: try id("b"), name: "Bob", kind: .person),
        ]
        return Watchlist(version: 9, entries: entities.map { WatchlistEntry(entity: $0, origin: .overlay) })
    }

    /// An article with one mention for each id; a score of `nil` is a mention without tone.
    private func article(_ found: [(id: String, score: Double?)], index: Int = 0) throws -> ScannedArticle {
        ScannedArticle(
            article: Article(index: index, format: .plain, text: "x"),
            mentions: try found.map { found in
                Mention(
                    entity: try id(found.id), field: .text, range: ByteRange(0, 1), surface: "x",
                    tone: found.score.map {
                        ToneScore(
                            probabilities: ToneProbabilities(
                                negative: max(0, -$0), neutral: 1 - abs($0), positive: max(0, $0)),
                            model: "m", passage: ByteRange(0, 1))
                    })
            })
    }

    private func raised(
        _ rules: [AlertRule], _ article: ScannedArticle, _ history: AlertHistory = AlertHistory(),
        at moment: Timestamp? = nil
    ) throws -> [AlertDraft] {
        AlertRules(rules: rules, watchlist: try watchlist())
            .evaluate(article, sha256: "5a", at: moment ?? now, history: history)
    }

    @Test func aMentionRaisesOneAlertForEachEntity() throws {
        let rule = AlertRule(id: "m", condition: .mention, severity: .warning)
        let drafts = try raised([rule], try article([("b", nil), ("a", 0.5), ("a", 0.5)], index: 3))
        #expect(drafts.map(\.dedupeKey) == ["m/5a/3/a", "m/5a/3/b"])
        #expect(drafts.map(\.mentions) == [2, 1])
        #expect(drafts.map(\.entityName) == ["Ann", "Bob"])
        #expect(drafts.map(\.tone?.score) == [0.5, nil])
        #expect(drafts.allSatisfy { $0.watchlistVersion == 9 && $0.severity == .warning && $0.limit == nil })
    }

    @Test func toneAtOrBelowTheThresholdRaises() throws {
        let rule = AlertRule(id: "t", condition: .toneBelow(-0.5))
        #expect(try raised([rule], try article([("a", -0.5)])).map(\.limit) == [-0.5])
        #expect(try raised([rule], try article([("a", -0.75)])).count == 1)
        #expect(try raised([rule], try article([("a", -0.25)])).isEmpty)
        #expect(try raised([rule], try article([("a", nil)])).isEmpty)
    }

    @Test func rulesLookAtTheirEntitiesAndTagsOnly() throws {
        let rules = [
            AlertRule(id: "by-tags", condition: .mention, tags: ["u", "t"]),
            AlertRule(id: "all", condition: .mention),
            AlertRule(id: "by-id", condition: .mention, entities: [try id("b")]),
            AlertRule(id: "both", condition: .mention, entities: [try id("a"), try id("b")], tags: ["t"]),
            AlertRule(id: "gone", condition: .mention, entities: [try id("z")], tags: ["z"]),
        ]
        let drafts = try raised(rules, try article([("a", nil), ("b", nil)]))
        #expect(
            drafts.map { "\($0.rule) \($0.entity)" } == [
                "by-tags a", "all a", "both a", "all b", "by-id b", "both b",
            ])
        for entry in try watchlist().entries {
            let wanted = rules.filter { $0.covers(entry.entity) }.map(\.id)
            #expect(drafts.filter { $0.entity == entry.entity.id }.map(\.rule) == wanted)
        }
    }

    @Test func anEntityThatLeftTheWatchlistRaisesNothing() throws {
        #expect(try raised([AlertRule(id: "m", condition: .mention)], try article([("z", nil)])).isEmpty)
    }

    @Test func cooldownSilencesTheRuleForThatEntityAlone() throws {
        let rules = [
            AlertRule(id: "slow", condition: .mention, cooldown: 60), AlertRule(id: "fast", condition: .mention),
        ]
        let found = try article([("a", nil), ("b", nil)])
        var history = AlertHistory()
        let first = try raised(rules, try article([("a", nil)]))
        for draft in first { history.note(draft, at: now) }
        func names(_ seconds: Int64) throws -> [String] {
            try raised(rules, found, history, at: now.adding(seconds: seconds)).map { "\($0.rule) \($0.entity)" }
        }
        #expect(try names(59) == ["fast a", "slow b", "fast b"])
        #expect(try names(60) == ["slow a", "fast a", "slow b", "fast b"])
        #expect(try names(-59) == ["fast a", "slow b", "fast b"])
        #expect(try names(-60).count == 4)
    }

    @Test func anOlderAlertDoesNotShortenTheCooldown() throws {
        let key = AlertHistory.Key(rule: "r", entity: try id("a"))
        var history = AlertHistory(lastRaised: [key: now])
        history.note(key, at: now.adding(seconds: -5))
        #expect(history.lastRaised == [key: now])
    }

    @Test func aThousandRulesForOthersCostAnArticleNothing() throws {
        let rules = try (0..<1000).map {
            AlertRule(id: "r\($0)", condition: .mention, entities: [try id("x\($0)")])
        }
        let prepared = AlertRules(rules: rules, watchlist: try watchlist())
        let found = try article([("a", nil), ("b", nil)])
        let took = ContinuousClock().measure {
            for _ in 0..<1000 {
                #expect(prepared.evaluate(found, sha256: "5a", at: now, history: AlertHistory()).isEmpty)
            }
        }
        #expect(took < .seconds(2), "1,000 articles took \(took)")
    }
}
