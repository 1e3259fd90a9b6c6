import NewswatchModel

/// What an alert rests on: WHY's item.
public struct WhyItem: Codable, Sendable, Hashable {
    public var schema = ControlJSON.schema
    public var type = "why"
    public var alert: AlertItem
    /// Language of the article, where it could be told.
    public var language: String?
    /// The entity's mentions in the article; those with the clearest tone have their clause and words.
    public var mentions: [MentionItem]
    /// What the reader of it should know: a model that is not here any more, definitions that were not kept.
    public var notes: [String]

    public init(alert: AlertItem, language: String?, mentions: [MentionItem], notes: [String]) {
        (self.alert, self.language, self.mentions, self.notes) = (alert, language, mentions, notes)
    }
}

/// Whether an alert comes out again: VERIFY's item.
public struct VerifyItem: Codable, Sendable, Hashable {
    /// One thing that was done again.
    public struct Check: Codable, Sendable, Hashable {
        /// `file`, `article`, `mentions`, `model`, `tone` or `rule`.
        public var what: String
        /// As it is in the archive.
        public var recorded: String
        /// As it came out now.
        public var found: String
        public var agrees: Bool

        public init(_ what: String, recorded: String, found: String, agrees: Bool) {
            (self.what, self.recorded, self.found, self.agrees) = (what, recorded, found, agrees)
        }
    }

    public var schema = ControlJSON.schema
    public var type = "verify"
    public var alert: Int64
    /// Whether all checks agree.
    public var agrees: Bool
    public var checks: [Check]
    public var notes: [String]

    public init(alert: Int64, checks: [Check], notes: [String]) {
        (self.alert, self.checks, self.notes) = (alert, checks, notes)
        agrees = checks.allSatisfy(\.agrees)
    }
}
