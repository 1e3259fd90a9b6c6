import ControlProtocol
import Logging
import NewswatchModel
import Systemd

/// HELLO, HELP, LOGLEVEL, RELOAD: the server itself.
extension Daemon {
    func hello(_ request: Request, _ connection: Connection) throws -> Answer {
        guard request.positional[0] == "1" else {
            throw Refusal(.version, "this server speaks NWP/1, not NWP/\(request.positional[0])", [("supported", "1")])
        }
        return Answer(fields: [
            ("nwp", "1"), ("server", "newswatchd"), ("version", newswatchVersion), ("role", connection.peer.role.name),
        ])
    }

    func help(_ request: Request) throws -> Answer {
        guard let name = request.positional.first else { return Answer(list: Verb.allCases.map(HelpItem.init)) }
        guard let verb = Verb(rawValue: name.uppercased()) else {
            throw Refusal(.notFound, "there is no verb \(name); HELP lists them")
        }
        return Answer(list: [HelpItem(verb)])
    }

    func logLevel(_ request: Request, _ connection: Connection) throws -> Answer {
        if let name = request.positional.first {
            guard let level = Logger.Level(rawValue: name.lowercased()) else {
                let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal(.badArgument, "\(name) is no log level; known are \(known)")
            }
            logLevel.value = level
            audit(.loglevel, connection, level.rawValue)
        }
        return Answer(fields: [("level", logLevel.value.rawValue)])
    }

    func reload(_ request: Request, _ connection: Connection) async throws -> Answer {
        if let word = request.positional.first, word.lowercased() != "wait" {
            throw Refusal(.badArgument, "RELOAD takes nothing or wait, not \(word)")
        }
        audit(.reload, connection, "")
        do {
            let warnings = try await reloadNow()
            var answer = Answer(list: warnings.map { WarningItem(message: $0) })
            answer.fields = [
                ("watchlist", "\(current.watchlist.version)"), ("entities", "\(current.watchlist.entries.count)"),
                ("warnings", "\(warnings.count)"),
            ]
            return answer
        } catch { throw Refusal(.badArgument, "the old configuration stays in force: \(error)") }
    }
}
