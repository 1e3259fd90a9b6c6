import NewswatchModel
import WatchlistFiles

/// An entity as the archive keeps it with an alert's article.
enum RecordedDefinition {
    /// JSON, one for each entity. The words that counted toward every entity then are among its own.
    static func bodies(of entities: [Entity], words: ToneWords) -> [String] {
        entities.map { entity in
            var entity = entity
            entity.toneWords = words.merged(with: entity.toneWords)
            // For the user, and no matter of matching: an edited note is no other definition.
            entity.notes = nil
            return EntityPayload.encode(entity)
        }
    }

    /// What `bodies` wrote; a body that cannot be read is left out.
    static func entities(from bodies: [String]) -> [Entity] {
        bodies.compactMap { try? EntityPayload.decode(Array($0.utf8)).entity }
    }
}
