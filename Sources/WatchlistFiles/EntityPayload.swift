import FoundationEssentials
import NewswatchModel

/// The JSON object that ADD and SET carry: the keys of a watchlist file's `[[entity]]`.
public enum EntityPayload {
    /// Reads and checks one entity. Problems name the path "payload" and no line.
    ///
    /// Whether the entities in `only-with` exist is for the caller to ask, who knows the watchlist
    /// (`WatchlistFolder.danglingReferences(in:)`).
    public static func decode(
        _ json: [UInt8]
    ) throws(FileProblems) -> (entity: Entity, warnings: [FileProblem]) {
        let table = try readJSONObject(json, path: "payload")
        let (entity, problems, _) = EntityReader.read(table)
        guard let entity else { throw FileProblems(problems.filter { $0.severity == .error }) }
        return (entity, problems)
    }

    /// One line of JSON that `decode` reads back to an equal entity; keys sorted, defaults left out.
    public static func encode(_ entity: Entity) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(CompactEntity(entity: entity)) else {
            // Strings, whole numbers and lists of them: the encoder has no reason to refuse any.
            preconditionFailure("an entity did not become JSON")
        }
        return String(decoding: data, as: UTF8.self)
    }
}

/// An entity without the keys that have their default.
private struct CompactEntity: Encodable {
    let entity: Entity

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Entity.CodingKeys.self)
        try container.encode(entity.id, forKey: .id)
        try container.encode(entity.name, forKey: .name)
        try container.encode(entity.kind, forKey: .kind)
        if !entity.aliases.isEmpty { try container.encode(entity.aliases, forKey: .aliases) }
        if !entity.tags.isEmpty { try container.encode(entity.tags, forKey: .tags) }
        if entity.nameCase != .smart { try container.encode(entity.nameCase, forKey: .nameCase) }
        if entity.inflect != .auto { try container.encode(entity.inflect, forKey: .inflect) }
        if !entity.near.isEmpty { try container.encode(entity.near, forKey: .near) }
        try container.encodeIfPresent(entity.nearDistance, forKey: .nearDistance)
        if !entity.notNear.isEmpty { try container.encode(entity.notNear, forKey: .notNear) }
        if !entity.exclude.isEmpty { try container.encode(entity.exclude, forKey: .exclude) }
        if !entity.onlyWith.isEmpty { try container.encode(entity.onlyWith, forKey: .onlyWith) }
        if !entity.toneWords.isEmpty { try container.encode(entity.toneWords, forKey: .toneWords) }
        try container.encodeIfPresent(entity.notes, forKey: .notes)
    }
}
