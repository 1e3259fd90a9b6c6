import FoundationEssentials

/// A JSON value of any shape, so that its keys and types can be judged like those of a TOML file.
private enum JSONDocument: Decodable {
    case scalar(LocatedValue.Content)
    case list([JSONDocument])
    case object([String: JSONDocument])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .scalar(.other("null"))
        } else if let flag = try? container.decode(Bool.self) {
            self = .scalar(.bool(flag))
        } else if let number = try? container.decode(Int.self) {
            self = .scalar(.integer(number))
        } else if let number = try? container.decode(Double.self) {
            self = .scalar(.double(number))
        } else if let text = try? container.decode(String.self) {
            self = .scalar(.string(text))
        } else if let list = try? container.decode([JSONDocument].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONDocument].self))
        }
    }

    func located(_ source: SourceText) -> LocatedValue {
        switch self {
        case .scalar(let content): LocatedValue(content: content, offset: nil)
        case .list(let items): LocatedValue(content: .list(items.map { $0.located(source) }), offset: nil)
        case .object(let members):
            LocatedValue(
                content: .table(
                    LocatedTable(
                        source: source, offset: nil,
                        entries: members.mapValues { .init(keyOffset: nil, value: $0.located(source)) })),
                offset: nil)
        }
    }
}

/// The object at the top of `json`; `path` names it in problems.
func readJSONObject(_ json: [UInt8], path: String) throws(FileProblems) -> LocatedTable {
    func problem(_ message: String, _ cure: String) -> FileProblems {
        FileProblems([FileProblem(path: path, message: message, cure: cure)])
    }
    let document: JSONDocument
    do {
        document = try JSONDecoder().decode(JSONDocument.self, from: Data(json))
    } catch {
        throw problem("this is no JSON", "send one object in UTF-8: {\"id\": \"…\", \"name\": \"…\", \"kind\": \"…\"}")
    }
    let value = document.located(SourceText(path: path, bytes: []))
    guard case .table(let table) = value.content else {
        throw problem("this is \(value.kind), not an object", "send one object: {\"id\": \"…\", …}")
    }
    return table
}
