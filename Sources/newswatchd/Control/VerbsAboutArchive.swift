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
        filter.limit = try limit(request)
        // Without a place to begin, the last ones are meant; they come in the order they were raised.
        filter.order = filter.since == nil && filter.afterID == nil ? .newest : .oldest
        let found = try await archive.alerts(filter)
        return Answer(list: (filter.order == .newest ? found.reversed() : found).map { AlertItem($0) })
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
        filter.limit = try limit(request)
        filter.order = filter.since == nil ? .newest : .oldest
        let found = try await archive.articles(filter)
        return Answer(list: (filter.order == .newest ? found.reversed() : found).map(articleItem))
    }

    func article(_ request: Request) async throws -> Answer {
        let id = try identifier(request)
        guard let detail = try await archive.article(id: id) else {
            throw Refusal(.notFound, "there is no article \(id)")
        }
        return Answer(articleDetailItem(detail))
    }

    func search(_ request: Request) async throws -> Answer {
        let hits = try await archive.search(request.positional[0], limit: try limit(request))
        return Answer(list: hits.map(searchItem))
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
        return Answer(list: try await archive.files(state: state, limit: try limit(request)).map { FileItem($0) })
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
