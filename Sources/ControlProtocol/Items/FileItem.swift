import NewswatchModel

/// One dropped file that is done with: FILES' item.
public struct FileItem: Codable, Sendable, Hashable {
    public var schema = ControlJSON.schema
    public var type = "file"
    public var id: Int64
    /// Its name in the spool: what RETRY takes.
    public var work: WorkName
    /// Its name as it was dropped.
    public var name: String
    /// The subfolder of `in/` that it came from.
    public var source: String?
    public var received: Timestamp
    public var finished: Timestamp
    public var state: DropState
    public var sha256: String?
    /// Octets.
    public var size: Int
    /// The `id` of the first file with the same bytes.
    public var duplicateOf: Int64?
    /// Why it is in quarantine.
    public var reason: QuarantineReason?
    public var detail: String?
    /// What the bytes look like, a media type.
    public var sniffed: String?

    public init(_ drop: Drop) {
        (id, work, name, source) = (drop.id, drop.work, drop.name, drop.source)
        (received, finished, state) = (drop.received, drop.finished, drop.state)
        (sha256, size, duplicateOf) = (drop.sha256, drop.size, drop.duplicateOf)
        (reason, detail, sniffed) = (drop.rejection?.reason, drop.rejection?.detail, drop.rejection?.sniffed)
    }
}
