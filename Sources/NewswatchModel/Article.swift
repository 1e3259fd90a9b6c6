/// A half-open range of byte offsets into the UTF-8 of a title or text.
public struct ByteRange: Hashable, Sendable, Codable, Comparable {
    public var start: Int
    public var end: Int

    public init(_ start: Int, _ end: Int) { (self.start, self.end) = (start, end) }

    public var count: Int { end - start }
    public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
    public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }
    public static func < (a: ByteRange, b: ByteRange) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// The part of an article that a byte range counts in.
public enum TextField: String, Codable, Sendable, CaseIterable {
    case title, text
}

/// How a file's bytes were read.
public enum ArticleFormat: String, Codable, Sendable, CaseIterable {
    case plain, markdown, html
    /// The bytes are the text: no headline, no labels, no furniture.
    case verbatim
}

/// A metadata field whose origin `Article.provenance` tells.
public enum MetadataField: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    case title, author, source, url, published, language
}

/// One article as it was read from a file.
public struct Article: Hashable, Sendable, Codable {
    /// Place in its file, from 0.
    public var index: Int
    public var format: ArticleFormat
    /// IANA name of the charset that the bytes were decoded from ("UTF-8", "windows-1251").
    public var charset: String
    /// How many characters could not be decoded and stand as U+FFFD.
    public var replacements: Int
    /// BCP 47 primary subtag ("en"), when it could be told.
    public var language: String?
    /// May be empty.
    public var title: String
    public var text: String
    public var author: String?
    public var source: String?
    public var url: String?
    /// When the article says it was published: RFC 3339, or a date alone (`2023-11-01`).
    public var published: String?
    /// For each metadata field that is set, where it was read ("date line", "front matter", "json-ld").
    public var provenance: [MetadataField: String]

    public init(
        index: Int = 0, format: ArticleFormat, charset: String = "UTF-8", replacements: Int = 0,
        language: String? = nil, title: String = "", text: String, author: String? = nil, source: String? = nil,
        url: String? = nil, published: String? = nil, provenance: [MetadataField: String] = [:]
    ) {
        (self.index, self.format, self.charset, self.replacements) = (index, format, charset, replacements)
        (self.language, self.title, self.text, self.author) = (language, title, text, author)
        (self.source, self.url, self.published, self.provenance) = (source, url, published, provenance)
    }

    /// The title or the text.
    public subscript(field: TextField) -> String { field == .title ? title : text }
}
