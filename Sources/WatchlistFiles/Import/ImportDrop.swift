/// Why a name or an entity of an imported file is not taken.
public enum ImportDrop: String, Sendable, CaseIterable {
    // Of names.
    case empty
    case noLetterOrDigit = "no letter or digit"
    case controlCharacter = "control character"
    case tooLong = "over 512 octets"
    case bar = "has a bar"
    case notUTF8 = "not UTF-8"
    case double = "same as another of the entity"
    case short = "a single letter or digit"
    case tooMany = "over 1000 names"
    // Of entities.
    case noName = "no usable name"
    case noID = "no usable id"
    case schema = "schema not taken"
    case noKind = "no kind"
    case fields = "wrong number of fields"
    case collision = "another id becomes the same"
    case again = "the same entity again"
    case taken = "id taken"
    case tooManyAlike = "over 9999 entities with such a name"

    /// What is wrong with a name, by the rules of every file.
    init(_ fault: NameFault) {
        switch fault {
        case .empty: self = .empty
        case .noLetterOrDigit: self = .noLetterOrDigit
        case .controlCharacter: self = .controlCharacter
        case .tooLong: self = .tooLong
        }
    }
}
