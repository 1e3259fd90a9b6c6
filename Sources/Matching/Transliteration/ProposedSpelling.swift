/// A spelling to propose as an alias. Nothing is matched by it until the user has approved it.
public struct ProposedSpelling: Hashable, Sendable {
    public var text: String
    /// All schemes that give it, in the order of `TransliterationScheme.allCases`.
    public var schemes: [TransliterationScheme]
    /// What an alias's `lang` should be: `ru`, `uk` or `be` for a Cyrillic result (the first of them where several
    /// languages spell the name so); for a Latin one `nil`, or the language of the only schemes that give it.
    public var lang: String?

    public init(text: String, schemes: [TransliterationScheme], lang: String? = nil) {
        (self.text, self.schemes, self.lang) = (text, schemes, lang)
    }
}
