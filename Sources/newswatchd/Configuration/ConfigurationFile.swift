import Glibc
import NewswatchModel
import WatchlistFiles

extension Configuration {
    /// Reads the file at `path`; without one the places' own, and where that does not exist the defaults.
    ///
    /// Throws all errors at once. A `path` that was asked for must exist.
    static func load(
        path: String?, places: Places
    ) throws(FileProblems) -> (configuration: Configuration, warnings: [FileProblem]) {
        if path == nil, access(places.configurationFile, F_OK) != 0, errno == ENOENT {
            return (Configuration(places: places), [])
        }
        let source = try TOMLSource(path: path ?? places.configurationFile)
        let (configuration, problems, _) = read(source.root, places: places)
        if problems.contains(where: { $0.severity == .error }) { throw FileProblems(problems) }
        return (configuration, problems)
    }

    /// The configuration in `root`, its problems in the order of the lines, and each key that there is
    /// ("spool.directory").
    static func read(
        _ root: LocatedTable, places: Places
    ) -> (configuration: Configuration, problems: [FileProblem], keys: [String]) {
        var result = Configuration(places: places)
        var file = SectionReader(root)
        file.section("spool") { $0.read(into: &result.spool) }
        file.section("workers") { $0.read(into: &result.workers) }
        file.section("control") { $0.read(into: &result.control) }
        file.section("archive") { $0.read(into: &result.archive, beside: result.spool) }
        file.section("log") { $0.read(into: &result.log) }
        file.section("tone") { $0.read(into: &result.tone) }
        file.section("watchlist") { $0.read(into: &result.watchlist) }
        if let rules = file.rules() { result.rules = rules }
        return (result, file.finish(), file.keys)
    }
}

/// Walks the sections of the file and gathers their problems and keys.
private struct SectionReader {
    private var top: TableReader
    private(set) var keys: [String] = []

    init(_ root: LocatedTable) { top = TableReader(root, called: "the configuration") }

    mutating func section(_ name: String, _ read: (inout TableReader) -> Void) {
        var reader = TableReader(top.table(name), called: "[\(name)]")
        read(&reader)
        top.adopt(reader.finish())
        keys += reader.asked.map { "\(name).\($0)" }
    }

    /// `nil` where the file has no rule at all.
    mutating func rules() -> [AlertRule]? {
        guard let tables = top.tables("rule") else { return nil }
        var rules: [AlertRule] = []
        var lines: [String: Int] = [:]
        for table in tables {
            var reader = TableReader(table, called: "this rule")
            if let rule = reader.rule() {
                if let line = lines[rule.id], let written = reader.value("id") {
                    reader.reject(
                        written, key: "id", "the id is taken: the rule on line \(line) has it too",
                        cure: "give one of them another id")
                }
                lines[rule.id] = lines[rule.id] ?? table.line
                rules.append(rule)
            }
            top.adopt(reader.finish())
            keys += reader.asked.map { "rule.\($0)" }.filter { !keys.contains($0) }
        }
        return rules
    }

    mutating func finish() -> [FileProblem] { top.finish() }
}

extension TableReader {
    fileprivate mutating func read(into spool: inout Configuration.Spool) {
        spool.directory = folder("directory") ?? spool.directory
        spool.maxFileSize = size("max-file-size", in: 1 << 10...1 << 30) ?? spool.maxFileSize
        spool.settleMilliseconds = integer("settle-milliseconds", in: 0...600_000) ?? spool.settleMilliseconds
        spool.rescanSeconds = integer("rescan-seconds", in: 1...86_400) ?? spool.rescanSeconds
    }

    fileprivate mutating func read(into workers: inout Configuration.Workers) {
        workers.count = integer("count", in: 0...64) ?? workers.count
        workers.deadlineMilliseconds =
            integer("deadline-milliseconds", in: 100...600_000) ?? workers.deadlineMilliseconds
        workers.memoryMiB = size("memory", in: 128 << 20...64 << 30).map { $0 >> 20 } ?? workers.memoryMiB
    }

    fileprivate mutating func read(into control: inout Configuration.Control) {
        if let value = value("socket"), let path = absolutePath("socket") {
            // sockaddr_un.sun_path has 108 octets, one of them for the NUL.
            if path.utf8.count <= 107 {
                control.socketPath = path
            } else {
                reject(value, key: "socket", "the path has \(path.utf8.count) octets", cure: "use at most 107")
            }
        }
        control.socketMode = mode("socket-mode") ?? control.socketMode
        control.payloadMaxBytes = size("payload-max", in: 1 << 10...95 << 20) ?? control.payloadMaxBytes
        control.connectionsMax = integer("connections-max", in: 4...10_000) ?? control.connectionsMax
        control.connectionsPerUID = integer("connections-per-uid", in: 1...10_000) ?? control.connectionsPerUID
        control.idleSeconds = seconds("idle", in: 1...86_400) ?? control.idleSeconds
        if control.connectionsPerUID > control.connectionsMax, let value = value("connections-per-uid") {
            reject(
                value, key: "connections-per-uid",
                "connections-per-uid is above connections-max (\(control.connectionsMax)): it has no effect",
                cure: "lower it, or raise connections-max", severity: .warning)
        }
    }

    fileprivate mutating func read(
        into archive: inout Configuration.ArchiveSettings, beside spool: Configuration.Spool
    ) {
        archive.directory = folder("directory") ?? archive.directory
        let taken = ["in", "work", "archive", "quarantine"].map { "\(spool.directory)/\($0)/" }
        if let value = value("directory"), taken.contains(where: (archive.directory + "/").hasPrefix) {
            reject(
                value, key: "directory", "the folder is one that the spool's files go through",
                cure: "name one outside of \(spool.directory)")
        }
        archive.retentionDays = integer("retention-days", in: 0...36_500) ?? archive.retentionDays
    }

    fileprivate mutating func read(into log: inout Configuration.Log) {
        log.level = choice("level", Configuration.Log.Level.self) ?? log.level
    }

    fileprivate mutating func read(into tone: inout Configuration.Tone) {
        tone.engine = choice("engine", ToneEngine.self) ?? tone.engine
        tone.modelFolder = folder("models") ?? tone.modelFolder
        tone.words = toneWords("words") ?? tone.words
    }

    fileprivate mutating func read(into watchlist: inout Configuration.WatchlistSettings) {
        watchlist.directory = folder("directory") ?? watchlist.directory
    }

    private mutating func folder(_ key: String) -> String? { absolutePath(key) }

    private mutating func absolutePath(_ key: String) -> String? {
        guard let value = value(key), var path = string(key) else { return nil }
        guard path.hasPrefix("/"), !path.unicodeScalars.contains("\0") else {
            reject(value, key: key, "\(key) is no absolute path", cure: "write the whole path, starting with /")
            return nil
        }
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    /// Permission bits as `"0660"` or `0o660`.
    private mutating func mode(_ key: String) -> UInt32? {
        guard let value = value(key) else { return nil }
        let bits: Int? =
            switch value.content {
            case .string(let text): Int(text, radix: 8)
            case .integer(let number): number
            default: nil
            }
        if let bits, (0o600...0o777).contains(bits), bits & 0o600 == 0o600 { return UInt32(bits) }
        reject(
            value, key: key, "\(key) is no mode that lets the daemon read and write",
            cure: "write it in octal, \"0600\" to \"0777\", as in \"0660\"")
        return nil
    }
}
