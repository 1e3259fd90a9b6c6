import Glibc

/// Why an index could not be built, written, opened or trusted.
public enum IndexError: Error, Hashable, Sendable {
    /// The watchlist has more of something than the format can hold.
    case tooLarge(what: String, limit: Int)
    /// A system call on the index file failed; `code` is errno.
    case system(call: String, path: String?, code: Int32)
    /// The bytes are no index of this program.
    case foreign
    /// An index of another layout; it must be built anew.
    case formatVersion(found: UInt32, wanted: UInt32)
    /// The bytes changed since they were written.
    case damaged(reason: String)
}

extension IndexError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge(let what, let limit): "the watchlist has too many \(what): the index holds \(limit)"
        case .system(let call, let path, let code):
            "\(call)\(path.map { " \($0)" } ?? "") failed: \(Self.text(of: code))"
        case .foreign: "these bytes are no watchlist index"
        case .formatVersion(let found, let wanted):
            "the index has layout \(found), this program reads \(wanted): build it anew"
        case .damaged(let reason): "the index is damaged (\(reason)): build it anew"
        }
    }
}

extension IndexError {
    private static func text(of code: Int32) -> String {
        guard let message = strerror(code) else { return "error \(code)" }
        return String(cString: message)
    }
}
