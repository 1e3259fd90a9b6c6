import ArgumentParser
import ControlProtocol

struct PingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "ping", abstract: "Whether the daemon answers.")

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let client = try options.connect()
        try client.request(Request(verb: .ping))
        options.output().line(options.json ? "{\"schema\":1,\"type\":\"pong\"}" : "pong")
    }
}
