/// One thing that an import did or left, for the report.
public struct ImportEvent: Hashable, Sendable {
    public enum What: String, Sendable, CaseIterable {
        case droppedName = "dropped-name"
        case droppedEntity = "dropped-entity"
        /// A second entity of the same id gave its names to the first.
        case merged
        /// Against the list that was there.
        case new, changed, gone
    }

    public var what: What
    /// In the imported file; `nil` for what is only in the list that was there.
    public var line: Int?
    /// The entity's id, or how the file calls it.
    public var id: String
    /// The name that it is about.
    public var name: String
    /// Why, or what changed.
    public var detail: String

    /// The names of `fields`.
    public static let header = ["what", "line", "id", "name", "detail"]
    /// One each for `header`, without tabs and line ends.
    public var fields: [String] {
        [what.rawValue, line.map(String.init) ?? "", id, name, detail].map { text in
            text.utf8.allSatisfy { $0 >= 0x20 } ? text : String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        }
    }
}
