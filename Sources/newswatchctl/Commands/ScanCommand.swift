import ArgumentParser
import ControlProtocol
import Glibc
import NewswatchModel

extension ArticleFormat: ExpressibleByArgument {}

struct ScanCommand: ParsableCommand {
    enum Overlap: String, ExpressibleByArgument, CaseIterable {
        case longest, all
    }

    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Tell what is in files, without storing anything.",
        discussion: "Exit status 1 with --check when an entity is mentioned.")

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Scan without a daemon, with the entities of --watchlist.")
    var offline = false
    @Option(help: "A watchlist file or folder for --offline; may be repeated.", completion: .file())
    var watchlist: [String] = []
    @Flag(help: "Give the whole text.")
    var text = false
    @Option(help: "Read the files as plain, markdown, html or verbatim instead of telling by their bytes.")
    var format: ArticleFormat?
    @Option(help: "all: report a name inside a longer name too.")
    var overlap = Overlap.longest
    @Flag(help: "Show the clause and the words behind the tone of the clearest mentions.")
    var why = false
    @Flag(help: "Exit with 1 when an entity is mentioned.")
    var check = false
    @Argument(help: "The files; - is standard input.", completion: .file())
    var files: [String]

    func validate() throws {
        if offline, watchlist.isEmpty {
            throw ValidationError("--offline needs --watchlist PATH, a file or folder with [[entity]] tables")
        }
        if !offline, !watchlist.isEmpty {
            throw ValidationError("--watchlist goes with --offline; the daemon has its own watchlist")
        }
    }

    func run() throws {
        let output = options.output()
        let wantsText = text || !options.json
        let scan: (FileInput) throws -> [ScanItem]
        if offline {
            let scanner = try OfflineScanner(watchlist: watchlist)
            scan = {
                try scanner.scan(
                    $0, format: format, overlapAll: overlap == .all, withText: wantsText, explained: why)
            }
        } else {
            let client = try options.connect()
            scan = { try online(client, $0, withText: wantsText) }
        }
        var worst: Failure?
        var matched = false
        for path in files {
            do {
                let input = try FileInput(path)
                defer { close(input.descriptor) }
                for item in try scan(input) {
                    matched = matched || !item.mentions.isEmpty
                    if options.json { output.line(ControlJSON.encode(item)) } else { show(item, output) }
                }
            } catch let failure as Failure {
                // One bad file does not stop the others; it shows in the exit status.
                output.flush()
                if options.json { output.line(ControlJSON.encode(Unread(file: path, message: failure.message ?? ""))) }
                Output.complain(failure.about(path))
                worst = worst ?? Failure(failure.status)
            }
        }
        output.flush()
        if let worst { throw worst }
        if check && matched { throw Failure(.matched) }
    }

    /// In the place of a file's scan in JSON: a missing line would look like a file without an article.
    private struct Unread: Encodable {
        var schema = ControlJSON.schema
        var type = "error"
        var file: String
        var message: String
    }

    private func online(_ client: Client, _ input: FileInput, withText: Bool) throws -> [ScanItem] {
        var keys = ["name": input.shortName]
        keys["format"] = format?.rawValue
        if overlap == .all { keys["overlap"] = "all" }
        if withText { keys["text"] = "yes" }
        if why { keys["why"] = "yes" }
        var items: [ScanItem] = []
        try client.request(Request(verb: .scanfd, options: keys), descriptor: input.descriptor) { json in
            var item = try ControlJSON.decode(ScanItem.self, from: json)
            item.file = input.name
            items.append(item)
        }
        return items
    }

    private func show(_ item: ScanItem, _ output: Output) {
        let marks = Highlights(mentions: item.mentions)
        let title = marks.lines(of: item.title, in: .title, whole: true, output).joined(separator: " ")
        let facts = [item.published, item.language].compactMap { $0 }
        output.line(
            ([output.paint(Output.plain(item.file), .bold)] + (title.isEmpty ? [] : [title]) + facts)
                .joined(separator: " · "))
        output.table(ArticleCommand.summary(item.entities, output))
        if item.mentions.isEmpty { output.line(" no entity of the watchlist is mentioned") }
        for line in marks.lines(of: item.text ?? "", in: .text, whole: text, output) { output.line("  " + line) }
        if why { Explanations.show(item.mentions, language: item.language, output) }
        for refused in item.refused {
            output.line(
                output.paint(
                    "  not counted: \(Output.plain(refused.surface)) (\(refused.entity)), by its "
                        + "\(refused.gate.rawValue): \(Output.plain(refused.detail))", .dim))
        }
    }
}
