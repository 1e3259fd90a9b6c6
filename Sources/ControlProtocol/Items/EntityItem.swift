import NewswatchModel

/// One entity of the watchlist: the keys of a watchlist file, and where it is defined.
public struct EntityItem: Codable, Sendable, Hashable {
    public var schema = ControlJSON.schema
    public var type = "entity"
    public var entity: Entity
    /// `FILE:LINE`, or `live` for a change made through the protocol.
    public var origin: String
    /// The `FILE:LINE` whose definition a live change covers.
    public var covers: String?

    public init(_ entry: WatchlistEntry) {
        (entity, origin) = (entry.entity, entry.origin.description)
        covers = entry.covers?.description
    }

    enum CodingKeys: String, CodingKey { case schema, type, origin, covers }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        schema = try container.decode(Int.self, forKey: .schema)
        type = try container.decode(String.self, forKey: .type)
        origin = try container.decode(String.self, forKey: .origin)
        covers = try container.decodeIfPresent(String.self, forKey: .covers)
        entity = try Entity(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        try entity.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(type, forKey: .type)
        try container.encode(origin, forKey: .origin)
        try container.encodeIfPresent(covers, forKey: .covers)
    }
}
