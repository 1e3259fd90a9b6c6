import NewswatchModel
import WatchlistFiles

extension TableReader {
    private enum ConditionName: String, CaseIterable {
        case mention
        case toneBelow = "tone-below"
    }

    /// One `[[rule]]`; `nil` when it has no id or condition that can be used.
    mutating func rule() -> AlertRule? {
        let id = ruleID()
        let condition = condition()
        let entities = (strings("entities") ?? []).compactMap { text, value -> EntityID? in
            if let entity = EntityID(text) { return entity }
            reject(value, key: "entities", "this is no entity's id", cure: "use \(EntityID.rule)")
            return nil
        }
        let tags = (strings("tags") ?? []).compactMap { text, value -> String? in
            if !text.isEmpty { return text }
            reject(value, key: "tags", "a tag is empty", cure: "name a tag of your watchlist, or remove it")
            return nil
        }
        let severity = choice("severity", Severity.self) ?? .notice
        let cooldown = seconds("cooldown", in: 0...366 * 86_400) ?? 0
        guard let id, let condition else { return nil }
        return AlertRule(
            id: id, condition: condition, entities: entities, tags: tags, severity: severity, cooldown: cooldown)
    }

    private mutating func ruleID() -> String? {
        guard let value = value("id") else {
            missing("id", cure: "add id = \"…\": \(EntityID.rule)")
            return nil
        }
        guard let text = string("id") else { return nil }
        if EntityID(text) != nil { return text }
        reject(value, key: "id", "this is no id", cure: "use \(EntityID.rule)")
        return nil
    }

    private mutating func condition() -> AlertRule.Condition? {
        let written = value("threshold")
        let threshold = double("threshold", in: -1...1)
        guard value("condition") != nil else {
            missing("condition", cure: "add condition = \"mention\" or \"tone-below\"")
            return nil
        }
        switch choice("condition", ConditionName.self) {
        case .mention:
            if let written {
                reject(
                    written, key: "threshold", "a mention rule has no threshold",
                    cure: "remove it, or write condition = \"tone-below\"")
            }
            return .mention
        case .toneBelow:
            if written == nil { missing("threshold", cure: "add threshold = …, from -1.0 to 1.0, as in -0.4") }
            return threshold.map { .toneBelow($0) }
        case nil: return nil
        }
    }
}
