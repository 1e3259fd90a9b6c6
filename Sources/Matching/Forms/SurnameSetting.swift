/// What stands beside a surname.
enum SurnameSetting: Sendable {
    /// Nothing, so that the sex is a guess.
    case alone
    /// A first name of the language.
    case native
    /// A first name of another language, or one that no table has.
    case foreign
}
