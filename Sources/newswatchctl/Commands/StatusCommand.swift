import ArgumentParser
import ControlProtocol
import NewswatchModel

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "How the daemon is, and what it did in the last 24 hours.")

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let client = try options.connect()
        let output = options.output()
        try client.request(Request(verb: .status)) { json in
            if options.json { return output.line(json) }
            Self.show(try ControlJSON.decode(StatusItem.self, from: json), output)
        }
    }

    /// `en encoder F1 0.79 · ru convolution F1 0.57 (weak)`
    private static func tone(_ models: [StatusItem.ToneModel]) -> String {
        if models.isEmpty { return "none" }
        return models.map { model in
            let hundredths = min(99, Int((model.macroF1 * 100).rounded()))
            let weak = model.macroF1 < ToneModelFacts.weakBelow ? " (weak)" : ""
            return "\(model.language) \(model.engine) F1 0.\(hundredths < 10 ? "0" : "")\(hundredths)\(weak)"
        }.joined(separator: " · ")
    }

    private static func show(_ status: StatusItem, _ output: Output) {
        let state = status.state == .running ? "" : " · " + output.paint(status.state.rawValue, .red)
        output.line(
            "newswatchd \(status.version) · up \(Output.duration(status.uptimeSeconds))\(state) · watchlist "
                + "v\(status.watchlistVersion) (\(Output.count(status.entities, "entity", "entities")), "
                + "\(Output.count(status.names, "name"))) · spool \(status.waiting) waiting, \(status.inWork) in work · "
                + (status.abandoned > 0 ? "\(status.abandoned) abandoned · " : "")
                + "\(status.quarantined) quarantined")
        let coverage = status.coverage24h
        var parts = [Output.count(coverage.files, "file"), "\(coverage.read) read"]
        if coverage.duplicate > 0 { parts.append(Output.count(coverage.duplicate, "duplicate")) }
        parts += coverage.quarantined.sorted { $0.key < $1.key }.map {
            "\($0.value) \($0.key.replacing("-", with: " "))"
        }
        if coverage.withoutTone > 0 { parts.append("\(coverage.withoutTone) without tone") }
        if let last = coverage.lastArrival {
            let ago = max(0, (Moment.now.milliseconds - last.milliseconds) / 1000)
            parts.append("last arrival \(Output.duration(Int(ago))) ago")
        } else {
            parts.append("nothing arrived")
        }
        output.line("coverage 24h   " + parts.joined(separator: " · "))
        let busy = status.workers.count(where: \.busy)
        output.line(
            "workers        \(busy) of \(status.workers.count) busy · \(Output.count(status.workerRestarts, "restart"))"
        )
        output.line(
            "archive        \(Output.count(status.articles, "article")) · \(Output.count(status.mentions, "mention")) · "
                + "\(Output.count(status.alerts, "alert")) (\(status.undelivered) undelivered)")
        output.line("tone           " + tone(status.toneModels))
        for problem in status.toneProblems { output.line(output.paint("! tone: ", .red) + Output.plain(problem)) }
        if let detail = status.detail { output.line(output.paint("! ", .red) + Output.plain(detail)) }
        if let problem = status.watchlistProblem {
            output.line(output.paint("! watchlist: ", .red) + Output.plain(problem))
        }
    }
}
