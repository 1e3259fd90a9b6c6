import GRDB
import NewswatchModel

/// An article that a search found.
public struct SearchHit: Hashable, Sendable {
    public var row: ArticleRow
    /// A piece of the title or text around the words that were found.
    public var excerpt: String
    /// Where the words stand in `excerpt`, octets of its UTF-8.
    public var marks: [ByteRange]

    /// `excerpt` with `«` and `»` around the words that were found. Such quotation marks of the article itself
    /// stand as `"`.
    public var snippet: String {
        let quotes: Set<Character> = ["«", "»"]
        func plain(_ piece: Substring.UTF8View) -> String {
            String(String(Substring(piece)).map { quotes.contains($0) ? "\"" : $0 })
        }
        var result = ""
        var position = excerpt.utf8.startIndex
        for mark in marks {
            let start = excerpt.utf8.index(excerpt.utf8.startIndex, offsetBy: mark.start)
            let end = excerpt.utf8.index(start, offsetBy: mark.count)
            result += plain(excerpt.utf8[position..<start]) + "«" + plain(excerpt.utf8[start..<end]) + "»"
            position = end
        }
        return result + plain(excerpt.utf8[position...])
    }
}

extension Archive {
    /// Articles whose title and text hold what `query` asks for, the best first; words in the title weigh more.
    ///
    /// `query` is words, `"phrases"` and `prefix*`, all of which must be there, with `AND`, `OR`, `NOT` (in
    /// capitals) and parentheses between them. Case and diacritics do not count.
    /// - throws: `badQuery` with the reason when it cannot be understood.
    public func search(_ query: String, limit: Int = 20) async throws(ArchiveError) -> [SearchHit] {
        let expression = try SearchQuery(query).expression
        return try await read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT \(ArticleRow.columns), snippet(article_words, -1, char(2), char(3), '…', 24)
                    FROM article_words CROSS JOIN articles ON articles.id = article_words.rowid
                        JOIN drops ON drops.id = articles.drop_id
                    WHERE article_words MATCH ? AND rank MATCH 'bm25(4.0, 1.0)'
                    ORDER BY rank LIMIT ?
                    """)
            return try Row.fetchAll(statement, arguments: [expression, max(0, limit)]).map { row in
                let (excerpt, marks) = Self.split(row[ArticleRow.columnCount] ?? "")
                return SearchHit(row: try ArticleRow(db, row), excerpt: excerpt, marks: marks)
            }
        }
    }

    /// Takes the control characters that stand around the words out of a snippet.
    private static func split(_ marked: String) -> (String, [ByteRange]) {
        var octets: [UInt8] = []
        var marks: [ByteRange] = []
        var start: Int?
        for octet in marked.utf8 {
            switch octet {
            case 2: start = octets.count
            case 3:
                if let begin = start { marks.append(ByteRange(begin, octets.count)) }
                start = nil
            default: octets.append(octet)
            }
        }
        return (String(decoding: octets, as: UTF8.self), marks)
    }
}
