import ArgumentParser
import ControlProtocol

struct RetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Put quarantined files back into the spool.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Names in the quarantine, as `newswatchctl files --state quarantined` tells them.")
    var files: [String]

    func run() throws {
        let client = try options.connect()
        for file in files {
            try client.request(Request(verb: .retry, positional: [file]))
            options.output().line(
                options.json ? ControlJSON.encode(["type": "retried", "file": file]) : "\(file): back in the spool")
        }
    }
}
