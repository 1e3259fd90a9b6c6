import ArgumentParser
import ControlProtocol
import Matching
import NewswatchModel

extension WatchlistCommand {
    struct Suggest: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Propose spellings of an entity's names in other scripts and languages.",
            discussion: "Nothing is matched by a proposal before it is approved.")
        @OptionGroup var options: GlobalOptions
        @OptionGroup var source: EntitySource
        @Option(help: "Add this proposal to the entity's aliases: its number or its spelling; may be repeated.")
        var approve: [String] = []
        @Argument(help: "The entity's id.", completion: KnownIDs.entities) var id: String

        func validate() throws {
            if !approve.isEmpty, !source.watchlist.isEmpty {
                throw ValidationError(
                    "--approve changes the daemon's watchlist; edit the files of --watchlist yourself")
            }
        }

        /// One proposal in JSON.
        private struct Item: Encodable {
            var schema = ControlJSON.schema
            var type = "proposal"
            var id: String
            var number: Int
            var spelling: String
            var of: String
            var languages: [String]
            var schemes: [String]
        }

        func run() throws {
            var entity = try source.entity(id, options)
            let proposals = try Self.proposals(for: entity)
            if approve.isEmpty { return show(proposals) }
            for wanted in approve {
                let number = Int(wanted).flatMap { $0 > 0 ? $0 - 1 : nil }
                guard
                    let index = number ?? proposals.firstIndex(where: { $0.spelling.text == wanted }),
                    proposals.indices.contains(index)
                else {
                    throw Failure(.usage, "\"\(wanted)\" is no proposal for \(id); without --approve they are listed")
                }
                let spelling = proposals[index].spelling
                let languages: [String?] = spelling.languages.isEmpty ? [nil] : spelling.languages
                for language in languages {
                    let alias = Alias(name: spelling.text, lang: language)
                    if !entity.aliases.contains(alias) { entity.aliases.append(alias) }
                }
            }
            let answer = try options.connect().request(
                Request(verb: .set, payload: Array(ControlJSON.encode(entity).utf8))
            ) { json in try Output.warn(json) }
            try Changed(id: id, answer).show(options)
        }

        private func show(_ proposals: [(spelling: ProposedSpelling, name: String)]) {
            let output = options.output()
            var rows: [[String]] = []
            for (index, (spelling, name)) in proposals.enumerated() {
                let schemes = spelling.schemes.map(\.rawValue)
                if options.json {
                    output.line(
                        ControlJSON.encode(
                            Item(
                                id: id, number: index + 1, spelling: spelling.text, of: name,
                                languages: spelling.languages, schemes: schemes)))
                } else {
                    rows.append(
                        [
                            "\(index + 1)", spelling.text, spelling.languages.joined(separator: ", "),
                            "of \(name): " + schemes.joined(separator: ", "),
                        ].map(Output.plain))
                }
            }
            output.table(rows)
            if proposals.isEmpty, !options.json {
                Output.complain("no spelling of \(id) is missing that could be proposed")
            }
        }

        /// Proposals for all names, without those that the entity's names match already.
        private static func proposals(
            for entity: Entity
        ) throws -> [(spelling: ProposedSpelling, name: String)] {
            var bare = entity
            // Whether a spelling reads a name is no matter of context.
            (bare.near, bare.notNear, bare.exclude, bare.onlyWith) = ([], [], [], [])
            var matcher = Matcher(try WatchlistIndex(bytes: try IndexBuilder.build([bare], version: 1)))
            var result: [(spelling: ProposedSpelling, name: String)] = []
            for name in entity.names {
                for spelling in Transliteration.proposals(for: name.name, language: name.lang) {
                    let text = spelling.text
                    let isMatched = matcher.find(title: "", text: text).mentions.contains {
                        $0.range.start == 0 && $0.range.end == text.utf8.count
                    }
                    if isMatched { continue }
                    if let index = result.firstIndex(where: { $0.spelling.text == text }) {
                        let known = result[index].spelling
                        result[index].spelling.schemes += spelling.schemes.filter { !known.schemes.contains($0) }
                        result[index].spelling.languages += spelling.languages.filter { !known.languages.contains($0) }
                    } else {
                        result.append((spelling, name.name))
                    }
                }
            }
            return result
        }
    }
}
