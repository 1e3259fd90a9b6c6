import NewswatchModel

/// A mention to be judged.
public struct ToneTarget: Sendable {
    /// Where the name stands in the input's text, in bytes.
    public var range: ByteRange

    public init(range: ByteRange) { self.range = range }
}

/// A text and the mentions in it.
public struct ToneInput: Sendable {
    public var text: String
    /// BCP 47 primary subtag, `nil` when it could not be told.
    public var language: String?
    /// Byte ranges of the text's sentences, ascending and apart. A target outside all of them is judged by the whole
    /// text.
    public var sentences: [ByteRange]
    public var targets: [ToneTarget]

    public init(text: String, language: String?, sentences: [ByteRange], targets: [ToneTarget]) {
        (self.text, self.language, self.sentences, self.targets) = (text, language, sentences, targets)
    }
}

/// Judges the side that a text takes toward each of its mentions.
public protocol ToneModel: Sendable {
    /// Name and version, as scores carry it.
    var name: String { get }
    /// Whether `score` may be asked about texts of this language.
    func supports(language: String?) -> Bool
    /// One score for each target, in their order. The same input gives the same scores, always.
    func score(_ input: ToneInput) -> [ToneScore]
}
