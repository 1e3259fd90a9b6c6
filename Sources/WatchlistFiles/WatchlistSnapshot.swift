import NewswatchModel

/// What the files of a watchlist folder said at one reading; the next one parses only what has changed since.
public struct WatchlistSnapshot: Sendable {
    /// One file of the folder.
    struct File: Sendable {
        /// Of its bytes.
        var sha256: String
        /// What is odd in it but no error.
        var warnings: [FileProblem]
    }

    /// Sorted by id.
    public let entries: [WatchlistEntry]
    /// What is odd but no error, by file.
    public let warnings: [FileProblem]
    /// By path.
    let files: [String: File]
}
