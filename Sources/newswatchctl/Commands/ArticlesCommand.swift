import ArgumentParser
import ControlProtocol

struct ArticlesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "articles", abstract: "List articles of the archive.")

    @OptionGroup var options: GlobalOptions
    @Option(help: ArgumentHelp("Received from this time on: \(Moment.forms)"))
    var since: Moment?
    @Option(help: "Received before this time.")
    var until: Moment?
    @Option(help: "Only those that mention this entity.", completion: KnownIDs.entities)
    var entity: String?
    @Option(help: "At most so many; 100 without it.")
    var limit: Int?

    func run() throws {
        var keys: [String: String] = [:]
        keys["since"] = since?.time.rfc3339
        keys["until"] = until?.time.rfc3339
        keys["entity"] = entity
        keys["limit"] = limit.map(String.init)
        let client = try options.connect()
        let output = options.output()
        try client.request(Request(verb: .articles, options: keys)) { json in
            if options.json { return output.line(json) }
            let article = try ControlJSON.decode(ArticleItem.self, from: json)
            let entities = article.entities.map { "\($0.id) ×\($0.mentions)" }.joined(separator: ", ")
            output.line(
                "\(output.paint(String(article.id), .cyan))  \(output.time(article.received))  "
                    + "\(article.language ?? "--")  \(Output.title(article.title, file: article.file))  \(entities)")
        }
    }
}
