/// Collects the forms of a German name.
struct GermanMade {
    let tokens: [NameToken]
    let rest: [Unicode.Scalar]
    private(set) var forms: [NameForm] = []
    private var labels: [String: Int] = [:]

    init(tokens: [NameToken], rest: [Unicode.Scalar]) { (self.tokens, self.rest) = (tokens, rest) }

    /// Adds the name with `endings` put to some words, and with others replaced; a form that is there gets the case.
    mutating func add(
        _ endings: [Int: String], dropping drops: [Int: Int] = [:], _ cases: String, _ rule: String
    ) {
        var text: [Unicode.Scalar] = []
        var name: [Unicode.Scalar] = []
        for (position, token) in tokens.enumerated() {
            text += token.separator + token.nominative.dropLast(drops[position] ?? 0)
            if let ending = endings[position] { text += ending.unicodeScalars }
            name += token.separator + token.nominative
        }
        guard text != name else { return }
        let spelling = String(scalars: text + rest)
        if let index = labels[spelling] {
            let known = forms[index].label.dropFirst("de-".count).split(separator: "/")
            for added in cases.split(separator: "/") where !known.contains(added) { forms[index].label += "/" + added }
        } else {
            labels[spelling] = forms.count
            forms.append(NameForm(text: spelling, label: "de-" + cases, rule: rule))
        }
    }
}
