import ControlProtocol
import NewswatchModel
import Systemd
import WatchlistFiles

/// ENTITY, ADD, SET, REMOVE: the watchlist and its live changes.
extension Daemon {
    func entity(_ request: Request) throws -> Answer {
        let text = request.positional[0]
        guard let id = EntityID(text), let entry = current.watchlist[id] else {
            throw Refusal(.notFound, "there is no entity \(text)")
        }
        return Answer(EntityItem(entry))
    }

    func put(_ request: Request, _ connection: Connection) async throws -> Answer {
        let payload = request.payload ?? []
        let (entity, warnings): (Entity, [FileProblem])
        do throws(FileProblems) { (entity, warnings) = try EntityPayload.decode(payload) } catch {
            throw Refusal(.badArgument, "\(error)")
        }
        try await changeWatchlist { store, current in
            try store.put(entity, replacing: request.verb == .set, current: current)
        }
        audit(request.verb, connection, entity.id.rawValue)
        let entry = current.watchlist[entity.id]
        let noise = entry.map { NoiseWarnings.of([$0]) } ?? []
        var told = (warnings + noise).map(\.description)
        if let file = entry?.covers {
            told.append("\(entity.id) covers \(file): what changes there does not count until the live edit is removed")
        }
        var answer = Answer(list: told.map { WarningItem(message: $0) })
        answer.fields = [("watchlist", "\(current.watchlist.version)")]
        return answer
    }

    func remove(_ request: Request, _ connection: Connection) async throws -> Answer {
        guard let id = EntityID(request.positional[0]) else {
            throw Refusal(.notFound, "there is no entity \(request.positional[0])")
        }
        try await changeWatchlist { store, current in try store.remove(id, current: current) }
        audit(.remove, connection, id.rawValue)
        return Answer(fields: [("watchlist", "\(current.watchlist.version)")])
    }
}
