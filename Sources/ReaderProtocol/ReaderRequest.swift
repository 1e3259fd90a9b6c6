import NewswatchModel

/// Bounds under which a worker works, and what it judges tone with.
public struct ReaderConfiguration: Hashable, Sendable {
    /// Address space in octets, the watchlist's index and the tone models not counted (the worker adds their sizes).
    public var memoryLimit: Int
    /// CPU seconds for one file; 0 leaves it to the deadline of who drives the worker.
    public var cpuSeconds: Int
    /// A file with more octets is rejected.
    public var maxFileSize: Int
    public var toneEngine: ToneEngine
    /// Path of the folder with the `.nwtone` files; `nil` where there is none.
    public var modelFolder: String?
    public var toneWords: ToneWordLists

    public init(
        memoryLimit: Int, cpuSeconds: Int = 0, maxFileSize: Int, toneEngine: ToneEngine = .auto,
        modelFolder: String? = nil, toneWords: ToneWordLists = ToneWordLists()
    ) {
        (self.memoryLimit, self.cpuSeconds, self.maxFileSize) = (memoryLimit, cpuSeconds, maxFileSize)
        (self.toneEngine, self.modelFolder, self.toneWords) = (toneEngine, modelFolder, toneWords)
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
    /// Which mentions' scores are explained by clause and words; that takes many times longer than to score them.
    public var explained: ExplainedMentions

    public init(
        id: UInt64, fileName: String, format: ArticleFormat? = nil, overlapAll: Bool = false,
        explained: ExplainedMentions = .none
    ) {
        (self.id, self.fileName, self.format) = (id, fileName, format)
        (self.overlapAll, self.explained) = (overlapAll, explained)
    }
}

/// Whose mentions are explained; of many, those with the clearest tone.
public enum ExplainedMentions: Hashable, Sendable {
    case none, all
    case entity(EntityID)
}

/// A mention in a text without a watchlist, whose tone is asked for.
public struct ToneQuestion: Hashable, Sendable {
    public var text: String
    /// Octets of the mention in `text`.
    public var mention: ByteRange
    /// BCP 47 primary subtag.
    public var language: String

    public init(text: String, mention: ByteRange, language: String) {
        (self.text, self.mention, self.language) = (text, mention, language)
    }
}

/// What a worker is asked.
public enum ReaderRequest: Hashable, Sendable {
    /// The first request; the descriptor is the compiled watchlist.
    case configure(ReaderConfiguration)
    /// A new compiled watchlist for the scans that come after it, and the user's words with it.
    case index(ToneWordLists)
    /// The same for the next scan alone.
    case trial(ToneWordLists)
    /// The descriptor is the file.
    case scan(ScanRequest)
    /// Tone questions, answered by `judged` in their order; no descriptor comes with them.
    case judge(id: UInt64, [ToneQuestion])

    private enum Kind: UInt8 { case configure = 1, index, trial, scan, judge }

    /// Octets of the longest request: words for many thousand entities, or a batch of questions. The worker trusts who
    /// started it; the limit is against a stream out of step.
    public static let limit = 1 << 30

    /// The whole frame.
    public func encoded() -> [UInt8] {
        var out = FrameWriter()
        switch self {
        case .configure(let configuration):
            out.byte(Kind.configure.rawValue)
            out.configuration(configuration)
        case .index(let words):
            out.byte(Kind.index.rawValue)
            out.toneWordLists(words)
        case .trial(let words):
            out.byte(Kind.trial.rawValue)
            out.toneWordLists(words)
        case .scan(let request):
            out.byte(Kind.scan.rawValue)
            out.scanRequest(request)
        case .judge(let id, let questions):
            out.byte(Kind.judge.rawValue)
            out.unsigned(id)
            out.list(questions) { $0.toneQuestion($1) }
        }
        return out.finish()
    }

    /// Reads the payload of a frame.
    public init(payload: [UInt8]) throws(FrameError) {
        var input = FrameReader(payload)
        switch Kind(rawValue: try input.byte()) {
        case .configure: self = .configure(try input.configuration())
        case .index: self = .index(try input.toneWordLists())
        case .trial: self = .trial(try input.toneWordLists())
        case .scan: self = .scan(try input.scanRequest())
        case .judge:
            self = .judge(
                id: try input.unsigned(),
                try input.list { (input) throws(FrameError) in try input.toneQuestion() })
        case nil: throw .unknown("request")
        }
        try input.finish()
    }
}
