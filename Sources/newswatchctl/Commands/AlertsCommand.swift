import ArgumentParser
import ControlProtocol
import Glibc

struct AlertsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts", abstract: "List alerts, or follow them as they are raised.")

    @OptionGroup var options: GlobalOptions
    @Flag(name: .shortAndLong, help: "Go on with alerts as they come; survives a restart of the daemon.")
    var follow = false
    @Option(help: "From this time on: RFC 3339, a date, or 90s, 30m, 12h, 7d ago.")
    var since: Moment?
    @Option(help: "Up to this time.")
    var until: Moment?
    @Option(help: "Only alerts after the one with this number.")
    var afterCursor: Int64?
    @Option(help: "Only alerts of this entity.")
    var entity: String?
    @Option(help: "Only alerts of this rule.")
    var rule: String?
    @Option(help: "At most so many.")
    var limit: Int?

    func validate() throws {
        if follow, until != nil { throw ValidationError("--follow has no end: leave out --until") }
    }

    func run() throws {
        let output = options.output()
        let client = try options.connect()
        var last = afterCursor
        if !follow || since != nil || limit != nil {
            try client.request(Request(verb: .alerts, options: filters(list: true))) { json in
                last = max(last ?? 0, try show(json, output))
            }
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
        filters["after"] = afterCursor.map(String.init)
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
            }
            client = nil
            sleep(1)
        }
    }

    private mutating func follow(_ client: Client, _ output: Output) throws {
        var keys = filters
        keys["since"] = since.map(String.init)
        let answer = try client.request(Request(verb: .subscribe, options: keys))
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
