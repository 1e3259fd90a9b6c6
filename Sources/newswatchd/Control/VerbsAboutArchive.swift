import Archive
import ControlProtocol
import NewswatchModel
import Systemd

/// ALERTS, ARTICLES, SEARCH, FILES and their singulars: what the archive knows.
extension Daemon {
    func alerts(_ request: Request) async throws -> Answer {
        var filter = AlertFilter()
        filter.since = try moment(request, "since")
        filter.until = try moment(request, "until")
        filter.afterID = try number(request, "after", in: 0...Int64.max)
        filter.entity = try entityID(request, "entity")
        filter.rule = request.options["rule"]
        let limit = try limit(request)
        filter.limit = limit + 1
        // Without a place to begin, the last ones are meant; they come in the order they were raised.
        filter.order = filter.since == nil && filter.afterID == nil ? .newest : .oldest
        let found = try await archive.alerts(filter)
        if found.isEmpty { try mustBeKnown(entity: filter.entity, rule: filter.rule) }
        return Answer(list: found.map { AlertItem($0) }, limit: limit, reversed: filter.order == .newest)
    }

    /// A misspelt id must not look like silence.
    func mustBeKnown(entity: EntityID?, rule: String? = nil) throws {
        if let entity, current.watchlist[entity] == nil {
            throw Refusal(.notFound, "there is no entity \(entity), and nothing of one in the archive")
        }
        if let rule, !configuration.rules.contains(where: { $0.id == rule }) {
            throw Refusal(.notFound, "there is no rule \(rule), and nothing of one in the archive")
        }
    }

    func alert(_ request: Request) async throws -> Answer {
        let id = try identifier(request)
        guard let alert = try await archive.alert(id: id) else { throw Refusal(.notFound, "there is no alert \(id)") }
        return Answer(AlertItem(alert))
    }

    func articles(_ request: Request) async throws -> Answer {
        var filter = ArticleFilter()
        filter.since = try moment(request, "since")
        filter.until = try moment(request, "until")
        filter.entity = try entityID(request, "entity")
        let limit = try limit(request)
        filter.limit = limit + 1
        filter.order = filter.since == nil ? .newest : .oldest
        let found = try await archive.articles(filter)
        if found.isEmpty { try mustBeKnown(entity: filter.entity) }
        return Answer(list: found.map(articleItem), limit: limit, reversed: filter.order == .newest)
    }

    func article(_ request: Request) async throws -> Answer {
        let id = try identifier(request)
        guard let detail = try await archive.article(id: id) else {
            throw Refusal(.notFound, "there is no article \(id)")
        }
        return Answer(articleDetailItem(detail))
    }

    func search(_ request: Request) async throws -> Answer {
        let limit = try limit(request)
        let hits = try await archive.search(request.positional[0], limit: limit + 1)
        return Answer(list: hits.map(searchItem), limit: limit)
    }

    func files(_ request: Request) async throws -> Answer {
        var state: DropState?
        if let name = request.options["state"] {
            guard let known = DropState(rawValue: name) else {
                throw Refusal(
                    .badArgument,
                    "state=\(name): known are \(DropState.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            state = known
        }
        let limit = try limit(request)
        return Answer(list: try await archive.files(state: state, limit: limit + 1).map { FileItem($0) }, limit: limit)
    }

    // MARK: Arguments

    func identifier(_ request: Request) throws -> Int64 {
        guard let id = Int64(request.positional[0]), id > 0 else {
            throw Refusal(.badArgument, "\(request.positional[0]) is no number of an alert, article or file")
        }
        return id
    }

    func entityID(_ request: Request, _ key: String) throws -> EntityID? {
        guard let text = request.options[key] else { return nil }
        guard let id = EntityID(text) else { throw Refusal(.badArgument, "\(key)=\(text): an id is \(EntityID.rule)") }
        return id
    }

    func number(_ request: Request, _ key: String, in range: ClosedRange<Int64>) throws -> Int64? {
        guard let text = request.options[key] else { return nil }
        guard let value = Int64(text), range.contains(value) else {
            throw Refusal(
                .badArgument, "\(key)=\(text): a whole number from \(range.lowerBound) to \(range.upperBound) is wanted"
            )
        }
        return value
    }

    private func limit(_ request: Request) throws -> Int {
        try number(request, "limit", in: 1...Int64(Limits.maximumItems)).map(Int.init) ?? Limits.defaultItems
    }

    private func moment(_ request: Request, _ key: String) throws -> Timestamp? {
        guard let text = request.options[key] else { return nil }
        guard let value = Timestamp(rfc3339: text) else {
            throw Refusal(.badArgument, "\(key)=\(text): a time is RFC 3339, such as 2026-11-24T08:00:00Z, or a date")
        }
        return value
    }
}
