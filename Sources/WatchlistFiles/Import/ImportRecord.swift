import NewswatchModel

/// An entity as an imported file has it, before anything is judged.
struct ImportRecord {
    /// In the file, from 1.
    var line: Int
    /// `nil` where the file has no ids.
    var id: String?
    /// A kind of ours or a schema of FollowTheMoney; `nil` where the file has neither.
    var kind: String?
    /// The first is the one that is shown.
    var names: [Alias] = []
    var tags: [String] = []
    var notes: String?
    /// Names that are no text.
    var garbled = 0
    /// Whether its line has too few fields, or too many.
    var isMisshapen = false
}

/// A file that gives one record after the other.
protocol ImportSource {
    /// The next record; `nil` at the end. Throws `FileProblems` where the file cannot be read on.
    mutating func next() throws -> ImportRecord?
}
