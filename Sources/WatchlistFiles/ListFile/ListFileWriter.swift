import NewswatchModel

/// Writes the lines of a list file that `ListFile.read` reads back to equal entities.
///
/// A list has columns for a part of an entity's keys only; what is beyond them is for files that people write.
struct ListFileWriter {
    let columns: [ListColumn]

    init(_ columns: [ListColumn]) { self.columns = columns }

    /// The line that names the columns, with its end.
    var header: [UInt8] { Array((columns.map(\.title).joined(separator: "\t") + "\n").utf8) }

    /// `entity` as it is read back: its aliases in the order of the columns.
    func ordered(_ entity: Entity) -> Entity {
        guard entity.aliases.contains(where: { $0.lang != entity.aliases[0].lang }) else { return entity }
        var entity = entity
        entity.aliases = columns.flatMap { column in
            if case .aliases(let lang) = column { return entity.aliases.filter { $0.lang == lang } }
            return []
        }
        return entity
    }

    /// Adds the line of `entity`, with its end, to `output`. Its names and notes have neither tab nor line end, its
    /// aliases no bar: who takes names from elsewhere sees to that.
    func write(_ entity: Entity, to output: inout [UInt8]) {
        for (index, column) in columns.enumerated() {
            if index > 0 { output.append(0x09) }
            switch column {
            case .id: output.append(contentsOf: entity.id.rawValue.utf8)
            case .name: output.append(contentsOf: entity.name.utf8)
            case .kind: output.append(contentsOf: entity.kind.rawValue.utf8)
            case .aliases(let lang):
                var isFirst = true
                for alias in entity.aliases where alias.lang == lang { Self.join(alias.name, &isFirst, &output) }
            case .tags:
                var isFirst = true
                for tag in entity.tags { Self.join(tag, &isFirst, &output) }
            case .nameCase:
                if entity.nameCase != .smart { output.append(contentsOf: entity.nameCase.rawValue.utf8) }
            case .inflect:
                if entity.inflect != .auto { output.append(contentsOf: entity.inflect.rawValue.utf8) }
            case .notes: output.append(contentsOf: (entity.notes ?? "").utf8)
            }
        }
        output.append(0x0A)
    }

    private static func join(_ text: String, _ isFirst: inout Bool, _ output: inout [UInt8]) {
        if !isFirst { output.append(contentsOf: " | ".utf8) }
        isFirst = false
        output.append(contentsOf: text.utf8)
    }
}
