/// Why a file is in quarantine. The raw value stands in `.why` files, protocol items and metrics.
public enum QuarantineReason: String, Codable, Sendable, CaseIterable {
    /// The format is known but not read by this version, or not known at all.
    case unsupportedFormat = "unsupported-format"
    /// There is no text in it.
    case empty
    case tooLarge = "too-large"
    /// It could not be opened or read.
    case unreadable
    /// The bytes are no text in any charset that could be told.
    case badEncoding = "bad-encoding"
    /// A directory entry that is no regular file: a symbolic link, FIFO, socket or device.
    case notRegular = "not-regular"
    /// It has more than one hard link, so someone else may still write to it.
    case hardLinked = "hard-linked"
    /// It changed each time it was read.
    case changing
    /// Reading took longer than the deadline.
    case deadline
    /// It ended the worker that read it, as often as is tried.
    case poison
    /// A limit of the format was passed (depth, attributes, expansion).
    case limit
}

/// Why a file could not become articles.
public struct Rejection: Hashable, Sendable, Codable {
    public var reason: QuarantineReason
    /// One sentence for the user.
    public var detail: String
    /// What the bytes look like ("application/pdf"), when that could be told.
    public var sniffed: String?

    public init(reason: QuarantineReason, detail: String, sniffed: String? = nil) {
        (self.reason, self.detail, self.sniffed) = (reason, detail, sniffed)
    }
}

/// One article with what was found in it.
public struct ScannedArticle: Hashable, Sendable, Codable {
    public var article: Article
    /// Title before text, then by offset.
    public var mentions: [Mention]
    public var refused: [RefusedMention]

    public init(article: Article, mentions: [Mention], refused: [RefusedMention] = []) {
        (self.article, self.mentions, self.refused) = (article, mentions, refused)
    }

    /// What the article says of one entity.
    public struct EntitySummary: Hashable, Sendable, Codable {
        public var id: EntityID
        public var mentions: Int
        public var tone: EntityTone?

        public init(id: EntityID, mentions: Int, tone: EntityTone?) {
            (self.id, self.mentions, self.tone) = (id, mentions, tone)
        }
    }

    /// One row for each entity with a mention, by id.
    public var entities: [EntitySummary] {
        Dictionary(grouping: mentions, by: \.entity)
            .map { id, found in
                EntitySummary(id: id, mentions: found.count, tone: EntityTone(mean: found))
            }
            .sorted { $0.id < $1.id }
    }
}

/// What a worker answers for one file.
public struct ScanResult: Hashable, Sendable, Codable {
    /// Hash of the bytes that were read: 64 lower-case hexadecimal digits.
    public var sha256: String
    /// Octets read.
    public var size: Int
    public var outcome: ScanOutcome

    public init(sha256: String, size: Int, outcome: ScanOutcome) {
        (self.sha256, self.size, self.outcome) = (sha256, size, outcome)
    }
}

public enum ScanOutcome: Hashable, Sendable, Codable {
    case articles([ScannedArticle])
    case rejected(Rejection)
}
