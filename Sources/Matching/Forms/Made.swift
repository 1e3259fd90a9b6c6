/// Collects the forms of a name and joins the cases that have one spelling.
struct Made {
    let tokens: [NameToken]
    let rest: [Unicode.Scalar]
    /// Whether spellings of one case combine freely; else the first goes with the first.
    private let mixes: Bool
    private let name: [Unicode.Scalar]
    private var found: [(text: [Unicode.Scalar], cases: UInt8, rule: String)] = []

    /// A name has few words with two spellings of a case; where there are more, the first alone counts.
    private static let combinations = 8

    init(tokens: [NameToken], rest: [Unicode.Scalar], mixes: Bool) {
        (self.tokens, self.rest, self.mixes) = (tokens, rest, mixes)
        name = tokens.reduce(into: []) { $0 += $1.separator + $1.nominative } + rest
    }

    /// Adds each case of one way to decline the name; the words without forms stay.
    mutating func add(_ reading: [TokenForms?]) {
        guard let first = reading.lazy.compactMap({ $0 }).first else { return }
        let rule = Self.rule(of: reading)
        for index in first.cases.indices {
            var texts: [[Unicode.Scalar]] = [[]]
            for (token, forms) in zip(tokens, reading) {
                let spellings = forms?.cases[index] ?? []
                let (count, firsts) = (texts.count, texts[0])
                if spellings.count < 2 || (mixes && count * spellings.count > Self.combinations) {
                    let only = spellings.first ?? token.nominative
                    for text in texts.indices {
                        texts[text] += token.separator
                        texts[text] += only
                    }
                } else if mixes || count == 1 {
                    texts = spellings.flatMap { spelling in texts.map { $0 + token.separator + spelling } }
                } else {
                    for text in 0..<max(count, spellings.count) {
                        if text >= count { texts.append(firsts) }
                        texts[text] += token.separator + (text < spellings.count ? spellings[text] : spellings[0])
                    }
                }
            }
            for text in texts { add(text + rest, UInt8(1) << UInt8(index), rule) }
        }
    }

    private mutating func add(_ text: [Unicode.Scalar], _ grammaticalCase: UInt8, _ rule: String) {
        if let index = found.firstIndex(where: { $0.text == text }) {
            found[index].cases |= grammaticalCase
        } else if text != name {
            found.append((text, grammaticalCase, rule))
        }
    }

    private static func rule(of reading: [TokenForms?]) -> String {
        var rule = ""
        for forms in reading {
            guard let forms else { continue }
            if !rule.isEmpty { rule += " · " }
            rule += forms.rule
        }
        return rule
    }

    /// The forms in the order of their first case.
    func forms(code: String, cases: [String]) -> [NameForm] {
        var forms: [NameForm] = []
        forms.reserveCapacity(found.count)
        for first in cases.indices {
            for form in found where form.cases.trailingZeroBitCount == first {
                var label = code
                for (index, name) in cases.enumerated() where form.cases & (UInt8(1) << UInt8(index)) != 0 {
                    label += (label.utf8.count == code.utf8.count ? "-" : "/") + name
                }
                forms.append(NameForm(text: String(scalars: form.text), label: label, rule: form.rule))
            }
        }
        return forms
    }
}
