/// Why a model file cannot be used.
public struct ToneModelError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// The system does not let us read it.
        case unreadable
        /// It is something else.
        case notAModel
        /// It is a model file of a format or an engine that this program does not know.
        case unsupported
        /// It was a model file: it has been cut or changed, or was written wrongly.
        case damaged
    }

    /// The file's path, or what it was called where it came as a descriptor.
    public var file: String
    public var kind: Kind
    /// What is wrong, as a sentence without its stop.
    public var wrong: String
    /// What would be right, in the same form.
    public var right: String

    public init(file: String, kind: Kind, wrong: String, right: String) {
        (self.file, self.kind, self.wrong, self.right) = (file, kind, wrong, right)
    }

    public var description: String { "\(file): \(wrong); \(right)" }
}
