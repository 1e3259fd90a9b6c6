/// Whether a request must carry a payload or must not.
public enum PayloadRule: Sendable {
    case none, required
}

/// The requests of NWP/1. What each takes stands in one table, `Verb.rule`, which the parser checks against,
/// HELP prints and the server authorises by.
public enum Verb: String, CaseIterable, Sendable {
    case ping = "PING"
    case hello = "HELLO"
    case help = "HELP"
    case version = "VERSION"
    case status = "STATUS"
    case stats = "STATS"
    case metrics = "METRICS"
    case entities = "ENTITIES"
    case entity = "ENTITY"
    case alerts = "ALERTS"
    case alert = "ALERT"
    case why = "WHY"
    case verify = "VERIFY"
    case articles = "ARTICLES"
    case article = "ARTICLE"
    case search = "SEARCH"
    case files = "FILES"
    case scan = "SCAN"
    case submit = "SUBMIT"
    case scanfd = "SCANFD"
    case submitfd = "SUBMITFD"
    case subscribe = "SUBSCRIBE"
    case unsubscribe = "UNSUBSCRIBE"
    case add = "ADD"
    case set = "SET"
    case remove = "REMOVE"
    case reload = "RELOAD"
    case retry = "RETRY"
    case loglevel = "LOGLEVEL"
    case quit = "QUIT"

    /// The least role that may use it.
    public var role: Role { rule.role }
    /// How it is written, for HELP and messages: `ALERTS [since=TIME] …`.
    public var usage: String { rule.arguments.isEmpty ? rawValue : "\(rawValue) \(rule.arguments)" }
    /// What it does, in one sentence.
    public var summary: String { rule.summary }
    /// How many arguments without a key it takes.
    public var positional: ClosedRange<Int> { rule.positional }
    /// The keys that it knows.
    public var keys: Set<String> { rule.keys }
    public var payload: PayloadRule { rule.payload }
    /// Whether one descriptor comes with it by SCM_RIGHTS.
    public var takesDescriptor: Bool { rule.descriptor }
}

/// A row of the table.
struct VerbRule: Sendable {
    var role: Role
    var arguments = ""
    var summary: String
    var positional: ClosedRange<Int> = 0...0
    var keys: Set<String> = []
    var payload = PayloadRule.none
    var descriptor = false
}

extension Verb {
    var rule: VerbRule { Verb.table[self] ?? Verb.makeRule(self) }

    static let table = Dictionary(uniqueKeysWithValues: allCases.map { ($0, makeRule($0)) })
    static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// A switch, so that the compiler asks for a row when a verb is added.
    private static func makeRule(_ verb: Verb) -> VerbRule {
        switch verb {
        case .ping:
            VerbRule(role: .reader, summary: "Answers pong.")
        case .hello:
            VerbRule(
                role: .reader, arguments: "1", summary: "Agrees on the protocol version; tells server and role.",
                positional: 1...1)
        case .help:
            VerbRule(role: .reader, arguments: "[VERB]", summary: "Lists the verbs, or tells one.", positional: 0...1)
        case .version:
            VerbRule(role: .reader, summary: "Tells the server's version.")
        case .status:
            VerbRule(role: .reader, summary: "Tells how the daemon is and what it did in the last 24 hours.")
        case .stats:
            VerbRule(role: .reader, summary: "Gives the counters.")
        case .metrics:
            VerbRule(role: .reader, summary: "Gives all figures in OpenMetrics text.")
        case .entities:
            VerbRule(role: .reader, summary: "Lists the watchlist.")
        case .entity:
            VerbRule(role: .reader, arguments: "ID", summary: "Gives one entity.", positional: 1...1)
        case .alerts:
            VerbRule(
                role: .reader, arguments: "[since=TIME] [until=TIME] [after=SEQ] [limit=N] [entity=ID] [rule=ID]",
                summary: "Lists alerts, oldest first.", keys: ["since", "until", "after", "limit", "entity", "rule"])
        case .alert:
            VerbRule(role: .reader, arguments: "SEQ", summary: "Gives one alert.", positional: 1...1)
        case .why:
            VerbRule(
                role: .reader, arguments: "SEQ", summary: "Tells what an alert rests on: mentions, clauses, words.",
                positional: 1...1)
        case .verify:
            VerbRule(
                role: .reader, arguments: "SEQ",
                summary: "Reads an alert's file again and tells whether all comes out.",
                positional: 1...1)
        case .articles:
            VerbRule(
                role: .reader, arguments: "[since=TIME] [until=TIME] [limit=N] [entity=ID]",
                summary: "Lists articles, oldest first.", keys: ["since", "until", "limit", "entity"])
        case .article:
            VerbRule(
                role: .reader, arguments: "ID", summary: "Gives one article with text and mentions.", positional: 1...1)
        case .search:
            VerbRule(
                role: .reader, arguments: "QUERY [limit=N]", summary: "Finds articles by their words, best first.",
                positional: 1...1, keys: ["limit"])
        case .files:
            VerbRule(
                role: .reader, arguments: "[state=archived|duplicate|quarantined] [limit=N]",
                summary: "Lists dropped files, the last first.", keys: ["state", "limit"])
        case .scan:
            VerbRule(
                role: .operator, arguments: "[name=FILE] [format=NAME] [overlap=all] [text=yes] [why=yes] {LENGTH}",
                summary: "Reads the payload as a file and tells what is in it; nothing is stored.",
                keys: ["name", "format", "overlap", "text", "why"], payload: .required)
        case .submit:
            VerbRule(
                role: .operator, arguments: "[name=FILE] {LENGTH}",
                summary: "Puts the payload into the spool as a file; on disk before the answer.", keys: ["name"],
                payload: .required)
        case .scanfd:
            VerbRule(
                role: .operator, arguments: "[name=FILE] [format=NAME] [overlap=all] [text=yes] [why=yes]",
                summary: "Like SCAN, of the descriptor that comes with the line.",
                keys: ["name", "format", "overlap", "text", "why"], descriptor: true)
        case .submitfd:
            VerbRule(
                role: .operator, arguments: "[name=FILE]",
                summary: "Like SUBMIT, of the descriptor that comes with the line.", keys: ["name"], descriptor: true)
        case .subscribe:
            VerbRule(
                role: .reader, arguments: "[since=SEQ] [entity=ID] [rule=ID]",
                summary: "Pushes each alert as it is raised, from after SEQ on.", keys: ["since", "entity", "rule"])
        case .unsubscribe:
            VerbRule(role: .reader, summary: "Ends the pushes.")
        case .add:
            VerbRule(
                role: .admin, arguments: "{LENGTH}", summary: "Adds the payload, one JSON entity, to the watchlist.",
                payload: .required)
        case .set:
            VerbRule(
                role: .admin, arguments: "{LENGTH}", summary: "Adds or replaces the payload, one JSON entity.",
                payload: .required)
        case .remove:
            VerbRule(role: .admin, arguments: "ID", summary: "Removes a live entity.", positional: 1...1)
        case .reload:
            VerbRule(
                role: .admin, arguments: "[wait]", summary: "Reads the configuration and the watchlist anew.",
                positional: 0...1)
        case .retry:
            VerbRule(
                role: .operator, arguments: "FILE", summary: "Puts a quarantined file back into the spool.",
                positional: 1...1)
        case .loglevel:
            VerbRule(role: .admin, arguments: "[LEVEL]", summary: "Tells or sets the log level.", positional: 0...1)
        case .quit:
            VerbRule(role: .reader, summary: "Closes the connection.")
        }
    }
}
