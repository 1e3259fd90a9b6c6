/// Bytes between daemon and worker that follow no frame's layout.
public enum FrameError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A frame claims more octets than are allowed.
    case tooLong(claimed: Int, limit: Int)
    /// A value begins where the frame has ended, or claims to go beyond its end.
    case truncated
    /// A frame has octets left when its last value was read.
    case surplus(Int)
    /// A kind, flag or enumeration has a value that nobody writes.
    case unknown(String)
    /// A number, range or hash is outside of what its type promises.
    case impossible(String)
    /// A string is no UTF-8.
    case notUTF8

    public var description: String {
        switch self {
        case .tooLong(let claimed, let limit): "a frame claims \(claimed) octets; the limit is \(limit)"
        case .truncated: "a frame ends in the middle of a value"
        case .surplus(let count): "a frame has \(count) octets too many"
        case .unknown(let what): "a frame has an unknown \(what)"
        case .impossible(let what): "a frame has an impossible \(what)"
        case .notUTF8: "a frame has a string that is no UTF-8"
        }
    }
}
