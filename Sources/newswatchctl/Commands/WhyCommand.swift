import ArgumentParser
import ControlProtocol

struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "What an alert rests on: its mentions, and the clauses and words behind the tone."
    )

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The alert's number.", completion: KnownIDs.alerts)
    var number: Int64

    func run() throws {
        let client = try options.connect()
        let output = options.output()
        try client.request(Request(verb: .why, positional: [String(number)])) { json in
            if options.json { return output.line(json) }
            Self.show(try ControlJSON.decode(WhyItem.self, from: json), output)
        }
    }

    private static func show(_ item: WhyItem, _ output: Output) {
        AlertCommand.show(head: item.alert, output)
        if let tone = item.alert.tone {
            var line =
                " tone \(Output.interval(tone)) over \(Output.count(tone.count ?? 0, "mention")) by \(tone.model)"
            if let quoted = tone.quoted {
                line += " · \(quoted.count) in quoted words: \(Output.signed(quoted.score))"
            }
            output.line(line)
        }
        Explanations.show(item.mentions, language: item.language, output)
        for note in item.notes { output.line(output.paint("  " + Output.plain(note), .dim)) }
    }
}

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Read an alert's file again and tell whether the same comes out.",
        discussion: "Exit status 1 when something differs.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "The alert's number.", completion: KnownIDs.alerts)
    var number: Int64

    func run() throws {
        let client = try options.connect()
        let output = options.output()
        var agrees = true
        try client.request(Request(verb: .verify, positional: [String(number)])) { json in
            let item = try ControlJSON.decode(VerifyItem.self, from: json)
            agrees = item.agrees
            if options.json { output.line(json) } else { Self.show(item, output) }
        }
        output.flush()
        if !agrees { throw Failure(.matched) }
    }

    private static func show(_ item: VerifyItem, _ output: Output) {
        output.line(
            "ALERT \(item.alert)  " + (item.agrees ? output.paint("agrees", .green) : output.paint("differs", .red)))
        output.table(
            item.checks.map { check in
                let found = check.agrees ? "same" : output.paint("now \(Output.plain(check.found))", .red)
                return [" " + check.what, Output.plain(check.recorded), found]
            })
        for note in item.notes { output.line(output.paint(" " + Output.plain(note), .dim)) }
    }
}
