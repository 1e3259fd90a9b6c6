import NewswatchModel

/// The names of one entity that are good to match, and why others are not.
struct NameSelection {
    /// The most names of one entity: an id that a whole file has is no entity.
    static let most = 1000

    private(set) var names: [Alias] = []
    /// Of names without one, for the first as well.
    private let language: String?
    /// All spellings, when they are too many to look through.
    private var spellings: Set<String> = []

    init(language: String? = nil) { self.language = language }

    /// Takes `alias` without spaces around it, or tells why not. Only the first name may be a single letter or digit.
    mutating func add(_ alias: Alias) -> ImportDrop? {
        var alias = Alias(name: Self.trimmed(alias.name), lang: alias.lang)
        if let fault = Self.fault(alias.name, isFirst: names.isEmpty) { return fault }
        guard names.count < Self.most else { return .tooMany }
        alias.lang = names.isEmpty ? nil : alias.lang ?? language
        if isKnown(alias) { return .double }
        names.append(alias)
        if names.count == 16 { spellings = Set(names.map(\.name)) }
        if names.count > 16 { spellings.insert(alias.name) }
        return nil
    }

    /// Whether the spelling is there, in the same language where one is given: another may have other forms.
    private func isKnown(_ alias: Alias) -> Bool {
        if names.count >= 16, !spellings.contains(alias.name) { return false }
        return names.indices.contains { index in
            let known = index == 0 ? language : names[index].lang
            return names[index].name == alias.name && (alias.lang == nil || alias.lang == known)
        }
    }

    /// `text` without the spaces around it, which a list would not give back.
    static func trimmed(_ text: String) -> String {
        guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
        var rest = text.unicodeScalars[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }

    private static func fault(_ name: String, isFirst: Bool) -> ImportDrop? {
        if let fault = NameFault(in: name) { return ImportDrop(fault) }
        if name.utf8.contains(UInt8(ascii: "|")) { return .bar }
        let isShort = name.utf8.count <= 4 && name.unicodeScalars.count == 1
        return isShort && !isFirst ? .short : nil
    }
}
