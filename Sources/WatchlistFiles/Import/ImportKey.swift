/// What a column of an imported table says of an entity.
public enum ImportKey: Hashable, Sendable {
    case id, name, kind
    /// Further spellings, several in one field; of one language when the key names it.
    case aliases(lang: String?)
    case tags, notes

    /// What the user may write.
    public static let choice = "id, name, kind, aliases, aliases:LANG, tags or notes"

    /// `nil` unless `text` is one of `choice`.
    public init?(_ text: String) {
        switch text {
        case "id": self = .id
        case "name": self = .name
        case "kind": self = .kind
        case "aliases": self = .aliases(lang: nil)
        case "tags": self = .tags
        case "notes": self = .notes
        default:
            let lang = text.dropFirst("aliases:".count)
            guard text.hasPrefix("aliases:"), EntityRules.isLanguage(lang) else { return nil }
            self = .aliases(lang: String(lang))
        }
    }
}
