/// How the names of one language decline. A `nil` among the forms says that the word stays as it is.
protocol Grammar {
    /// ISO 639-1 code of the language, for labels.
    static var code: String { get }
    /// The oblique cases, in the order of the forms.
    static var cases: [String] { get }
    /// Whether two words of a name may differ in the kind of ending where a case has two: Ukrainian
    /// "Володимирові Зеленському" and "Володимиру", but Russian "Новою" only beside "Зеландиею".
    static var mixesSpellings: Bool { get }
    static var lexicon: Lexicon { get }
    /// "и" between two names that both decline.
    static var conjunctions: Set<String> { get }
    /// "на" between the parts of a place name.
    static var prepositions: Set<String> { get }

    /// The sex that the end of a patronymic tells; `nil` when it is none.
    static func patronymicSex(_ token: NameToken) -> Sex?
    /// The sex that the end of a surname tells.
    static func surnameSex(_ token: NameToken) -> Sex?
    static func patronymic(_ token: NameToken, _ sex: Sex) -> TokenForms?
    static func firstName(_ token: NameToken, _ lexeme: Lexeme?, _ sex: Sex) -> TokenForms?
    static func surname(_ token: NameToken, _ lexeme: Lexeme?, _ sex: Sex, _ setting: SurnameSetting) -> TokenForms?

    /// The gender that an adjective's end tells; `nil` when it cannot be an adjective.
    static func adjectiveGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender?
    /// The same for a word that stands alone, where fewer ends are an adjective's: "Грозный", "Раменское".
    static func loneAdjectiveGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender?
    /// The gender of an adjective behind its noun ("Unia Europejska"), in a language that has them there.
    static func followingGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender?
    /// Whether the adjective may stand beside a noun of `gender`.
    static func agrees(_ token: NameToken, _ lexeme: Lexeme?, _ gender: Gender) -> Bool
    static func adjective(_ token: NameToken, _ gender: Gender) -> TokenForms?
    static func nounGender(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> Gender
    static func noun(_ token: NameToken, _ lexeme: Lexeme?, _ kind: NounKind) -> TokenForms?
}

extension Grammar {
    static func followingGender(_ token: NameToken, _ lexeme: Lexeme?) -> Gender? { nil }

    static func agrees(_ token: NameToken, _ lexeme: Lexeme?, _ gender: Gender) -> Bool {
        adjectiveGender(token, lexeme) == gender
    }
}

/// What a noun that is no person's name stands for.
enum NounKind: Sendable {
    case place, organisation, topic
}
