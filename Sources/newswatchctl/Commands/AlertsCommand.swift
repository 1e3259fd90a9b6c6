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
    @Option(help: "Up to this time.")
    var until: Moment?
    @Option(help: "Only alerts after the one with this number.")
    var afterCursor: Int64?
    @Option(help: "Only alerts of this entity.")
    var entity: String?
    @Option(help: "Only alerts of this rule.")
    var rule: String?
    @Option(help: "At most so many; without it, and without --since, the last 100.")
    var limit: Int?

    func validate() throws {
        if follow, until != nil { throw ValidationError("--follow has no end: leave out --until") }
        if follow, limit != nil { throw ValidationError("--follow tells every alert: leave out --limit") }
        if let since, let until, since.time > until.time { throw ValidationError("--since is later than --until") }
    }

    func run() throws {
        let output = options.output()
        let client = try options.connect()
        var last = afterCursor
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
            var follower = Follower(since: last, filters: filters(list: false), options: options)
            try follower.run(client, output)
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

/// A subscription that is taken up again where it ended when the connection is lost.
struct Follower {
    /// The last event seen; `nil` begins with what comes.
    var since: Int64?
    let filters: [String: String]
    let options: GlobalOptions
    private var hasFollowed = false

    init(since: Int64?, filters: [String: String], options: GlobalOptions) {
        (self.since, self.filters, self.options) = (since, filters, options)
    }

    /// The daemon's last alert is before the last one seen.
    private struct OtherArchive: Error {
        var last: String
    }

    mutating func run(_ first: Client, _ output: Output) throws {
        var client: Client? = first
        while true {
            do {
                if client == nil { client = try options.connect() }
                if let client { try follow(client, output) }
            } catch is ConnectionLost {
                Output.complain("the connection is lost; trying again")
            } catch let failure as Failure
                where since != nil && (failure.status == .notRunning || failure.status == .busy)
            {
                // The daemon is being restarted.
            } catch let error as OtherArchive {
                Output.complain(
                    "the last alert is \(error.last), not \(since ?? 0): another archive; all of it follows")
                since = 0
            }
            client = nil
            sleep(1)
        }
    }

    private mutating func follow(_ client: Client, _ output: Output) throws {
        var keys = filters
        keys["since"] = since.map(String.init)
        let answer = try client.request(
            Request(verb: .subscribe, options: keys),
            refused: { fields in
                // A cursor of the user's own that is wrong is told at once; one that was right is of an archive now gone.
                guard hasFollowed, let last = fields["last"] else { return nil }
                return OtherArchive(last: last)
            })
        hasFollowed = true
        if since == nil { since = answer["seq"].flatMap { Int64($0) } }
        while true {
            guard case .push(let json) = try client.receive() else { continue }
            switch try ControlJSON.decode(ItemHeader.self, from: json).type {
            case "alert":
                let alert = try ControlJSON.decode(AlertItem.self, from: json)
                if options.json { output.line(json) } else { output.alert(alert) }
                output.flush()
                since = alert.seq
            case "heartbeat": since = max(since ?? 0, try ControlJSON.decode(HeartbeatItem.self, from: json).seq)
            case "lagged":
                since = try ControlJSON.decode(LaggedItem.self, from: json).resume
                return
            default: continue
            }
        }
    }
}
