/// Why a list that would lose most of its entities is not replaced.
public struct ListShrinkage: Error, Hashable, Sendable, CustomStringConvertible {
    /// How many entities are kept for the user.
    static let shown = 20

    public let problem: FileProblem
    /// The first entities that would go, in the order of their ids.
    public let gone: [ImportEvent]
    /// How many would go beside those.
    public let more: Int

    /// The problem alone, in one line.
    public var description: String { problem.description }
}
