import FoundationEssentials

/// JSON as items and payloads have it: one line, keys sorted, slashes as they are.
public enum ControlJSON {
    /// Version of the items' schema: grows when a key changes its meaning or goes; new keys may come without.
    public static let schema = 1

    /// `value`, one of the items or another type made of keys, strings, numbers and lists, on one line.
    public static func encode(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Without it a score that is no number would make the encoder throw.
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        guard let data = try? encoder.encode(value) else {
            preconditionFailure("\(type(of: value)) has a part that is no JSON")
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// Reads what `encode` wrote.
    public static func decode<Value: Decodable>(_ type: Value.Type, from json: String) throws -> Value {
        try decode(type, from: Array(json.utf8))
    }

    /// Reads a payload.
    public static func decode<Value: Decodable>(_ type: Value.Type, from octets: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(octets))
    }

    /// What is wrong with a JSON text, in one sentence with the place in it.
    public static func explain(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        func place(_ path: [any CodingKey]) -> String {
            path.isEmpty
                ? "the object"
                : path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
                    .joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            return "the key \"\(key.stringValue)\" is missing in \(place(context.codingPath))"
        case .typeMismatch(let type, let context):
            return "\(place(context.codingPath)) is no \(type)"
        case .valueNotFound(_, let context):
            return "\(place(context.codingPath)) has no value"
        case .dataCorrupted(let context):
            return context.codingPath.isEmpty
                ? "not valid JSON: \(context.debugDescription)"
                : "\(place(context.codingPath)): \(context.debugDescription)"
        @unknown default: return "\(error)"
        }
    }
}

/// What every item has, for a reader that does not know yet which item it is.
public struct ItemHeader: Codable, Sendable, Hashable {
    public var schema: Int
    public var type: String

    public init(schema: Int, type: String) { (self.schema, self.type) = (schema, type) }
}
