import ControlProtocol
import WatchlistFiles

/// What an import came to, for people and for programs.
struct ImportSummary {
    private let report: ImportReport
    private let options: ImportOptions
    private let events: ImportEvents

    init(_ report: ImportReport, _ options: ImportOptions, _ events: ImportEvents) {
        (self.report, self.options, self.events) = (report, options, events)
    }

    /// The object that --json prints.
    struct Imported: Encodable {
        var schema = ControlJSON.schema
        var type = "imported"
        var list: String
        var format: String
        var entities: Int
        var names: Int
        var new: Int
        var changed: Int
        var unchanged: Int
        var gone: Int
        var merged: Int
        var droppedEntities: [String: Int]
        var droppedNames: [String: Int]
        var written: Bool
        /// The watchlist's version with the list, where it was put in force.
        var watchlist: Int?
    }

    func item(_ version: Int?) -> Imported {
        Imported(
            list: options.target, format: report.format.rawValue, entities: report.entities, names: report.names,
            new: report.new, changed: report.changed, unchanged: report.unchanged, gone: report.gone,
            merged: report.merged, droppedEntities: Self.counts(report.droppedEntities),
            droppedNames: Self.counts(report.droppedNames), written: report.isWritten, watchlist: version)
    }

    /// Tells what is odd.
    func warn() {
        let unreadable = report.unreadable.map { "\($0.description); its ids are not known" }
        // What was told with a list need not be told again while that is as it was.
        let noise = report.isChange ? report.noise.warnings : []
        for warning in unreadable + report.warnings.map(\.description) + noise {
            Output.complain(Output.plain(warning), prefix: "warning: ")
        }
    }

    /// The problem, and a line for each entity that would go.
    static func text(_ shrinkage: ListShrinkage) -> String {
        var lines = [shrinkage.description] + shrinkage.gone.map { " \($0.what.rawValue)  \($0.id)  \($0.name)" }
        if shrinkage.more > 0 { lines.append(" and \(shrinkage.more) more; --report FILE keeps them all") }
        return lines.map(Output.plain).joined(separator: "\n")
    }

    func show(_ output: Output) {
        output.line("\(Output.plain(options.path)): read as \(report.format.rawValue)\(delimiter)")
        output.table(
            events.first.map { event in
                let place = event.line.map { "line \($0)" } ?? ""
                return [
                    " " + event.what.rawValue, place, Output.plain(event.id), Output.plain(event.name),
                    Output.plain(event.detail),
                ]
            })
        if events.more > 0 { output.line(" and \(events.more) more; --report FILE keeps them all") }
        let rows = [
            ("entities dropped", Self.words(report.droppedEntities)),
            ("names dropped", Self.words(report.droppedNames)),
            ("entities merged", report.merged > 0 ? "\(report.merged) of an id that was there before" : ""),
        ]
        for (title, text) in rows where !text.isEmpty { output.line(" \(title): \(text)") }
        let state =
            report.isWritten ? "" : report.isChange ? "; not written: a dry run" : "; nothing changed, nothing written"
        output.line(
            "\(Output.plain(options.target)): \(Output.count(report.entities, "entity", "entities")), "
                + "\(Output.count(report.names, "name")): \(report.new) new, \(report.changed) changed, "
                + "\(report.gone) gone, \(report.unchanged) unchanged\(state)")
        output.flush()
    }

    private var delimiter: String {
        switch report.delimiter {
        case nil: ""
        case 0x09?: ", with tabs"
        case let byte?: ", with \(Unicode.Scalar(byte)) between fields"
        }
    }

    private static func counts(_ drops: [ImportDrop: Int]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: drops.map { ($0.key.rawValue, $0.value) })
    }

    private static func words(_ drops: [ImportDrop: Int]) -> String {
        drops.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
            .map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ")
    }
}
