import NewswatchModel

/// What a worker tells when it can begin.
public struct ReaderReady: Hashable, Sendable {
    public var watchlistVersion: Int
    /// The tone models that it uses.
    public var models: [ToneModelFacts]
    /// What is wrong with model files that it cannot use, a sentence each.
    public var modelProblems: [String]

    public init(watchlistVersion: Int, models: [ToneModelFacts], modelProblems: [String] = []) {
        (self.watchlistVersion, self.models, self.modelProblems) = (watchlistVersion, models, modelProblems)
    }
}

/// What a worker answers.
public enum ReaderReply: Hashable, Sendable {
    /// After `configure`: it is locked in and takes files.
    case ready(ReaderReady)
    case scanned(id: UInt64, result: ScanResult)
    /// A score for each question, in their order; `nil` where the language has no model.
    case judged(id: UInt64, [ToneScore?])
    /// It cannot go on: the index is no index. The worker ends after it.
    case failed(String)

    private enum Kind: UInt8 { case ready = 1, scanned, judged, failed }

    /// The whole frame.
    public func encoded() -> [UInt8] {
        var out = FrameWriter()
        switch self {
        case .ready(let ready):
            out.byte(Kind.ready.rawValue)
            out.integer(ready.watchlistVersion)
            out.list(ready.models) { $0.modelFacts($1) }
            out.list(ready.modelProblems) { $0.string($1) }
        case .scanned(let id, let result):
            out.byte(Kind.scanned.rawValue)
            out.unsigned(id)
            out.scanResult(result)
        case .judged(let id, let scores):
            out.byte(Kind.judged.rawValue)
            out.unsigned(id)
            out.list(scores) { out, score in out.optional(score) { $0.tone($1) } }
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
                    models: try input.list { (input) throws(FrameError) in try input.modelFacts() },
                    modelProblems: try input.list { (input) throws(FrameError) in try input.string() }))
        case .scanned: self = .scanned(id: try input.unsigned(), result: try input.scanResult())
        case .judged:
            self = .judged(
                id: try input.unsigned(),
                try input.list { (input) throws(FrameError) in
                    // Ranges count in the question's text, which only the asker has.
                    try input.optional { (input) throws(FrameError) in try input.tone(within: .max) }
                })
        case .failed: self = .failed(try input.string())
        case nil: throw .unknown("reply")
        }
        try input.finish()
    }
}
