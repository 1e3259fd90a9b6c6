import NewswatchModel

/// Which kind of entity a schema of FollowTheMoney (https://followthemoney.tech/explorer/) is.
enum SchemaKinds {
    /// Of the schemas that news speak of by name. What things have names but are seldom meant by them, such as
    /// addresses, vessels and securities, is taken only when it is asked for.
    private static let kinds: [String: EntityKind] = [
        "Person": .person, "Organization": .organisation, "Company": .organisation, "LegalEntity": .organisation,
        "PublicBody": .organisation,
    ]

    /// The kind of `text`, a kind of ours or a schema; `nil` for others.
    static func kind(_ text: String) -> EntityKind? {
        if let kind = kinds[text] ?? EntityKind(rawValue: text) { return kind }
        let small = text.lowercased()
        return small == "organization" ? .organisation : EntityKind(rawValue: small)
    }
}
