import ControlProtocol
import NewswatchModel
import WatchlistFiles

/// What an article was read with, as the archive keeps it with an alert: its entities, and the words for all.
struct RecordedDefinition {
    private(set) var entities: [Entity] = []
    /// The words that counted toward every entity.
    private(set) var words = ToneWords()
    /// Bodies that cannot be read.
    private(set) var unreadable = 0

    /// A body that holds the words for all.
    private struct WordsForAll: Codable { var words: ToneWords }

    /// JSON, one for each entity and one for the words if there are any.
    static func bodies(of entities: [Entity], words: ToneWords) -> [String] {
        let bodies = entities.map { entity in
            var entity = entity
            // For the user, and no matter of matching: an edited note is no other definition.
            entity.notes = nil
            return EntityPayload.encode(entity)
        }
        return words.isEmpty ? bodies : bodies + [ControlJSON.encode(WordsForAll(words: words))]
    }

    /// What `bodies` wrote.
    init(bodies: [String]) {
        for body in bodies {
            let octets = Array(body.utf8)
            if let entity = try? EntityPayload.decode(octets).entity {
                entities.append(entity)
            } else if let found = try? ControlJSON.decode(WordsForAll.self, from: octets) {
                words = found.words
            } else {
                unreadable += 1
            }
        }
    }
}
