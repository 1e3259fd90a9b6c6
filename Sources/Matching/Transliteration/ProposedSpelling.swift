/// A spelling to propose as an alias. Nothing is matched by it until the user has approved it.
public struct ProposedSpelling: Hashable, Sendable {
    public var text: String
    /// All schemes that give it, in the order of `TransliterationScheme.allCases`.
    public var schemes: [TransliterationScheme]
    /// What an alias's `lang` should be: for a Cyrillic result each of `ru`, `uk` and `be` that spells the name so; for
    /// a Latin one the language of the only schemes that give it, if they have one.
    public var languages: [String]

    public init(text: String, schemes: [TransliterationScheme], languages: [String] = []) {
        (self.text, self.schemes, self.languages) = (text, schemes, languages)
    }

    /// The first of `languages`.
    public var lang: String? { languages.first }
}
