import NewswatchModel

@testable import Matching

/// An entity of a test; the id is made of its place.
func entity(_ number: Int, _ name: String, _ change: (inout Entity) -> Void = { _ in }) throws -> Entity {
    guard let id = EntityID("e\(number)") else { throw IndexError.foreign }
    var entity = Entity(id: id, name: name, kind: .topic)
    change(&entity)
    return entity
}

/// The surfaces that `names` (an entity each) have in `text`.
func surfaces(
    _ names: [String], _ text: String, overlap: Overlap = .longest, _ change: (inout Entity) -> Void = { _ in }
) throws -> [String] {
    let entities = try names.enumerated().map { try entity($0.offset, $0.element, change) }
    return try mentions(entities, text, overlap: overlap).map(\.surface)
}

/// The mentions of `entities` in `text`; each is checked to lie where it says.
func mentions(_ entities: [Entity], title: String = "", _ text: String, overlap: Overlap = .longest) throws -> [Mention]
{
    try find(entities, title: title, text, overlap: overlap).mentions
}

func find(
    _ entities: [Entity], title: String = "", _ text: String, overlap: Overlap = .longest
) throws -> (mentions: [Mention], refused: [RefusedMention]) {
    var matcher = Matcher(try WatchlistIndex(bytes: try IndexBuilder.build(entities, version: 1)))
    return matcher.find(title: title, text: text, overlap: overlap)
}
