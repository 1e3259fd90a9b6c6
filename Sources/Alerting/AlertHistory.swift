import NewswatchModel

/// When each rule last raised an alert for each entity: what cooldown looks at.
public struct AlertHistory: Sendable {
    /// One rule for one entity; each has a cooldown of its own.
    public struct Key: Hashable, Sendable {
        public var rule: String
        public var entity: EntityID

        public init(rule: String, entity: EntityID) { (self.rule, self.entity) = (rule, entity) }
    }

    public private(set) var lastRaised: [Key: Timestamp]

    public init(lastRaised: [Key: Timestamp] = [:]) { self.lastRaised = lastRaised }

    /// Remembers that `draft` became an alert at `moment`. An older moment than the known one changes nothing.
    public mutating func note(_ draft: AlertDraft, at moment: Timestamp) {
        note(Key(rule: draft.rule, entity: draft.entity), at: moment)
    }

    /// Remembers an alert of `key` at `moment`, as `note(_:at:)` of a draft does.
    public mutating func note(_ key: Key, at moment: Timestamp) {
        lastRaised[key] = lastRaised[key].map { max($0, moment) } ?? moment
    }

    /// Whether an alert of `key` at `moment` falls into the `cooldown` seconds around the last one.
    ///
    /// Around, not only after: when the clock was set back a little the rule stays quiet, and when it was set
    /// back by more than the cooldown a moment that is far ahead does not silence the rule.
    func isCooling(_ key: Key, at moment: Timestamp, cooldown: Int) -> Bool {
        guard cooldown > 0, let last = lastRaised[key] else { return false }
        return last.adding(seconds: -Int64(cooldown)) < moment && moment < last.adding(seconds: Int64(cooldown))
    }
}
