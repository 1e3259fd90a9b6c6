/// The sex of a person as grammar asks for it.
enum Sex: UInt8, Sendable {
    case male, female
}
