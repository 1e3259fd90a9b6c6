/// How often an ordinary word of a language stands in news.
public struct WordFrequency: Hashable, Sendable {
    /// ISO 639-1.
    public var language: String
    /// Occurrences in a million words of running text, in any case.
    public var perMillion: Double
    /// Those of them that begin with a capital: at the start of a sentence, in a headline, a title or the name of an
    /// office, and always where the spelling asks for it (German nouns, English months).
    public var capitalisedPerMillion: Double

    public init(language: String, perMillion: Double, capitalisedPerMillion: Double) {
        (self.language, self.perMillion) = (language, perMillion)
        self.capitalisedPerMillion = capitalisedPerMillion
    }
}
