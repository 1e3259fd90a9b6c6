import ArgumentParser
import ControlProtocol
import Matching
import NewswatchModel
import WatchlistFiles

/// Where the subcommands that explain an entity's names find it.
struct EntitySource: ParsableArguments {
    @Option(help: "A watchlist file or folder to look in, instead of the daemon; may be repeated.", completion: .file())
    var watchlist: [String] = []

    func entity(_ id: String, _ options: GlobalOptions) throws -> Entity {
        guard let wanted = EntityID(id) else { throw Failure(.usage, "\"\(id)\" is no id: \(EntityID.rule)") }
        if watchlist.isEmpty {
            var found: Entity?
            try options.connect().request(Request(verb: .entity, positional: [id])) { json in
                found = try ControlJSON.decode(EntityItem.self, from: json).entity
            }
            if let found { return found }
        } else {
            let entries = try WatchlistCommand.entries(watchlist)
            if let entry = entries.first(where: { $0.entity.id == wanted }) { return entry.entity }
        }
        throw Failure(.notFound, "there is no entity \(id)")
    }
}

extension WatchlistCommand {
    struct Forms: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the grammatical forms that are matched for an entity's names.")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var source: EntitySource
        @Argument(help: "The entity's id.", completion: KnownIDs.entities) var id: String

        /// One form in JSON.
        private struct Item: Encodable {
            var schema = ControlJSON.schema
            var type = "form"
            var id: String
            var nameIndex: Int
            var name: String
            var form: String
            var label: String
            var rule: String
        }

        func run() throws {
            let entity = try source.entity(id, options)
            let output = options.output()
            var rows: [[String]] = []
            for (index, name) in entity.names.enumerated() {
                guard let language = FormLanguage.of(name, entity: entity) else { continue }
                for form in NameForms.forms(of: name.name, language: language, kind: entity.kind) {
                    if options.json {
                        output.line(
                            ControlJSON.encode(
                                Item(
                                    id: id, nameIndex: index, name: name.name, form: form.text, label: form.label,
                                    rule: form.rule)))
                    } else {
                        rows.append([name.name, form.text, form.label, form.rule].map(Output.plain))
                    }
                }
            }
            output.table(rows)
            if rows.isEmpty, !options.json {
                Output.complain("no name of \(id) has generated forms: they are made of Cyrillic names, and by inflect")
            }
        }
    }
}
