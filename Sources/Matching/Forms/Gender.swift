/// What an adjective agrees with.
enum Gender: UInt8, Sendable {
    case masculine, feminine, neuter, plural
}
