import ArgumentParser
import ControlProtocol

struct AlertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert", abstract: "One alert, with the lines of the article that it is about.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The alert's number.", completion: KnownIDs.alerts)
    var number: Int64

    func run() throws {
        let client = try options.connect()
        let output = options.output()
        var found: AlertItem?
        try client.request(Request(verb: .alert, positional: [String(number)])) { json in
            if options.json { return output.line(json) }
            found = try ControlJSON.decode(AlertItem.self, from: json)
        }
        guard let alert = found else { return }
        Self.show(head: alert, output)
        let request = Request(verb: .article, positional: [String(alert.article)])
        try Self.showLines(alert, client.items(ArticleDetailItem.self, request).first, output)
    }

    /// The two lines that tell which alert it is.
    static func show(head alert: AlertItem, _ output: Output) {
        let limit = alert.limit.map { " (limit \(Output.signed($0)))" } ?? ""
        output.line(
            "ALERT \(alert.id)  \(output.paint(Output.plain(alert.name), .bold))\(Output.id(alert))  \(output.tone(alert.tone))\(limit)  "
                + "rule \(alert.rule)  \(alert.severity.rawValue)  \(output.time(alert.raised))")
        output.line(
            " \(Output.count(alert.mentions, "mention")) in article \(alert.article) \"\(Output.plain(alert.title))\" · "
                + "file \(Output.plain(alert.file)) · watchlist v\(alert.watchlist) · sha256 \(alert.sha256.prefix(8))…"
        )
    }

    private static func showLines(_ alert: AlertItem, _ detail: ArticleDetailItem?, _ output: Output) {
        guard let detail else { return }
        let facts = [detail.article.source, detail.article.published.map { "published " + $0 }, detail.article.url]
            .compactMap { $0 }
        if !facts.isEmpty { output.line(" " + Output.plain(facts.joined(separator: " · "))) }
        let marks = Highlights(mentions: detail.mentions.filter { $0.entity == alert.entity })
        let lines =
            marks.lines(of: detail.article.title, in: .title, whole: false, output)
            + marks.lines(of: detail.text, in: .text, whole: false, output)
        for line in lines { output.line("  " + line) }
    }
}
