import NewswatchModel

/// An entity on its way through the sorted runs.
struct RunRecord {
    var entity: Entity
    /// In the file that it comes from.
    var line: Int
    /// What the file calls it.
    var source: String
    /// Whether the id was made of the name, so that others may have got the same.
    var isMade = false

    // Names, tags and notes have no control characters: these stand between them.
    private static let tab = UInt8(0x09)
    private static let between = UInt8(0x1F)

    init(entity: Entity, line: Int, source: String, isMade: Bool = false) {
        (self.entity, self.line, self.source, self.isMade) = (entity, line, source, isMade)
    }

    /// What stands behind the id.
    var octets: [UInt8] {
        var octets: [UInt8] = []
        func field(_ text: String) {
            octets.append(contentsOf: text.utf8)
            octets.append(Self.tab)
        }
        func list(_ texts: [String]) {
            for text in texts {
                octets.append(contentsOf: text.utf8)
                octets.append(Self.between)
            }
            octets.append(Self.tab)
        }
        field(String(line))
        field(isMade ? "made" : "")
        field(source == entity.id.rawValue ? "" : Self.plain(source))
        field(entity.name)
        field(entity.kind.rawValue)
        list(entity.aliases.map(\.name))
        list(entity.aliases.contains { $0.lang != nil } ? entity.aliases.map { $0.lang ?? "" } : [])
        list(entity.tags)
        field(entity.nameCase == .smart ? "" : entity.nameCase.rawValue)
        field(entity.inflect == .auto ? "" : entity.inflect.rawValue)
        field(entity.notes.map(Self.plain) ?? "")
        return octets
    }

    /// Reads a line of the runs. `nil` for one that is none of ours.
    init?(_ octets: [UInt8]) {
        let fields = octets.split(separator: Self.tab, omittingEmptySubsequences: false)
        guard fields.count == 13 else { return nil }
        func text(_ index: Int) -> String { String(decoding: fields[index], as: UTF8.self) }
        func list(_ index: Int) -> [String] {
            fields[index].split(separator: Self.between, omittingEmptySubsequences: false).dropLast()
                .map { String(decoding: $0, as: UTF8.self) }
        }
        guard let id = EntityID(text(0)), let line = Int(text(1)), let kind = EntityKind(rawValue: text(5)) else {
            return nil
        }
        let (names, languages) = (list(6), list(7))
        let aliases = names.enumerated().map { index, name in
            let lang = index < languages.count ? languages[index] : ""
            return Alias(name: name, lang: lang.isEmpty ? nil : lang)
        }
        entity = Entity(
            id: id, name: text(4), kind: kind, aliases: aliases, tags: list(8),
            nameCase: NameCase(rawValue: text(9)) ?? .smart,
            inflect: fields[10].isEmpty ? .auto : Inflection(rawValue: text(10)),
            notes: fields[11].isEmpty ? nil : text(11))
        self.line = line
        isMade = !fields[2].isEmpty
        source = fields[3].isEmpty ? id.rawValue : text(3)
    }

    /// `text` on one line and without what separates here.
    static func plain(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: NameFault.isControl) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            out.append(NameFault.isControl(scalar) ? " " : scalar)
        }
        return String(out)
    }
}
