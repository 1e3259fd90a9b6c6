/// One word of a name in each oblique case.
struct TokenForms {
    /// For people: "surname in -ин".
    let rule: String
    /// For each case of the language its spellings; the usual one first.
    let cases: [[[Unicode.Scalar]]]

    /// The same in capitals, for a surname written so.
    var capitalised: TokenForms {
        TokenForms(rule: rule, cases: cases.map { spellings in spellings.map { $0.map(\.uppercasedLetter) } })
    }

    /// The spellings of both, these first.
    func joined(_ other: TokenForms) -> TokenForms {
        TokenForms(
            rule: rule, cases: zip(cases, other.cases).map { mine, more in mine + more.filter { !mine.contains($0) } })
    }
}
