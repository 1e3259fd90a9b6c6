import Glibc
import Logging
import Synchronization

/// The level below which nothing is logged, shared by all handlers so that it can change while they run.
public final class LogLevel: Sendable {
    private let level: Mutex<Logger.Level>

    public init(_ level: Logger.Level) { self.level = Mutex(level) }

    public var value: Logger.Level {
        get { level.withLock { $0 } }
        set { level.withLock { $0 = newValue } }
    }
}

/// A swift-log back end for a service: the journal with metadata as fields where that is connected, else a
/// line on standard error.
public struct ServiceLogHandler: LogHandler {
    public var metadata: Logger.Metadata = [:]
    private let shared: LogLevel
    private let toJournal: Bool

    /// - Parameter level: shared with whoever changes it later.
    public init(level: LogLevel, toJournal: Bool = Journal.isConnected) {
        shared = level
        self.toJournal = toJournal
    }

    public var logLevel: Logger.Level {
        get { shared.value }
        set { shared.value = newValue }
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        if toJournal {
            var fields = [(name: "MESSAGE", value: "\(event.message)"), ("PRIORITY", "\(event.level.priority)")]
            for (key, value) in all {
                // MESSAGE_ID is the journal's own; ours carry the project's prefix.
                fields.append((key == "MESSAGE_ID" ? key : Journal.fieldName(key), "\(value)"))
            }
            Journal.send(fields)
        } else {
            let details = all.filter { $0.key != "MESSAGE_ID" }.map { " \($0.key)=\($0.value)" }.joined()
            let line = "newswatchd: \(event.level): \(event.message)\(details)\n"
            _ = line.withCString { write(2, $0, strlen($0)) }
        }
    }
}

extension Logger.Level {
    /// syslog(3) priority.
    public var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
