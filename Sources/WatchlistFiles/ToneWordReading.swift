import NewswatchModel

extension TableReader {
    /// So many words may count toward one entity, and so many toward all.
    public static let toneWordLimit = 500

    /// A table of words and weights: `{ "sanctioned" = -0.5, "endorsed*" = 0.5 }`.
    public mutating func toneWords(_ key: String) -> ToneWords? {
        guard let value = value(key) else { return nil }
        guard case .table(let table) = value.content else {
            wrongType(value, key, wanted: "words and weights: { \"sanctioned\" = -0.5, \"endorse*\" = 0.5 }")
            return nil
        }
        var weights: [String: Double] = [:]
        var inner = TableReader(table, called: key)
        for (word, entry) in table.entries.sorted(by: { $0.key < $1.key }) {
            guard let weight = inner.double(word, in: -1...1) else { continue }
            if weight == 0 {
                inner.reject(entry.value, key: word, "the weight is 0", cure: "give one from -1.0 to 1.0, or remove it")
            } else if let fault = NameFault(in: word.hasSuffix("*") ? String(word.dropLast()) : word) {
                inner.reject(entry.value, key: word, fault.message("a word"), cure: fault.cure)
            } else if word.dropLast().unicodeScalars.contains("*") {
                inner.reject(
                    entry.value, key: word, "the star is not at the end", cure: "write it last, as in \"sanction*\"")
            } else {
                weights[word] = weight
            }
        }
        adopt(inner.finish())
        if weights.count > Self.toneWordLimit {
            reject(
                value, key: key, "\(key) has \(weights.count) words", cure: "give at most \(Self.toneWordLimit)")
        }
        return ToneWords(weights)
    }
}
