import Archive
import ControlProtocol
import NewswatchModel
import Systemd

/// SUBSCRIBE and UNSUBSCRIBE: every alert exactly once and in order, from the archive first, then live.
extension Daemon {
    /// Alerts of one read from the archive while replaying.
    private static let replayBatch = 500

    func subscribe(_ request: Request, _ connection: Connection) async throws -> Answer {
        let last = server.lastSequence
        let since = try number(request, "since", in: 0...Int64.max)
        if let since, since > last {
            // Whoever counts on it would wait in silence until that many alerts have been raised.
            throw Refusal(
                .badArgument, "since=\(since): the last alert is \(last); is this another archive?",
                [("last", "\(last)")])
        }
        connection.subscription = Connection.Subscription(
            entity: try entityID(request, "entity"), rule: request.options["rule"], sequence: since ?? last)
        return Answer(fields: [("seq", "\(last)")])
    }

    func unsubscribe(_ connection: Connection) -> Answer {
        connection.subscription = nil
        return Answer()
    }

    /// Pushes what the archive has after the subscriber's place, until it has caught up with the live ones.
    /// Both replay and live pushes run on the loop, and a live alert is numbered before it is pushed, so the
    /// moment between the last empty read and going live is none.
    func replay(to connection: Connection) async {
        while true {
            // One who is far behind reads as fast as he can, however much there is.
            await connection.outputRead()
            guard var subscription = connection.subscription, subscription.isReplaying else { return }
            var filter = AlertFilter()
            filter.afterID = subscription.sequence
            filter.limit = Self.replayBatch
            filter.order = .oldest
            let known = server.lastSequence
            let found: [Alert]
            do throws(ArchiveError) { found = try await archive.alerts(filter) } catch {
                connection.send(Response.error(code: .internal, message: "the archive cannot be read: \(error)"))
                return connection.finish()
            }
            // It may have unsubscribed or lagged in the meantime.
            guard connection.subscription != nil else { return }
            for alert in found where alert.id <= server.lastSequence {
                // The place moves after the push: one that does not go out is where to resume.
                if subscription.wants(alert), !connection.push(Self.push(alert)) { return }
                subscription.sequence = alert.id
                connection.subscription?.sequence = alert.id
            }
            if found.count < Self.replayBatch, known == server.lastSequence {
                connection.subscription?.isReplaying = false
            }
        }
    }

    /// Pushes alerts that were just delivered to everyone who is live.
    func pushLive(_ alerts: [Alert]) {
        guard let last = alerts.last else { return }
        server.lastSequence = max(server.lastSequence, last.id)
        let subscribers = server.subscribers
        guard !subscribers.isEmpty else { return }
        for alert in alerts {
            let bytes = Self.push(alert)
            for subscriber in subscribers {
                guard let subscription = subscriber.subscription, !subscription.isReplaying,
                    subscription.sequence < alert.id
                else { continue }
                if subscription.wants(alert), !subscriber.push(bytes) { continue }
                subscriber.subscription?.sequence = alert.id
            }
        }
    }

    private static func push(_ alert: Alert) -> [UInt8] { Response.push(ControlJSON.encode(AlertItem(alert))) }
}
