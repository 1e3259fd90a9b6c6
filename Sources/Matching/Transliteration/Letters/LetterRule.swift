/// How one letter, or a few that belong together, are written.
///
/// Rules are written as published tables put them: `[set]letters[set]=result`. A set names the letters that may
/// stand directly before or after, in the name as it was given; `^` in it is the edge of the word, and a leading
/// `!` means any but these. `[^аеиоу]е=ye`: ye at the start of a word and after these vowels.
struct LetterRule: Sendable {
    struct Neighbours: Sendable {
        var letters: Set<Character> = []
        var isNegated = false

        /// `nil` is the edge of the word.
        func allows(_ letter: Character?) -> Bool { letters.contains(letter ?? "^") != isNegated }

        init(_ text: Substring) {
            isNegated = text.first == "!"
            letters = Set(isNegated ? text.dropFirst() : text)
        }
    }

    let letters: [Character]
    let result: String
    let before: Neighbours?
    let after: Neighbours?

    /// - Precondition: `text` has the form above. Rules are part of the program, so another form is a mistake in it.
    init(_ text: Substring) {
        guard let equals = text.lastIndex(of: "=") else { preconditionFailure("no result in \(text)") }
        var source = text[..<equals]
        result = String(text[text.index(after: equals)...])
        var before: Neighbours?
        var after: Neighbours?
        if source.first == "[", let end = source.firstIndex(of: "]") {
            before = Neighbours(source[source.index(after: source.startIndex)..<end])
            source = source[source.index(after: end)...]
        }
        if source.last == "]", let start = source.lastIndex(of: "[") {
            after = Neighbours(source[source.index(after: start)...].dropLast())
            source = source[..<start]
        }
        precondition(!source.isEmpty, "no letters in \(text)")
        letters = Array(source)
        (self.before, self.after) = (before, after)
    }

    /// Whether the rule applies to `word` at `index`.
    func applies(to word: [Character], at index: Int) -> Bool {
        let end = index + letters.count
        guard end <= word.count, word[index..<end].elementsEqual(letters) else { return false }
        if let before, !before.allows(index == 0 ? nil : word[index - 1]) { return false }
        if let after, !after.allows(end == word.count ? nil : word[end]) { return false }
        return true
    }
}
