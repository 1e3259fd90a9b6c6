import NewswatchModel

/// What an import came to.
public struct ImportReport: Hashable, Sendable {
    /// Which format the file has, or was said to have.
    public var format: ImportFormat
    /// The delimiter, where the format has one.
    public var delimiter: UInt8?
    /// Entities that the list has now.
    public var entities = 0
    /// Their names.
    public var names = 0
    public var new = 0
    public var changed = 0
    public var unchanged = 0
    public var gone = 0
    /// Entities whose names went to an earlier one of the same id.
    public var merged = 0
    public var droppedEntities: [ImportDrop: Int] = [:]
    public var droppedNames: [ImportDrop: Int] = [:]
    /// Whether the list was replaced: not in a dry run, nor when nothing changed.
    public var isWritten = false
    /// The first entity of the list.
    public var first: EntityID?
    /// What is odd about the options, with this file.
    public var warnings: [FileProblem] = []
    /// Names of the list that are ordinary words.
    public var noise = NoiseTally()
    /// Ids of these other files are not known, because they have errors.
    public var unreadable: [FileProblem] = []

    public init(format: ImportFormat) { self.format = format }

    /// Whether the new list differs from the one that was there.
    public var isChange: Bool { new + changed + gone > 0 }
}
