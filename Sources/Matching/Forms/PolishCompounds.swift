/// Polish nouns of which both parts decline: "Białystok", "Białegostoku".
enum PolishCompounds {
    /// The oblique cases and the vocative, in the order of `Polish.cases`.
    private static let words = [
        "białystok": ["białegostoku", "białemustokowi", "białystok", "białymstokiem", "białymstoku", "białymstoku"],
        "krasnystaw": [
            "krasnegostawu", "krasnemustawowi", "krasnystaw", "krasnymstawem", "krasnymstawie", "krasnymstawie",
        ],
        "rzeczpospolita": [
            "rzeczypospolitej", "rzeczypospolitej", "rzeczpospolitą", "rzeczpospolitą", "rzeczypospolitej",
            "rzeczpospolito",
        ],
    ]

    /// `nil` when no table has the word.
    static func forms(_ token: NameToken, _ what: String) -> TokenForms? {
        guard let cases = words[token.word] else { return nil }
        return TokenForms(
            rule: what + " of two parts that decline", cases: cases.map { [token.restemmed($0).text] })
    }
}
