import ArgumentParser
import ControlProtocol

struct RetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Put quarantined files back into the spool.")

    @OptionGroup var options: GlobalOptions
    @Argument(
        help: "Numbers or names of files, as `newswatchctl files --state quarantined` tells them.",
        completion: KnownIDs.quarantined)
    var files: [String]

    private struct Retried: Encodable {
        var schema = ControlJSON.schema
        var type = "retried"
        var file: String
    }

    func run() throws {
        let client = try options.connect()
        for file in files {
            try client.request(Request(verb: .retry, positional: [file]))
            options.output().line(
                options.json
                    ? ControlJSON.encode(Retried(file: file)) : "\(Output.plain(file)): back in the spool")
        }
    }
}
