import ArgumentParser
import ControlProtocol

/// What the shell offers behind an option: ids that the daemon knows. Nothing where there is no daemon.
enum KnownIDs {
    /// Entities of the watchlist.
    static let entities = CompletionKind.custom { _, _, _ in
        ask(EntityItem.self, Request(verb: .entities)) { $0.entity.id.rawValue }
    }
    /// Rules of the last alerts.
    static let rules = CompletionKind.custom { _, _, _ in
        Set(ask(AlertItem.self, Request(verb: .alerts, options: ["limit": "1000"]), \.rule)).sorted()
    }
    /// The last alerts, the newest first.
    static let alerts = CompletionKind.custom { _, _, _ in
        ask(AlertItem.self, Request(verb: .alerts)) { String($0.id) }.reversed()
    }
    /// The last articles, the newest first.
    static let articles = CompletionKind.custom { _, _, _ in
        ask(ArticleItem.self, Request(verb: .articles)) { String($0.id) }.reversed()
    }
    /// Files in quarantine.
    static let quarantined = CompletionKind.custom { _, _, _ in
        ask(FileItem.self, Request(verb: .files, options: ["state": "quarantined"])) { String($0.id) }
    }

    private static func ask<Item: Decodable>(
        _ type: Item.Type, _ request: Request, _ id: (Item) -> String
    ) -> [String] {
        guard let client = try? Client(SocketPlace.find(nil)) else { return [] }
        return (try? client.items(type, request))?.map(id) ?? []
    }
}
