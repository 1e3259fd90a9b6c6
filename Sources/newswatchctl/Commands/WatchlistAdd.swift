import ArgumentParser
import ControlProtocol
import NewswatchModel

extension EntityKind: ExpressibleByArgument {}
extension NameCase: ExpressibleByArgument {}

extension WatchlistCommand {
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add an entity, in force at once and kept across restarts.")

        @OptionGroup var options: GlobalOptions
        @Argument(help: "The entity's id: \(EntityID.rule).") var id: String
        @Option(help: "The name that is shown and matched.") var name: String
        @Option(help: "person, organisation, place or topic.") var kind: EntityKind
        @Option(help: "A further spelling; may be repeated.") var alias: [String] = []
        @Option(help: "A tag, for rules; may be repeated.") var tag: [String] = []
        @Option(name: .customLong("case"), help: "How case counts: smart, any or exact.") var nameCase = NameCase.smart
        @Option(help: "auto, none or a language: which grammatical forms are matched too.") var inflect =
            "auto"
        @Option(help: "A mention counts only near this word; may be repeated.") var near: [String] = []
        @Option(help: "How near, in words; without it, anywhere in the article.") var nearDistance: Int?
        @Option(help: "No mention near this word; may be repeated.") var notNear: [String] = []
        @Option(help: "A phrase with the name that is no mention; may be repeated.") var exclude: [String] = []
        @Option(help: "Only where this entity is mentioned too; may be repeated.") var onlyWith: [String] = []
        @Option(help: "A word that speaks for or against it: WORD=WEIGHT, -1 to 1; may be repeated.")
        var toneWord: [String] = []
        @Option(help: "A note, never matched.") var notes: String?
        @Flag(help: "Replace the entity where it exists.") var set = false

        func run() throws {
            let entity = Entity(
                id: try Self.entityID(id), name: name, kind: kind, aliases: alias.map { Alias(name: $0) }, tags: tag,
                nameCase: nameCase, inflect: Inflection(rawValue: inflect), near: near, nearDistance: nearDistance,
                notNear: notNear, exclude: exclude, onlyWith: try onlyWith.map(Self.entityID),
                toneWords: try Self.toneWords(toneWord), notes: notes)
            let payload = Array(ControlJSON.encode(entity).utf8)
            let client = try options.connect()
            let answer = try client.request(Request(verb: set ? .set : .add, payload: payload)) { json in
                try Output.warn(json)
            }
            try Changed(id: id, answer).show(options)
        }

        private static func toneWords(_ texts: [String]) throws -> ToneWords {
            var weights: [String: Double] = [:]
            for text in texts {
                guard let sign = text.lastIndex(of: "="), let weight = Double(text[text.index(after: sign)...]) else {
                    throw Failure(.usage, "--tone-word \(text): WORD=WEIGHT is wanted, as in sanctioned=-0.5")
                }
                weights[String(text[..<sign])] = weight
            }
            return ToneWords(weights)
        }

        private static func entityID(_ text: String) throws -> EntityID {
            guard let id = EntityID(text) else { throw Failure(.usage, "\"\(text)\" is no id: \(EntityID.rule)") }
            return id
        }
    }
}
