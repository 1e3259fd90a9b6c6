/// What keeps a name from ever being matched.
public enum NameProblem: Hashable, Sendable {
    case empty
    case noLetterOrDigit
}

/// Tells names that can be matched from those that cannot.
public enum NameCheck {
    /// `nil` when the name has something to match.
    public static func problem(in name: String) -> NameProblem? {
        if name.isEmpty { return .empty }
        return name.unicodeScalars.contains { ScalarClass(of: $0).isTokenStart } ? nil : .noLetterOrDigit
    }
}
