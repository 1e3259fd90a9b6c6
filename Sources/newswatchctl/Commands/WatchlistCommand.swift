import ArgumentParser
import ControlProtocol
import Glibc
import NewswatchModel
import WatchlistFiles

struct WatchlistCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watchlist", abstract: "Look at and change the entities that are watched.",
        subcommands: [
            List.self, Show.self, Add.self, Remove.self, Forms.self, Suggest.self, Check.self, Import.self,
        ],
        defaultSubcommand: List.self)

    /// Where the daemon that this user talks to has its files.
    static func folder() -> String {
        let home = Environment["XDG_CONFIG_HOME"] ?? Environment["HOME"].map { $0 + "/.config" }
        let own = home.map { $0 + "/newswatch/watchlist.d" }
        return own.flatMap { access($0, F_OK) == 0 ? $0 : nil } ?? "/etc/newswatch/watchlist.d"
    }

    /// The entities of files and folders; what is odd goes to standard error.
    static func entries(_ paths: [String]) throws -> [WatchlistEntry] {
        do throws(FileProblems) {
            let (entries, warnings) = try WatchlistFolder.load(paths: paths)
            for warning in warnings { Output.complain(warning.description, prefix: "warning: ") }
            return entries
        } catch {
            throw Failure(.usage, error.description)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the entities and where each comes from.")
        @OptionGroup var options: GlobalOptions

        func run() throws {
            let client = try options.connect()
            let output = options.output()
            var rows: [[String]] = []
            try client.request(Request(verb: .entities)) { json in
                if options.json { return output.line(json) }
                let item = try ControlJSON.decode(EntityItem.self, from: json)
                let entity = item.entity
                rows.append([
                    entity.id.rawValue, entity.kind.rawValue, Output.plain(entity.name),
                    Output.count(entity.names.count, "name"),
                    item.origin + (item.covers.map { " (covers \($0))" } ?? ""),
                ])
            }
            output.table(rows)
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one entity.")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The entity's id.", completion: KnownIDs.entities) var id: String

        func run() throws {
            let client = try options.connect()
            let output = options.output()
            try client.request(Request(verb: .entity, positional: [id])) { json in
                if options.json { return output.line(json) }
                Self.show(try ControlJSON.decode(EntityItem.self, from: json), output)
            }
        }

        private static func show(_ item: EntityItem, _ output: Output) {
            let entity = item.entity
            output.line("\(output.paint(Output.plain(entity.name), .bold))  \(entity.id)  \(entity.kind.rawValue)")
            var rows = [[" from", item.origin]]
            if let covers = item.covers { rows.append([" covers", covers]) }
            for alias in entity.aliases {
                let more = [alias.lang, alias.nameCase?.rawValue, alias.inflect?.rawValue].compactMap { $0 }
                rows.append([" alias", alias.name + (more.isEmpty ? "" : " (\(more.joined(separator: ", ")))")])
            }
            let lists = [
                ("tags", entity.tags), ("near", entity.near), ("not-near", entity.notNear), ("exclude", entity.exclude),
                ("only-with", entity.onlyWith.map(\.rawValue)),
                ("tone-words", entity.toneWords.list.map { "\($0.text) \(Output.signed($0.weight))" }),
                ("notes", entity.notes.map { [$0] } ?? []),
            ]
            for (name, values) in lists where !values.isEmpty {
                rows.append([" " + name, values.joined(separator: ", ")])
            }
            if let distance = entity.nearDistance { rows.append([" near-distance", "\(distance)"]) }
            rows.append([" case", entity.nameCase.rawValue])
            rows.append([" inflect", entity.inflect.rawValue])
            output.table(rows.map { $0.map(Output.plain) })
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Remove a live entity.")
        @OptionGroup var options: GlobalOptions
        @Argument(help: "The entity's id.", completion: KnownIDs.entities) var id: String

        func run() throws {
            let client = try options.connect()
            let answer = try client.request(Request(verb: .remove, positional: [id]))
            try Changed(id: id, answer).show(options, "removed; in force")
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Check watchlist files without a daemon.")
        @OptionGroup var options: GlobalOptions
        @Argument(
            help: "Files or folders; without any, this user's watchlist.d, or /etc/newswatch/watchlist.d.",
            completion: .file())
        var paths: [String] = []

        func run() throws {
            let output = options.output()
            let paths = paths.isEmpty ? [WatchlistCommand.folder()] : paths
            let entries = try WatchlistCommand.entries(paths)
            for noise in NoiseWarnings.of(entries) { Output.complain(noise.description, prefix: "warning: ") }
            let names = entries.reduce(0) { $0 + 1 + $1.entity.aliases.count }
            output.line(
                options.json
                    ? "{\"entities\":\(entries.count),\"names\":\(names),\"schema\":1,\"type\":\"checked\"}"
                    : "\(paths.joined(separator: ", ")): \(Output.count(entries.count, "entity", "entities")), \(Output.count(names, "name")): good"
            )
        }
    }
}

/// What a change of the watchlist gave.
struct Changed: Encodable {
    var schema = ControlJSON.schema
    var type = "changed"
    var id: String
    /// The watchlist's version with the change.
    var watchlist: Int?

    init(id: String, _ answer: [ResponseField]) {
        (self.id, watchlist) = (id, answer["watchlist"].flatMap { Int($0) })
    }

    func show(_ options: GlobalOptions, _ what: String = "in force") throws {
        let text = "\(id): \(what) with watchlist v\(watchlist.map(String.init) ?? "?")"
        options.output().line(options.json ? ControlJSON.encode(self) : text)
    }
}
