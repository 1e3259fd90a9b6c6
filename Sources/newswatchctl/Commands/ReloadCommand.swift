import ArgumentParser
import ControlProtocol

struct ReloadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reload", abstract: "Have the daemon read its configuration and watchlist anew.")

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Accepted and without effect: a reload is over when it is answered.")
    var wait = false

    private struct Reloaded: Encodable {
        var schema = ControlJSON.schema
        var type = "reloaded"
        var watchlist: Int?
        var entities: Int?
    }

    func run() throws {
        let client = try options.connect()
        let answer = try client.request(Request(verb: .reload, positional: wait ? ["wait"] : [])) { json in
            try Output.warn(json)
        }
        let output = options.output()
        guard options.json else {
            output.line("watchlist v\(answer["watchlist"] ?? "?") (\(answer["entities"] ?? "?") entities)")
            return
        }
        let (version, entities) = (answer["watchlist"].flatMap { Int($0) }, answer["entities"].flatMap { Int($0) })
        output.line(ControlJSON.encode(Reloaded(watchlist: version, entities: entities)))
    }
}
