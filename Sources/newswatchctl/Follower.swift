import ControlProtocol
import Glibc

/// A subscription that is taken up again where it ended when the connection is lost.
struct Follower {
    private var since: Int64?
    private let filters: [String: String]
    private let options: GlobalOptions
    private let cursor: CursorFile?
    private let deal: (String, AlertItem) throws -> Void
    private var hasFollowed = false

    /// - Parameters:
    ///   - since: the last event that was dealt with; `nil` begins with what comes.
    ///   - cursor: keeps that number, moved only after `deal` has returned.
    ///   - deal: gets each alert, as JSON and decoded.
    init(
        since: Int64?, filters: [String: String], options: GlobalOptions, cursor: CursorFile?,
        deal: @escaping (String, AlertItem) throws -> Void
    ) {
        (self.since, self.filters, self.options) = (since, filters, options)
        (self.cursor, self.deal) = (cursor, deal)
    }

    /// The daemon's last alert is before the last one seen.
    private struct OtherArchive: Error {
        var last: String
    }

    mutating func run(_ first: Client) throws {
        var client: Client? = first
        while true {
            do {
                if client == nil { client = try options.connect() }
                if let client { try follow(client) }
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

    private mutating func follow(_ client: Client) throws {
        var keys = filters
        keys["since"] = since.map(String.init)
        let answer = try client.request(
            Request(verb: .subscribe, options: keys),
            refused: { fields in
                // A number that the user typed and that is wrong is told at once; one that was right is of an archive
                // now gone.
                guard hasFollowed || cursor != nil, let last = fields["last"] else { return nil }
                return OtherArchive(last: last)
            })
        hasFollowed = true
        if since == nil, let last = answer["seq"].flatMap({ Int64($0) }) { try move(to: last) }
        while true {
            guard case .push(let json) = try client.receive() else { continue }
            switch try ControlJSON.decode(ItemHeader.self, from: json).type {
            case "alert":
                let alert = try ControlJSON.decode(AlertItem.self, from: json)
                try deal(json, alert)
                try move(to: alert.seq)
            case "heartbeat":
                // What a filter passed over need not be looked at again.
                try move(to: max(since ?? 0, try ControlJSON.decode(HeartbeatItem.self, from: json).seq))
            case "lagged":
                since = try ControlJSON.decode(LaggedItem.self, from: json).resume
                return
            default: continue
            }
        }
    }

    private mutating func move(to number: Int64) throws {
        if since != number { try cursor?.write(number) }
        since = number
    }
}
