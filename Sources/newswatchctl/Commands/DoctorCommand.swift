import ArgumentParser
import ControlProtocol
import Glibc
import NewswatchModel

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look for what is wrong, and tell the cure.")

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let output = options.output()
        let (findings, failure) = try examine()
        for finding in findings { try show(finding, output) }
        output.flush()
        if let failure { throw Failure(failure.status) }
    }

    private func examine() throws -> ([Finding], Failure?) {
        let place = SocketPlace.find(options.socket)
        let client: Client
        do {
            client = try Client(place)
        } catch let failure as Failure {
            let parts = (failure.message ?? "not reachable").split(separator: "; ", maxSplits: 1).map(String.init)
            let cure = parts.count > 1 ? parts[1] : nil
            let socket = Finding(check: "socket", verdict: .bad, detail: parts[0], cure: cure)
            return ([socket, Self.groups()] + Self.machine(place, nil), failure)
        }
        let greeting = client.greeting
        var findings = [
            Finding(check: "socket", verdict: .good, detail: place.path),
            Finding(check: "protocol", verdict: .good, detail: "NWP/\(greeting["nwp"] ?? "?")"),
            Self.version(greeting["version"] ?? "?"),
            Self.role(greeting["role"] ?? "reader"),
            Self.groups(),
        ]
        let status = try client.items(StatusItem.self, Request(verb: .status)).first
        findings += Self.machine(place, status)
        if let status { findings += Self.judge(status) }
        let isBad = findings.contains { $0.verdict == .bad }
        return (findings, isBad ? Failure(.internal) : nil)
    }

    /// What can be seen without the daemon.
    private static func machine(_ place: SocketPlace, _ status: StatusItem?) -> [Finding] {
        let isSystem = place.path == SocketPlace.system.path
        let state = Environment["XDG_STATE_HOME"] ?? Environment["HOME"].map { $0 + "/.local/state" } ?? "/nowhere"
        let spool = status?.spoolDirectory ?? (isSystem ? "/var/spool/newswatch" : state + "/newswatch/spool")
        let archive = status?.stateDirectory ?? (isSystem ? "/var/lib/newswatch" : state + "/newswatch")
        let owner = isSystem ? getpwnam("newswatch").map { $0.pointee.pw_uid } : getuid()
        var findings = SpoolCheck(path: spool, owner: owner, isSystem: isSystem).findings()
        findings += DiskCheck(folders: [spool, archive]).findings()
        findings.append(DatabaseCheck(path: archive + "/archive.sqlite", owner: owner).finding())
        findings.append(InotifyCheck(spool: spool).finding())
        return isSystem ? findings + UnitCheck().findings() : findings
    }

    private static func version(_ server: String) -> Finding {
        server == newswatchVersion
            ? Finding(check: "version", verdict: .good, detail: server)
            : Finding(
                check: "version", verdict: .warning,
                detail: "newswatchd is \(server), newswatchctl \(newswatchVersion)",
                cure: "restart the daemon after an upgrade: sudo systemctl restart newswatchd")
    }

    private static func role(_ role: String) -> Finding {
        role == Role.admin.name
            ? Finding(check: "role", verdict: .good, detail: role)
            : Finding(
                check: "role", verdict: .good, detail: "\(role): may not change the watchlist or reload",
                cure: Failure.join("newswatch-admin"))
    }

    private static func groups() -> Finding {
        var ids = [gid_t](repeating: 0, count: Int(max(0, getgroups(0, nil))))
        let count = getgroups(Int32(ids.count), &ids)
        let mine = Set(ids.prefix(Int(max(0, count))) + [getgid()])
        let known: [(name: String, member: Bool)] = ["newswatch", "newswatch-admin"].compactMap { (name: String) in
            guard let group = getgrnam(name) else { return nil }
            return (name: name, member: mine.contains(group.pointee.gr_gid))
        }
        if getuid() == 0 { return Finding(check: "groups", verdict: .good, detail: "root needs none") }
        if known.isEmpty {
            return Finding(check: "groups", verdict: .good, detail: "not installed as a system service")
        }
        let names = known.filter(\.member).map(\.name)
        return names.isEmpty
            ? Finding(
                check: "groups", verdict: .warning, detail: "you are in none of newswatch's groups",
                cure: Failure.join("newswatch"))
            : Finding(check: "groups", verdict: .good, detail: names.joined(separator: ", "))
    }

    private static func judge(_ status: StatusItem) -> [Finding] {
        // A broken configuration is told below, with its cure.
        let isBad = status.state == .degraded && status.watchlistProblem == nil
        var findings = [
            Finding(
                check: "daemon", verdict: isBad ? .bad : .good,
                detail: isBad ? status.detail ?? status.state.rawValue : status.state.rawValue)
        ]
        if let problem = status.watchlistProblem {
            findings.append(
                Finding(
                    check: "configuration", verdict: .bad, detail: problem,
                    cure:
                        "mend the file, then newswatchctl reload; watchlist v\(status.watchlistVersion) is in force meanwhile"
                ))
        } else if status.entities == 0 {
            let cure = "add one: newswatchctl watchlist add ID --name NAME --kind person"
            findings.append(Finding(check: "watchlist", verdict: .warning, detail: "no entity is watched", cure: cure))
        } else {
            findings.append(
                Finding(
                    check: "watchlist", verdict: .good,
                    detail: "v\(status.watchlistVersion), \(Output.count(status.entities, "entity", "entities"))"))
        }
        findings.append(
            status.quarantined == 0
                ? Finding(check: "quarantine", verdict: .good, detail: "empty")
                : Finding(
                    check: "quarantine", verdict: .warning, detail: Output.count(status.quarantined, "file"),
                    cure: "see why: newswatchctl files --state quarantined; try again: newswatchctl retry FILE"))
        findings += status.toneProblems.map {
            Finding(
                check: "tone", verdict: .warning, detail: $0,
                cure: "put the files of this release into the folder of models, and restart newswatchd")
        }
        if status.toneProblems.isEmpty, !status.toneModels.isEmpty {
            let names = status.toneModels.map(\.name).joined(separator: ", ")
            findings.append(Finding(check: "tone", verdict: .good, detail: names))
        }
        if status.abandoned > 0 {
            findings.append(
                Finding(
                    check: "unfinished", verdict: .warning,
                    detail: "\(Output.count(status.abandoned, "file")) in in/ under a temporary name for over an hour",
                    cure: "see who writes it, rename it when it is whole: "
                        + "sudo find \(status.spoolDirectory)/in -mmin +60 -type f"))
        }
        if status.coverage24h.files == 0 {
            let cure = "look at what should drop files into the spool"
            findings.append(
                Finding(check: "arrivals", verdict: .warning, detail: "no file in the last 24 hours", cure: cure))
        }
        return findings
    }

    private func show(_ finding: Finding, _ output: Output) throws {
        if options.json { return output.line(ControlJSON.encode(finding)) }
        let (word, style): (String, Output.Style) =
            switch finding.verdict {
            case .good: ("ok  ", .green)
            case .warning: ("warn", .yellow)
            case .bad: ("BAD ", .red)
            }
        output.line("\(output.paint(word, style))  \(finding.check): \(Output.plain(finding.detail))")
        if let cure = finding.cure { output.line("      → \(Output.plain(cure))") }
    }
}
