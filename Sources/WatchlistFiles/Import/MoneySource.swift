import FoundationEssentials
import NewswatchModel

/// Records of FollowTheMoney entities, a JSON object a line.
struct MoneySource: ImportSource {
    /// The part of an entity that names it; other keys are passed over.
    private struct Entity: Decodable {
        struct Properties: Decodable {
            var name: [String]?
            var alias: [String]?
            var previousName: [String]?
            var weakAlias: [String]?
        }

        var id: String
        var schema: String
        /// The best of its names, where the exporting program chose one.
        var caption: String?
        var properties: Properties?
    }

    private var reader: DelimitedReader
    private let path: String
    private let takesWeakAliases: Bool
    private let decoder = JSONDecoder()

    init(_ input: ByteInput, takesWeakAliases: Bool) {
        reader = DelimitedReader(input, delimiter: nil, hasQuotes: false)
        (path, self.takesWeakAliases) = (input.path, takesWeakAliases)
    }

    mutating func next() throws -> ImportRecord? {
        repeat {
            guard try reader.next() else { return nil }
        } while reader.octets.allSatisfy { $0 == 0x20 || $0 == 0x0D }
        let entity: Entity
        do {
            entity = try decoder.decode(Entity.self, from: Data(reader.octets))
        } catch {
            throw problem(error)
        }
        var names = entity.properties?.name ?? []
        if let caption = entity.caption, let index = names.firstIndex(of: caption) { names.swapAt(0, index) }
        names += entity.properties?.alias ?? []
        names += entity.properties?.previousName ?? []
        if takesWeakAliases { names += entity.properties?.weakAlias ?? [] }
        return ImportRecord(
            line: reader.line, id: entity.id, kind: entity.schema, names: names.map { Alias(name: $0) })
    }

    private func problem(_ error: any Error) -> FileProblems {
        var message = "this is no JSON"
        var column = 1
        switch error as? DecodingError {
        case .keyNotFound(let key, let context):
            message = "\(Self.place(context.codingPath)) has no \"\(key.stringValue)\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            message = "\(Self.place(context.codingPath)) has another type than an entity's"
        case .dataCorrupted(let context): column = place(context) ?? 1
        default: break
        }
        return FileProblems([
            FileProblem(
                path: path, line: reader.line, column: column, message: message,
                cure: "give one entity a line: {\"id\": …, \"schema\": …, \"properties\": {\"name\": […]}}")
        ])
    }

    private static func place(_ path: [any CodingKey]) -> String {
        path.isEmpty
            ? "the object" : path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }

    /// The column in the decoder's own words: "… around line 1, column 17."
    private func place(_ context: DecodingError.Context) -> Int? {
        let text = "\(context.underlyingError.map { "\($0)" } ?? "") \(context.debugDescription)"
        let words = text.split { !$0.isLetter && !$0.isNumber }
        guard let index = words.firstIndex(of: "column"), index + 1 < words.count, let octet = Int(words[index + 1])
        else { return nil }
        // The decoder counts octets from the line's begin.
        return 1 + reader.octets.prefix(max(0, octet - 1)).count { $0 & 0xC0 != 0x80 }
    }
}
