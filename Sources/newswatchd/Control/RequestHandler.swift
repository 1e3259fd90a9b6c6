import ControlProtocol
import Logging
import NewswatchModel
import Systemd

/// What a verb answers: items, then fields of OK.
struct Answer {
    var items: [String] = []
    var fields: [(String, String)] = []

    init(fields: [(String, String)] = []) { self.fields = fields }

    /// A list, closed by its count.
    init<Item: Encodable>(list: [Item]) {
        items = list.map { ControlJSON.encode($0) }
        fields = [("count", "\(list.count)")]
    }

    /// The first `limit` of a list, of which one more was asked for; `more=yes` tells that it goes on.
    init<Item: Encodable>(list: [Item], limit: Int, reversed: Bool = false) {
        let kept = list.prefix(limit)
        self.init(list: reversed ? kept.reversed() : Array(kept))
        if list.count > limit { fields.append(("more", "yes")) }
    }

    /// One object.
    init<Item: Encodable>(_ item: Item) { items = [ControlJSON.encode(item)] }
}

/// A request that is refused with a code for programs and a sentence for people.
struct Refusal: Error {
    var code: ErrorCode
    var message: String
    var fields: [(String, String)] = []

    init(_ code: ErrorCode, _ message: String, _ fields: [(String, String)] = []) {
        (self.code, self.message, self.fields) = (code, message, fields)
    }
}

extension Daemon {
    /// Answers one request: checks the role, calls the verb, writes items and the final line.
    func answer(_ connection: Connection, _ request: Request) async {
        let tag = request.tag
        do {
            guard connection.peer.role >= request.verb.role else {
                let group = request.verb.role == .admin ? "newswatch-admin" : "newswatch"
                throw Refusal(
                    .denied,
                    "\(request.verb.rawValue) needs the role \(request.verb.role.name): join the group \(group)",
                    [("needs", request.verb.role.name)])
            }
            if isStopping, request.verb != .quit { throw Refusal(.shuttingDown, "newswatchd is stopping") }
            let answer = try await perform(request, for: connection)
            var out: [UInt8] = []
            for item in answer.items { out += Response.item(tag: tag, json: item) }
            out += Response.ok(tag: tag, fields: answer.fields)
            connection.send(out)
            if request.verb == .quit { connection.finish() }
            if request.verb == .subscribe { await replay(to: connection) }
        } catch {
            let refusal = error as? Refusal ?? Self.refusal(for: error)
            var fields = refusal.fields
            if refusal.code == .internal {
                let reference = String(UInt32.random(in: .min ... .max), radix: 16)
                log.error("\(request.verb.rawValue) failed, ref \(reference): \(refusal.message)")
                fields.append(("ref", reference))
            }
            connection.send(Response.error(tag: tag, code: refusal.code, message: refusal.message, fields: fields))
        }
    }

    /// One line in the log for each change that a client makes.
    func audit(_ verb: Verb, _ connection: Connection, _ what: String) {
        log.notice(
            "\(verb.rawValue)\(what.isEmpty ? "" : " " + what) by uid \(connection.peer.uid) pid \(connection.peer.pid)"
        )
    }

    private func perform(_ request: Request, for connection: Connection) async throws -> Answer {
        switch request.verb {
        case .ping: Answer(fields: [("", "pong")])
        case .hello: try hello(request, connection)
        case .help: try help(request)
        case .version: Answer(fields: [("version", newswatchVersion)])
        case .status: Answer(try await statusItem())
        case .stats: Answer(list: try await counters())
        case .metrics: Answer(MetricsItem(text: try await metricsText()))
        case .entities: Answer(list: current.watchlist.entries.map(EntityItem.init))
        case .entity: try entity(request)
        case .alerts: try await alerts(request)
        case .alert: try await alert(request)
        case .why: try await why(request)
        case .verify: try await verify(request)
        case .articles: try await articles(request)
        case .article: try await article(request)
        case .search: try await search(request)
        case .files: try await files(request)
        case .scan, .scanfd: try await scan(request, connection)
        case .submit, .submitfd: try await submit(request, connection)
        case .subscribe: try await subscribe(request, connection)
        case .unsubscribe: unsubscribe(connection)
        case .add, .set: try await put(request, connection)
        case .remove: try await remove(request, connection)
        case .reload: try await reload(request, connection)
        case .retry: try await retry(request, connection)
        case .loglevel: try logLevel(request, connection)
        case .quit: Answer()
        }
    }
}
