import NewswatchModel

/// Which kind of entity a schema of FollowTheMoney (https://followthemoney.tech/explorer/) is.
enum SchemaKinds {
    /// Of the schemas that news speak of by name. What things have names but are seldom meant by them, such as
    /// addresses, vessels and securities, is taken only when it is asked for.
    private static let kinds: [String: EntityKind] = [
        "person": .person, "organization": .organisation, "company": .organisation, "legalentity": .organisation,
        "publicbody": .organisation,
    ]

    /// The kind of `text`, a kind of ours or a schema, in capitals or not; `nil` for others.
    static func kind(_ text: String) -> EntityKind? {
        let small = text.lowercased()
        return kinds[small] ?? EntityKind(rawValue: small)
    }
}
