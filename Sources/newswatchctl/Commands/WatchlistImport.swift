import ArgumentParser
import ControlProtocol
import Glibc
import NewswatchModel
import WatchlistFiles

extension ImportFormat: ExpressibleByArgument {}

extension WatchlistCommand {
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a watchlist file of a list that others publish, or of your own.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "The file; - is standard input.", completion: .file()) var file: String
        @Option(name: .customLong("as"), help: "The list's name; otherwise that of the file.") var name: String?
        @Option(
            help: "The watchlist's folder; without it, this user's watchlist.d, or /etc/newswatch/watchlist.d.",
            completion: .directory)
        var into: String?
        @Option(help: "opensanctions, ftm, csv, tsv or list; otherwise told from the file's first line.")
        var format: ImportFormat?
        @Option(help: "What a column says: COLUMN=\(ImportKey.choice); may be repeated.") var map: [String] = []
        @Option(help: "What is between the fields of csv: a character, or tab.") var delimiter: String?
        @Option(help: "What is between the values of one field: a character.") var separator = "|"
        @Option(help: "person, organisation, place or topic, where the file tells none.") var kind: EntityKind?
        @Option(help: "A tag for every entity; may be repeated.") var tag: [String] = []
        @Option(help: "What every id begins with.") var idPrefix = ""
        @Option(help: "The language of names for which the file tells none, as in ru.") var language: String?
        @Flag(help: "Take weak aliases of ftm, too.") var weakAliases = false
        @Option(help: "Take only these schemas, with commas between them; may be repeated.") var schema: [String] = []
        @Flag(help: "Do all but replace the list.") var dryRun = false
        @Flag(help: "Replace the list though over half of it would go, or somebody wrote it, or it has errors.")
        var force = false
        @Option(help: "Write everything that was dropped or differs to FILE.", completion: .file()) var report: String?
        @Flag(help: "Leave the daemon with the watchlist it has.") var noReload = false

        func run() throws {
            let settings = try settings()
            if let fault = settings.fault { throw Failure(.usage, fault) }
            let input = try ImportInput(file)
            let events = try ImportEvents(report: report)
            let watch = ImportWatch(total: input.size)
            let outcome: ImportReport
            do {
                outcome = try WatchlistImport(settings).run(input.descriptor, tick: watch.tick, tell: events.tell)
            } catch {
                if error is ImportWatch.Interrupted { watch.endBySignal() }
                watch.end()
                // Why a list is not replaced stands in the report as well; that it cannot be written is the lesser evil.
                try? events.finish()
                if let problems = error as? FileProblems { throw Failure(.usage, Self.plain(problems)) }
                if let shrinkage = error as? ListShrinkage { throw Failure(.usage, ImportSummary.text(shrinkage)) }
                throw error
            }
            try events.finish()
            watch.end()
            let summary = ImportSummary(outcome, settings, events)
            summary.warn()
            if !options.json { summary.show(options.output()) }
            // Also when nothing changed: the list may not be in force since the last time. What was taken is told also
            // when the daemon does not take it.
            let isWanted = !settings.isDryRun && !noReload
            let version = Result { isWanted ? try ImportReload(options, settings, outcome).run() : nil }
            if options.json { options.output().line(ControlJSON.encode(summary.item(try? version.get()))) }
            _ = try version.get()
        }

        /// A line for each, without what could steer a terminal.
        private static func plain(_ problems: FileProblems) -> String {
            problems.problems.map { Output.plain($0.description) }.joined(separator: "\n")
        }

        private func settings() throws -> ImportOptions {
            guard let name = name ?? (file == "-" ? nil : ImportOptions.listName(of: file)) else {
                throw Failure(.usage, "name the list with --as NAME")
            }
            guard EntityID(name) != nil else {
                throw Failure(.usage, "\"\(name)\" is no name of a list: \(EntityID.rule)")
            }
            let folder = into ?? WatchlistCommand.folder()
            var settings = ImportOptions(
                path: file, target: (folder.hasSuffix("/") ? folder : folder + "/") + name + ".tsv")
            settings.format = format
            settings.columns = try map.map(Self.column)
            settings.delimiter = try delimiter.map { try Self.octet($0, "--delimiter") }
            settings.separator = try Self.octet(separator, "--separator")
            (settings.kind, settings.tags, settings.idPrefix) = (kind, tag, idPrefix)
            (settings.language, settings.takesWeakAliases) = (language, weakAliases)
            settings.schemas = Set(schema.flatMap { $0.split(separator: ",") }.map { String($0) })
            (settings.isDryRun, settings.isForced) = (dryRun, force)
            return settings
        }

        private static func column(_ text: String) throws -> (title: String, key: ImportKey) {
            guard let sign = text.lastIndex(of: "="), let key = ImportKey(String(text[text.index(after: sign)...]))
            else {
                throw Failure(.usage, "--map \(text): give COLUMN=KEY; the key is \(ImportKey.choice)")
            }
            return (String(text[..<sign]), key)
        }

        private static func octet(_ text: String, _ option: String) throws -> UInt8 {
            if text == "tab" || text == "\\t" { return 0x09 }
            guard text.utf8.count == 1, let octet = text.utf8.first, octet < 0x80, octet != 0x0A, octet != 0x22 else {
                throw Failure(.usage, "\(option) \"\(text)\": give one character of ASCII that is no quote, or tab")
            }
            return octet
        }
    }
}
