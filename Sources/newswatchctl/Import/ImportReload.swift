import ControlProtocol
import Glibc
import WatchlistFiles

/// Has the daemon read a list that was imported, and tells what came of it.
struct ImportReload {
    private let options: GlobalOptions
    private let settings: ImportOptions
    private let report: ImportReport

    init(_ options: GlobalOptions, _ settings: ImportOptions, _ report: ImportReport) {
        (self.options, self.settings, self.report) = (options, settings, report)
    }

    /// The watchlist's version with the list; `nil` where no daemon has it. Where there is none the next one reads it.
    func run() throws -> Int? {
        let client: Client
        let answer: [ResponseField]
        do {
            client = try options.connect()
            answer = try client.request(Request(verb: .reload)) { json in
                let warning = try ControlJSON.decode(WarningItem.self, from: json).message
                // The import has told those of its list, and those of others are not its business.
                if !NoiseWarnings.isNoise(warning) { Output.complain(Output.plain(warning), prefix: "warning: ") }
            }
        } catch let failure as Failure where failure.status == .notRunning {
            Output.complain("\(failure.message ?? "newswatchd is not running"); it reads the list when it starts")
            return nil
        } catch let failure as Failure {
            let what = report.isWritten ? "the list is written and not in force" : "the list was not read again"
            throw Failure(failure.status, "\(what): \(failure.message ?? "failed")")
        }
        guard try isRead(by: client) else {
            let folder = Output.plain(Self.folder(of: settings.target))
            say("\(report.isWritten ? "written to" : "it stands in") \(folder), which newswatchd does not read")
            return nil
        }
        let version = answer["watchlist"].flatMap { Int($0) }
        say("in force: watchlist v\(version.map(String.init) ?? "?") (\(answer["entities"] ?? "?") entities)")
        return version
    }

    private func say(_ text: String) { if !options.json { options.output().line(text) } }

    /// Whether the daemon has the list's first entity from the list: its folder may be another.
    private func isRead(by client: Client) throws -> Bool {
        guard let first = report.first else { return false }
        var place: String?
        do {
            try client.request(Request(verb: .entity, positional: [first.rawValue])) { json in
                let item = try ControlJSON.decode(EntityItem.self, from: json)
                place = item.covers ?? item.origin
            }
        } catch let failure as Failure where failure.status == .notFound {
            return false
        }
        // Behind the last colon stands the line.
        guard let place, let colon = place.lastIndex(of: ":") else { return false }
        return Self.isSame(String(place[..<colon]), settings.target)
    }

    /// Whether two paths lead to one file, as far as this user may see.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard stat(one, &first) == 0, stat(other, &second) == 0 else { return one == other }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
