/// The rules of one scheme for one language. The first rule that applies at a place counts.
struct LetterTable: Sendable {
    private let rules: [Character: [LetterRule]]

    /// `texts`: rules with white space between them, those that come first before those that come later.
    init(_ texts: String...) {
        var rules: [Character: [LetterRule]] = [:]
        for text in texts {
            for part in text.split(whereSeparator: \.isWhitespace) {
                let rule = LetterRule(part)
                rules[rule.letters[0], default: []].append(rule)
            }
        }
        self.rules = rules
    }

    /// `word` rewritten. Letters that no rule knows stay as they are.
    ///
    /// A capital gives a result with a capital at its head; in a word all in capitals all of the result is.
    func rewrite(_ word: NameWord) -> String {
        var result = ""
        var index = 0
        while index < word.letters.count {
            guard let rule = rules[word.letters[index]]?.first(where: { $0.applies(to: word.letters, at: index) })
            else {
                result.append(word.original[index])
                index += 1
                continue
            }
            if word.isAllCapitals {
                result += rule.result.uppercased()
            } else if word.capitals[index] || (index > 0 && result.isEmpty && word.capitals[0]) {
                result += rule.result.withCapital
            } else {
                result += rule.result
            }
            index += rule.letters.count
        }
        return result
    }
}

extension String {
    /// With the first letter a capital.
    fileprivate var withCapital: String {
        guard let index = firstIndex(where: \.isLetter) else { return self }
        return self[..<index] + self[index].uppercased() + self[self.index(after: index)...]
    }
}
