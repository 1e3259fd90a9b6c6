/// A name that reads like an ordinary word.
public struct NoisyName: Hashable, Sendable {
    /// Counts `Entity.names`.
    public var nameIndex: Int
    public var name: String
    /// The word in the language that makes the most false hits.
    public var word: WordFrequency
    /// False hits in a thousand articles of 500 words each, all in the word's language.
    public var expectedPerThousandArticles: Double

    public init(nameIndex: Int, name: String, word: WordFrequency, expectedPerThousandArticles: Double) {
        (self.nameIndex, self.name, self.word) = (nameIndex, name, word)
        self.expectedPerThousandArticles = expectedPerThousandArticles
    }
}
