import ArgumentParser
import ControlProtocol
import Glibc

struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts", abstract: "List alerts, or follow them as they are raised.")

    @OptionGroup var options: GlobalOptions
    @Flag(name: .shortAndLong, help: "Go on with alerts as they come; survives a restart of the daemon.")
    var follow = false
    @Option(help: ArgumentHelp("From this time on: \(Moment.forms)"))
    var since: Moment?
    @Option(help: "Before this time.")
    var until: Moment?
    @Option(help: "Only alerts after the one with this number.")
    var afterCursor: Int64?
    @Option(help: "Only alerts of this entity.", completion: KnownIDs.entities)
    var entity: String?
    @Option(help: "Only alerts of this rule.", completion: KnownIDs.rules)
    var rule: String?
    @Option(help: "At most so many; without it, and without --since, the last 100.")
    var limit: Int?

    @Option(
        help: "With --follow: go on after the number in FILE, and keep it there; without FILE, begin now.",
        completion: .file())
    var cursorFile: String?
    @Option(
        help: """
            With --follow: run PROGRAM for each alert, which comes as a line of JSON on its standard input; again until \
            it succeeds.
            """, completion: .file())
    var exec: String?

    func validate() throws {
        if !follow, exec != nil || cursorFile != nil {
            throw ValidationError("--exec and --cursor-file go with --follow")
        }
        if cursorFile != nil, since != nil || afterCursor != nil {
            throw ValidationError("--cursor-file says where to begin: leave out --since and --after-cursor")
        }
        if exec != nil, since != nil {
            throw ValidationError("--exec takes --after-cursor or --cursor-file, not --since")
        }
        if follow, until != nil { throw ValidationError("--follow has no end: leave out --until") }
        if follow, limit != nil { throw ValidationError("--follow tells every alert: leave out --limit") }
        if let since, let until, since.time > until.time { throw ValidationError("--since is later than --until") }
    }

    func run() throws {
        let output = options.output()
        let cursor = cursorFile.map(CursorFile.init)
        let hook = exec.map(Hook.init)
        let client = try options.connect()
        var last = try cursor?.read() ?? afterCursor
        if !follow || since != nil {
            repeat {
                // With a place to begin, all of them are meant, however many: they come page by page.
                let isPaged = limit == nil && (since != nil || afterCursor != nil)
                var keys = filters(list: true)
                keys["after"] = last.map(String.init)
                if isPaged { keys["limit"] = String(Limits.maximumItems) }
                let before = last
                let answer = try client.request(Request(verb: .alerts, options: keys), tellsMore: !isPaged) { json in
                    last = max(last ?? 0, try show(json, output))
                }
                if !isPaged || answer["more"] == nil || last == before { break }
            } while true
            output.flush()
        }
        if follow {
            var follower = Follower(since: last, filters: filters(list: false), options: options, cursor: cursor) {
                json, alert in
                if let hook { return try hook.deliver(json, number: alert.seq) }
                if options.json { output.line(json) } else { output.alert(alert) }
                output.flush()
            }
            try follower.run(client)
        }
    }

    /// Prints one alert; its number.
    private func show(_ json: String, _ output: Output) throws -> Int64 {
        let alert = try ControlJSON.decode(AlertItem.self, from: json)
        if options.json { output.line(json) } else { output.alert(alert) }
        return alert.seq
    }

    private func filters(list: Bool) -> [String: String] {
        var filters: [String: String] = [:]
        filters["entity"] = entity
        filters["rule"] = rule
        guard list else { return filters }
        filters["since"] = since?.time.rfc3339
        filters["until"] = until?.time.rfc3339
        filters["limit"] = limit.map(String.init)
        return filters
    }
}
