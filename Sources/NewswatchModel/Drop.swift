/// Name of a dropped file inside Newswatch: a ULID, a hyphen, and as much of the dropped name as fits.
public struct WorkName: Hashable, Sendable, Codable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
}

/// Where a dropped file ended.
public enum DropState: String, Codable, Sendable, CaseIterable {
    /// Its articles are in the archive.
    case archived
    /// Its bytes were there before; `duplicateOf` names the first drop.
    case duplicate
    /// It could not be read; `rejection` says why.
    case quarantined
}

/// One dropped file, finished.
public struct Drop: Hashable, Sendable, Codable, Identifiable {
    public var id: Int64
    public var work: WorkName
    /// The full name as it was dropped, without the source folder. Octets that are no UTF-8 stand as U+FFFD.
    public var name: String
    /// Subfolder of `in/` that it came from.
    public var source: String?
    public var received: Timestamp
    public var finished: Timestamp
    public var state: DropState
    /// `nil` for a file that could not be read.
    public var sha256: String?
    public var size: Int
    public var duplicateOf: Int64?
    public var rejection: Rejection?

    public init(
        id: Int64, work: WorkName, name: String, source: String?, received: Timestamp, finished: Timestamp,
        state: DropState, sha256: String?, size: Int, duplicateOf: Int64?, rejection: Rejection?
    ) {
        (self.id, self.work, self.name, self.source) = (id, work, name, source)
        (self.received, self.finished, self.state, self.sha256) = (received, finished, state, sha256)
        (self.size, self.duplicateOf, self.rejection) = (size, duplicateOf, rejection)
    }
}
