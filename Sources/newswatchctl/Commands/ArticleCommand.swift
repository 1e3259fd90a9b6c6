import ArgumentParser
import ControlProtocol

struct ArticleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "article", abstract: "One article with its text and mentions.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The article's number.", completion: KnownIDs.articles)
    var number: Int64

    func run() throws {
        let client = try options.connect()
        let output = options.output()
        try client.request(Request(verb: .article, positional: [String(number)])) { json in
            if options.json { return output.line(json) }
            let detail = try ControlJSON.decode(ArticleDetailItem.self, from: json)
            let article = detail.article
            let marks = Highlights(mentions: detail.mentions)
            if !article.title.isEmpty {
                for title in marks.lines(of: article.title, in: .title, whole: true, output) { output.line(title) }
            }
            let facts = [
                article.author, article.source, article.published, article.language, article.url, article.file,
            ]
            output.line(output.paint(Output.plain(facts.compactMap { $0 }.joined(separator: " · ")), .dim))
            output.table(Self.summary(article.entities, output))
            output.line()
            for line in marks.lines(of: detail.text, in: .text, whole: true, output) { output.line(line) }
        }
    }

    /// A row for each entity of an article.
    static func summary(_ entities: [EntitySummaryItem], _ output: Output) -> [[String]] {
        entities.map { [" " + $0.id.rawValue, Output.count($0.mentions, "mention"), output.tone($0.tone)] }
    }
}
