/// What a peer may do. Each role includes those below it.
public enum Role: Int, Comparable, Sendable, CaseIterable {
    /// May look.
    case reader
    /// May hand in articles.
    case `operator`
    /// May change what the daemon does.
    case admin

    /// The word in HELLO's answer and in messages.
    public var name: String {
        switch self {
        case .reader: "reader"
        case .operator: "operator"
        case .admin: "admin"
        }
    }

    public static func < (a: Role, b: Role) -> Bool { a.rawValue < b.rawValue }
}
