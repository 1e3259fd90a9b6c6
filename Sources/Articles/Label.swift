import NewswatchModel

/// A line such as `Date: 1 November 2023`; its value may be empty.
struct Label {
    enum Kind { case title, author, source, url, date, language, other }

    let kind: Kind
    let value: ArraySlice<UInt8>

    init(kind: Kind, value: ArraySlice<UInt8>) { (self.kind, self.value) = (kind, value) }

    /// `nil` when the line does not begin with a known label and a colon.
    init?(_ line: ArraySlice<UInt8>) {
        guard let colon = line.prefix(24).firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = line[..<colon].trimmed.string.lowercased()
        guard let kind = Label.kinds[name] else { return nil }
        (self.kind, value) = (kind, line[(colon + 1)...].trimmed)
    }

    /// Puts the value into the article, where it has one and the article has none yet.
    func apply(to article: inout Article, from origin: String) {
        guard !value.isEmpty else { return }
        let text = value.string
        switch kind {
        case .title: set(\.title, .title, text, "")
        case .author: set(\.author, .author, text, nil)
        case .source: set(\.source, .source, text, nil)
        case .url: set(\.url, .url, text, nil)
        case .language: set(\.language, .language, LanguageDetector.primarySubtag(text), nil)
        case .date:
            guard let date = PrintedDate.read(value) else { return }
            set(\.published, .published, date, nil)
        case .other: break
        }
        func set<T: Equatable>(_ path: WritableKeyPath<Article, T>, _ field: MetadataField, _ new: T, _ none: T) {
            guard article[keyPath: path] == none, new != none else { return }
            article[keyPath: path] = new
            article.provenance[field] = origin
        }
    }

    static let kinds: [String: Kind] = [
        "title": .title, "headline": .title, "author": .author, "authors": .author, "by": .author, "byline": .author,
        "source": .source, "publisher": .source, "publication": .source, "site": .source, "url": .url, "link": .url,
        "date": .date, "published": .date, "publish date": .date, "publication date": .date, "posted": .date,
        "updated": .other, "modified": .other, "lang": .language, "language": .language, "category": .other,
        "section": .other, "tags": .other, "location": .other, "id": .other, "заголовок": .title, "автор": .author,
        "источник": .source, "дата": .date, "ссылка": .url,
    ]
}
