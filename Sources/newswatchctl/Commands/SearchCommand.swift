import ArgumentParser
import ControlProtocol

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find articles of the archive by their words.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Words that all must be there.")
    var query: [String]
    @Option(help: "At most so many; 100 without it.")
    var limit: Int?

    func run() throws {
        let client = try options.connect()
        let output = options.output()
        var keys: [String: String] = [:]
        keys["limit"] = limit.map(String.init)
        let request = Request(verb: .search, positional: [query.joined(separator: " ")], options: keys)
        try client.request(request) { json in
            if options.json { return output.line(json) }
            let hit = try ControlJSON.decode(SearchItem.self, from: json)
            output.line(
                "\(output.paint(String(hit.article), .cyan))  \(hit.published ?? "--")  "
                    + Output.title(hit.title, file: hit.file))
            output.line("    " + Output.plain(hit.snippet.replacing("\n", with: " ")))
        }
    }
}
