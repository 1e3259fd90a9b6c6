import GRDB
import NewswatchModel

/// Why the archive could not do what was asked.
public enum ArchiveError: Error, Sendable, Equatable {
    /// Another process (or another `Archive` of this one) has it open; `pid` where it could be told.
    case locked(path: String, pid: Int32?)
    /// A newer Newswatch wrote the file; `unknown` are its schema versions that this one does not know.
    case newerSchema(path: String, unknown: [String])
    /// The file is no database, or its pages or rows contradict each other.
    case corrupt(path: String, detail: String)
    /// The folder or a file in it cannot be opened.
    case cannotOpen(path: String, reason: String)
    /// The disk is full, read-only or failing. Nothing of the transaction was kept; try again later.
    case full(detail: String)
    /// What the user searches for cannot be understood; the reason is a sentence for the user.
    case badQuery(String)
    case noSuchDrop(Int64)
    /// Only a quarantined file can be tried again.
    case notQuarantined(Int64, DropState)
    /// `Archive.close()` was called.
    case closed
    /// The calling task was cancelled; nothing of the transaction was kept.
    case cancelled
    /// Anything else that SQLite says: its extended result code and message.
    case sqlite(code: Int32, message: String)
}

extension ArchiveError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .locked(let path, let pid):
            "\(path) is in use by \(pid.map { "process \($0)" } ?? "another process"); stop that newswatchd first"
        case .newerSchema(let path, let unknown):
            "\(path) was written by a newer Newswatch (schema \(unknown.joined(separator: ", "))); "
                + "install that version again or set another archive directory"
        case .corrupt(let path, let detail):
            "\(path) is damaged: \(detail); restore it from a backup, or move it away to begin a new one"
        case .cannotOpen(let path, let reason): "\(path) cannot be opened: \(reason)"
        case .full(let detail): "the archive's disk is full, read-only or failing: \(detail)"
        case .badQuery(let reason): reason
        case .noSuchDrop(let id): "there is no file \(id)"
        case .notQuarantined(let id, let state): "file \(id) is \(state.rawValue), not quarantined"
        case .closed: "the archive is closed"
        case .cancelled: "the archive was not asked to the end"
        case .sqlite(let code, let message): "SQLite error \(code): \(message)"
        }
    }
}

extension ArchiveError {
    /// The case that fits an error which came out of a database access to the file at `path`.
    init(_ error: any Error, path: String) {
        switch error {
        case let known as ArchiveError: self = known
        case let bad as BadRow: self = .corrupt(path: path, detail: "\(bad)")
        case is CancellationError: self = .cancelled
        case let error as DatabaseError:
            let message = error.message ?? "\(error.extendedResultCode)"
            switch error.resultCode {
            case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY: self = .full(detail: message)
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(path: path, detail: message)
            case .SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: message)
            // GRDB answers with this once the pool is closed; statements of ours cannot cause it.
            case .SQLITE_MISUSE: self = .closed
            case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .cancelled
            default: self = .sqlite(code: error.extendedResultCode.rawValue, message: message)
            }
        default: self = .sqlite(code: 1, message: "\(error)")
        }
    }
}

/// A stored value that this program would never have written.
struct BadRow: Error, CustomStringConvertible {
    var column: String
    var value: String

    var description: String { "\(column) holds \"\(value)\"" }
}

/// `value` read by `convert`, or `BadRow` where it is none of the values that `convert` knows.
func stored<T>(_ value: String, _ column: String, as convert: (String) -> T?) throws -> T {
    guard let result = convert(value) else { throw BadRow(column: column, value: value) }
    return result
}
