/// What one file may cost. A file that passes a limit is rejected, never cut short in silence.
public struct ReadingLimits: Sendable {
    /// Largest file, in bytes.
    public var maxBytes: Int = 16 << 20
    /// Deepest nesting of HTML elements. Real pages stay under 60.
    public var depth: Int = 256
    /// Most attributes of one HTML tag. The parser compares each with all before it, so the cost is quadratic.
    public var attributesPerTag: Int = 256
    /// Most tags of one HTML page; each costs about 150 bytes of memory.
    public var tags: Int = 250_000

    /// Longest title, in bytes. It goes into every alert and list.
    public var titleBytes: Int = 4096
    /// Most words of one article. The matcher keeps 64 octets for each and at times twice that, within the worker's
    /// 512 MiB; prose of 16 MiB has 3 million.
    public var words: Int = 3_900_000
    /// Most mentions in one article; what has more is no article, and its answer would not fit.
    public var mentions: Int = 100_000

    public init() {}
}
