/// Something odd that is in force all the same: RELOAD's item.
public struct WarningItem: Codable, Sendable, Hashable {
    public var schema = ControlJSON.schema
    public var type = "warning"
    /// One line, with the cure.
    public var message: String

    public init(message: String) { self.message = message }
}
