/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
    /// Read so far.
    public var octets = 0
    /// In the records that were read, whether they were taken or not.
    public var names = 0
    /// Whether the file was read to its end, and the list is being made.
    public var isRead = false
}
