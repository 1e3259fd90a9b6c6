import NewswatchModel

/// What a worker tells when it can begin.
public struct ReaderReady: Hashable, Sendable {
    public var watchlistVersion: Int
    /// Names of the tone models that it has.
    public var models: [String]

    public init(watchlistVersion: Int, models: [String]) {
        (self.watchlistVersion, self.models) = (watchlistVersion, models)
    }
}

/// What a worker answers.
public enum ReaderReply: Hashable, Sendable {
    /// After `configure`: it is locked in and takes files.
    case ready(ReaderReady)
    case scanned(id: UInt64, result: ScanResult)
    /// It cannot go on: the index is no index. The worker ends after it.
    case failed(String)

    private enum Kind: UInt8 { case ready = 1, scanned, failed }

    /// The whole frame.
    public func encoded() -> [UInt8] {
        var out = FrameWriter()
        switch self {
        case .ready(let ready):
            out.byte(Kind.ready.rawValue)
            out.integer(ready.watchlistVersion)
            out.list(ready.models) { $0.string($1) }
        case .scanned(let id, let result):
            out.byte(Kind.scanned.rawValue)
            out.unsigned(id)
            out.scanResult(result)
        case .failed(let reason):
            out.byte(Kind.failed.rawValue)
            out.string(reason)
        }
        return out.finish()
    }

    /// Reads the payload of a frame.
    public init(payload: [UInt8]) throws(FrameError) {
        var input = FrameReader(payload)
        switch Kind(rawValue: try input.byte()) {
        case .ready:
            self = .ready(
                ReaderReady(
                    watchlistVersion: try input.integer(),
                    models: try input.list { (input) throws(FrameError) in try input.string() }))
        case .scanned: self = .scanned(id: try input.unsigned(), result: try input.scanResult())
        case .failed: self = .failed(try input.string())
        case nil: throw .unknown("reply")
        }
        try input.finish()
    }
}
