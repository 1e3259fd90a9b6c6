import NewswatchModel

/// A column of a list file, as the first line names it.
enum ListColumn: Hashable, Sendable {
    case id, name, kind
    /// Further spellings, of one language when the title says so: `aliases:ru`.
    case aliases(lang: String?)
    case tags
    case nameCase, inflect, notes

    /// What may stand in the first line.
    static let titles = ["id", "name", "kind", "aliases", "aliases:LANG", "tags", "case", "inflect", "notes"]
    /// A list without these is none.
    static let required: [ListColumn] = [.id, .name, .kind]

    /// `nil` for a title that no column has; the language is not judged.
    init?(_ title: String) {
        switch title {
        case "id": self = .id
        case "name": self = .name
        case "kind": self = .kind
        case "aliases": self = .aliases(lang: nil)
        case "tags": self = .tags
        case "case": self = .nameCase
        case "inflect": self = .inflect
        case "notes": self = .notes
        default:
            guard title.hasPrefix("aliases:") else { return nil }
            self = .aliases(lang: String(title.dropFirst("aliases:".count)))
        }
    }

    var title: String {
        switch self {
        case .id: "id"
        case .name: "name"
        case .kind: "kind"
        case .aliases(nil): "aliases"
        case .aliases(let lang?): "aliases:\(lang)"
        case .tags: "tags"
        case .nameCase: "case"
        case .inflect: "inflect"
        case .notes: "notes"
        }
    }
}
