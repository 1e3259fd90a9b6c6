import NewswatchModel

/// Bounds under which a worker works.
public struct ReaderConfiguration: Hashable, Sendable {
    /// Address space in octets, the watchlist's index not counted (the worker adds its size).
    public var memoryLimit: Int
    /// CPU seconds for one file; 0 leaves it to the deadline of who drives the worker.
    public var cpuSeconds: Int
    /// A file with more octets is rejected.
    public var maxFileSize: Int

    public init(memoryLimit: Int, cpuSeconds: Int = 0, maxFileSize: Int) {
        (self.memoryLimit, self.cpuSeconds, self.maxFileSize) = (memoryLimit, cpuSeconds, maxFileSize)
    }
}

/// One file to be read.
public struct ScanRequest: Hashable, Sendable {
    /// Stands in the reply.
    public var id: UInt64
    /// A hint for the format; never opened.
    public var fileName: String
    /// `nil`: told from name and bytes.
    public var format: ArticleFormat?
    /// Report names inside longer names too.
    public var overlapAll: Bool

    public init(id: UInt64, fileName: String, format: ArticleFormat? = nil, overlapAll: Bool = false) {
        (self.id, self.fileName, self.format, self.overlapAll) = (id, fileName, format, overlapAll)
    }
}

/// What a worker is asked; each has one descriptor attached to its first octet.
public enum ReaderRequest: Hashable, Sendable {
    /// The first request; the descriptor is the compiled watchlist.
    case configure(ReaderConfiguration)
    /// A new compiled watchlist for the scans that come after it.
    case index
    /// The descriptor is the file.
    case scan(ScanRequest)

    private enum Kind: UInt8 { case configure = 1, index, scan }

    /// Octets of the longest request: a file name and some numbers.
    public static let limit = 64 << 10

    /// The whole frame.
    public func encoded() -> [UInt8] {
        var out = FrameWriter()
        switch self {
        case .configure(let configuration):
            out.byte(Kind.configure.rawValue)
            out.integer(configuration.memoryLimit)
            out.integer(configuration.cpuSeconds)
            out.integer(configuration.maxFileSize)
        case .index:
            out.byte(Kind.index.rawValue)
        case .scan(let request):
            out.byte(Kind.scan.rawValue)
            out.unsigned(request.id)
            out.string(request.fileName)
            out.optional(request.format) { $0.string($1.rawValue) }
            out.bool(request.overlapAll)
        }
        return out.finish()
    }

    /// Reads the payload of a frame.
    public init(payload: [UInt8]) throws(FrameError) {
        var input = FrameReader(payload)
        switch Kind(rawValue: try input.byte()) {
        case .configure:
            self = .configure(
                ReaderConfiguration(
                    memoryLimit: try input.integer(), cpuSeconds: try input.integer(), maxFileSize: try input.integer())
            )
        case .index:
            self = .index
        case .scan:
            self = .scan(
                ScanRequest(
                    id: try input.unsigned(), fileName: try input.string(),
                    format: try input.optional { (input) throws(FrameError) in try input.choice(ArticleFormat.self) },
                    overlapAll: try input.bool()))
        case nil: throw .unknown("request")
        }
        try input.finish()
    }
}
