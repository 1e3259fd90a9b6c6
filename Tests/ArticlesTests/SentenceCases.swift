import Testing

/// A text and the sentences it has, written as one string.
struct SentenceCase: CustomTestStringConvertible, Sendable {
    let text: String
    let expected: [String]
    var testDescription: String { text }

    /// `|` stands where a sentence ends: for the blank there, or for nothing beside a line break.
    init(_ marked: String) {
        expected = marked.split(separator: "|").map { trimmed($0) }
        var text = ""
        let scalars = Array(marked.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            guard scalar == "|" else {
                text.unicodeScalars.append(scalar)
                continue
            }
            let beside = [index - 1, index + 1].contains { scalars.indices.contains($0) && scalars[$0] == "\n" }
            if !beside { text += " " }
        }
        self.text = text
    }
}

private func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
}
