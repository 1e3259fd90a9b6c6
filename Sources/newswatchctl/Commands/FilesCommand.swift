import ArgumentParser
import ControlProtocol
import NewswatchModel

extension DropState: ExpressibleByArgument {}

struct FilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files", abstract: "List dropped files and what became of them, the last first.")

    @OptionGroup var options: GlobalOptions
    @Option(help: "Only files in this state: archived, duplicate or quarantined.")
    var state: DropState?
    @Option(help: "At most so many; 100 without it.")
    var limit: Int?

    func run() throws {
        var keys: [String: String] = [:]
        keys["state"] = state?.rawValue
        keys["limit"] = limit.map(String.init)
        let client = try options.connect()
        let output = options.output()
        try client.request(Request(verb: .files, options: keys)) { json in
            if options.json { return output.line(json) }
            let file = try ControlJSON.decode(FileItem.self, from: json)
            let style: Output.Style = file.state == .quarantined ? .red : .dim
            output.line(
                "\(output.paint(String(file.id), .cyan))  \(output.time(file.finished))  "
                    + "\(output.paint(file.state.rawValue, style))  "
                    + Output.plain(file.source.map { $0 + "/" } ?? "")
                    + "\(Output.plain(file.name))  \(file.size) octets")
            if let reason = file.reason {
                output.line("    \(reason.rawValue): \(Output.plain(file.detail ?? ""))")
                output.line("    newswatchctl retry \(file.id)")
            }
            if let first = file.duplicateOf { output.line("    the same bytes as file \(first)") }
        }
    }
}
