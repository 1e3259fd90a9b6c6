/// Last parts of German compounds, which are words themselves too: "Bund" and "Städtebund".
struct GermanEnds: Sendable {
    /// The last parts by their last letter, so that few are compared, each as its letters from the last to the first.
    private let byLast: [Unicode.Scalar: [[Unicode.Scalar]]]

    /// `words` with white space between them.
    init(_ words: String) {
        let parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
        byLast = Dictionary(grouping: parts.map { $0.unicodeScalars.reversed() }) { $0[0] }
    }

    /// Whether the word is or ends in one of the parts.
    func end(_ token: NameToken) -> Bool {
        guard let parts = byLast[token.last] else { return false }
        return parts.contains { token.key.reversed().starts(with: $0) }
    }
}
