/// Proposals as they are found, each text once.
struct ProposalList {
    private let name: String
    private(set) var spellings: [ProposedSpelling] = []

    init(without name: String) { self.name = name }

    mutating func add(_ text: String, _ scheme: TransliterationScheme, lang: String?) {
        guard text != name, text.contains(where: \.isLetter) else { return }
        guard let index = spellings.firstIndex(where: { $0.text == text }) else {
            spellings.append(ProposedSpelling(text: text, schemes: [scheme], languages: lang.map { [$0] } ?? []))
            return
        }
        if text.contains(where: \.isCyrillic) {
            if let lang, !spellings[index].languages.contains(lang) { spellings[index].languages.append(lang) }
        } else if spellings[index].lang != lang {
            spellings[index].languages = []
        }
        if !spellings[index].schemes.contains(scheme) { spellings[index].schemes.append(scheme) }
        let order = TransliterationScheme.allCases
        spellings[index].schemes.sort { a, b in
            (order.firstIndex(of: a) ?? 0) < (order.firstIndex(of: b) ?? 0)
        }
    }
}
