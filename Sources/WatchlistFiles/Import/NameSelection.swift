import NewswatchModel

/// The names of one entity that are good to match, and why others are not.
struct NameSelection {
    /// The most names of one entity: an id that a whole file has is no entity.
    static let most = 1000

    private(set) var names: [Alias] = []
    private var known: Set<String> = []

    /// Takes `alias`, or tells why not. Only the first name may be a single letter or digit.
    mutating func add(_ alias: Alias) -> ImportDrop? {
        if let fault = Self.fault(alias.name, isFirst: names.isEmpty) { return fault }
        guard names.count < Self.most else { return .tooMany }
        // A second name is compared with one, and a set is not worth it.
        if names.count == 1, names[0].name == alias.name { return .double }
        if names.count == 1 { known.insert(names[0].name) }
        if names.count >= 1, !known.insert(alias.name).inserted { return .double }
        names.append(alias)
        return nil
    }

    private static func fault(_ name: String, isFirst: Bool) -> ImportDrop? {
        if let fault = NameFault(in: name) { return ImportDrop(fault) }
        if name.utf8.contains(UInt8(ascii: "|")) { return .bar }
        let isShort = name.utf8.count <= 4 && name.unicodeScalars.count == 1
        return isShort && !isFirst ? .short : nil
    }
}
