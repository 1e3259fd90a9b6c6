/// A user's search, turned into an FTS5 expression in which every word is quoted, so that nothing a user types
/// is taken for FTS5 syntax.
struct SearchQuery {
    /// More would pass the depth that FTS5 allows for an expression.
    static let maximumTerms = 64
    /// Parentheses in each other. FTS5's parser has room for 100 symbols; a level takes up to seven, which are
    /// `a OR b AND c NOT (`.
    static let maximumDepth = 10

    /// What MATCH takes.
    let expression: String

    init(_ query: String) throws(ArchiveError) {
        var parser = Parser(tokens: try Self.tokens(query))
        expression = try parser.whole()
    }

    private enum Token: Equatable {
        /// Quoted for FTS5, with `*` where it is a prefix.
        case term(String)
        case and, or, not, open, close

        var name: String {
            switch self {
            case .term(let text): text
            case .and: "AND"
            case .or: "OR"
            case .not: "NOT"
            case .open: "("
            case .close: ")"
            }
        }
    }

    private static func tokens(_ query: String) throws(ArchiveError) -> [Token] {
        var tokens: [Token] = []
        var rest = query[...]
        var terms = 0
        while let first = rest.first {
            switch first {
            case _ where first.isWhitespace: rest.removeFirst()
            case "(":
                tokens.append(.open)
                rest.removeFirst()
            case ")":
                tokens.append(.close)
                rest.removeFirst()
            case "\"":
                rest.removeFirst()
                guard let end = rest.firstIndex(of: "\"") else {
                    throw .badQuery("the phrase \"\(rest) has no closing quotation mark")
                }
                let phrase = String(rest[..<end])
                rest = rest[rest.index(after: end)...]
                let isPrefix = rest.first == "*"
                if isPrefix { rest.removeFirst() }
                tokens.append(.term(try term(phrase, isPrefix: isPrefix)))
                terms += 1
            default:
                let word = rest.prefix { !$0.isWhitespace && !"()\"".contains($0) }
                rest = rest[word.endIndex...]
                switch word {
                case "AND": tokens.append(.and)
                case "OR": tokens.append(.or)
                case "NOT": tokens.append(.not)
                default:
                    let isPrefix = word.last == "*"
                    tokens.append(.term(try term(String(isPrefix ? word.dropLast() : word), isPrefix: isPrefix)))
                    terms += 1
                }
            }
        }
        guard terms <= maximumTerms, tokens.count <= 4 * maximumTerms else {
            throw .badQuery("there are \(terms) words and phrases to look for; \(maximumTerms) at most")
        }
        return tokens
    }

    private static func term(_ text: String, isPrefix: Bool) throws(ArchiveError) -> String {
        // What FTS5's unicode61 takes for a part of a word.
        let hasWord = text.unicodeScalars.contains {
            switch $0.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber, .privateUse:
                true
            default: false
            }
        }
        guard hasWord, !text.contains("\0") else {
            throw .badQuery("\"\(text)\(isPrefix ? "*" : "")\" has no letter or digit to look for")
        }
        return "\"\(text)\"" + (isPrefix ? " *" : "")
    }

    /// `or = and *("OR" and)`, `and = unit *(["AND"] unit / "NOT" unit)`, `unit = term / "(" or ")"`.
    private struct Parser {
        let tokens: [Token]
        var position = 0
        var depth = 0

        init(tokens: [Token]) { self.tokens = tokens }

        private var next: Token? { position < tokens.count ? tokens[position] : nil }

        mutating func whole() throws(ArchiveError) -> String {
            guard !tokens.isEmpty else { throw .badQuery("there is nothing to look for") }
            let result = try alternatives()
            guard next == nil else { throw .badQuery("\")\" closes nothing") }
            return result
        }

        private mutating func alternatives() throws(ArchiveError) -> String {
            var result = try conjunction()
            while next == .or {
                position += 1
                result = "\(result) OR \(try conjunction())"
            }
            return result
        }

        private mutating func conjunction() throws(ArchiveError) -> String {
            var result = try unit()
            while let token = next, token != .or, token != .close {
                if token == .and || token == .not { position += 1 }
                let other = try unit()
                // FTS5's NOT binds to the unit before it alone; with AND before that, the result is the same.
                result += token == .not ? " NOT \(other)" : " AND \(other)"
            }
            return result
        }

        private mutating func unit() throws(ArchiveError) -> String {
            guard let token = next else {
                throw .badQuery("something to look for is missing after \(tokens.last?.name ?? "the start")")
            }
            switch token {
            case .term(let text):
                position += 1
                return text
            case .open:
                position += 1
                depth += 1
                guard depth <= SearchQuery.maximumDepth else {
                    throw .badQuery("parentheses stand in each other more than \(SearchQuery.maximumDepth) deep")
                }
                let inside = try alternatives()
                guard next == .close else { throw .badQuery("\"(\" is not closed") }
                position += 1
                depth -= 1
                return "(\(inside))"
            case .not where position == 0: throw .badQuery("NOT wants something to look for before it")
            case .and, .or, .not, .close:
                throw .badQuery("something to look for is missing before \(token.name)")
            }
        }
    }
}
