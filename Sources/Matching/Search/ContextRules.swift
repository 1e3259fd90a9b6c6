import NewswatchModel

/// A name found in one of an article's two fields.
struct FieldHit {
    var field: TextField
    var hit: NameHit
}

/// Decides which names that were found are mentions, by the rules of their entities.
struct ContextRules {
    let reader: IndexReader
    /// Where each context word stands, by its number, in the order of the text.
    private var occurrences: [UInt32: [FieldHit]] = [:]

    init(_ reader: IndexReader) { self.reader = reader }

    mutating func note(_ hit: NameHit, in field: TextField) {
        occurrences[hit.owner, default: []].append(FieldHit(field: field, hit: hit))
    }

    /// Whether an entity has any rule; without one its mentions need no second look.
    static func exist(for owner: UInt32, _ reader: IndexReader) -> Bool {
        record(for: owner, reader) != nil
    }

    /// The record of an entity's rules; `nil` when it has none.
    private static func record(for owner: UInt32, _ reader: IndexReader) -> Int? {
        guard let entity = reader.record(.entities, Int(owner)) else { return nil }
        let index = Int(reader.u32(entity + 4) >> 7)
        return index == 0 ? nil : reader.record(.contexts, index)
    }

    /// For each hit, why it is refused; `nil` for a mention.
    func refusals(of hits: [FieldHit]) -> [(gate: RefusalGate, detail: String)?] {
        var refusals = hits.map { refusal(of: $0) }
        // Companions count only while they are mentions themselves, so refusing one may refuse others.
        var present = Set(zip(hits, refusals).filter { $0.1 == nil }.map(\.0.hit.owner))
        var changed = true
        while changed {
            changed = false
            for owner in present.sorted() where lacksCompanion(owner, present) {
                present.remove(owner)
                changed = true
            }
        }
        for (index, found) in hits.enumerated() where refusals[index] == nil && !present.contains(found.hit.owner) {
            refusals[index] = (.onlyWith, companions(of: found.hit.owner).map(\.id).joined(separator: ", "))
        }
        return refusals
    }

    private func refusal(of found: FieldHit) -> (gate: RefusalGate, detail: String)? {
        guard let record = Self.record(for: found.hit.owner, reader) else { return nil }
        let start = Int(reader.u32(record))
        let end = min(start + Int(reader.u32(record + 4)), reader.count(.terms))
        let limit = reader.u32(record + 8)
        let distance = limit == ImageFormat.none ? nil : Int(limit)
        var wanted: [String] = []
        var isNear = false
        var index = start
        while index < end {
            defer { index += 1 }
            guard let term = reader.record(.terms, index), let gate = ContextGate(rawValue: reader.u32(term + 4))
            else { continue }
            let places = occurrences[reader.u32(term)] ?? []
            let word = reader.string(reader.u32(term + 8), reader.u32(term + 12))
            switch gate {
            case .exclude: if covers(places, found) { return (.exclude, word) }
            case .notNear: if stands(places, near: found, within: distance) { return (.notNear, word) }
            case .near:
                wanted.append(word)
                if !isNear { isNear = stands(places, near: found, within: distance) }
            }
        }
        guard !wanted.isEmpty, !isNear else { return nil }
        let reach = distance.map { " within \($0) tokens" } ?? ""
        return (.near, wanted.joined(separator: ", ") + reach)
    }

    private func covers(_ places: [FieldHit], _ found: FieldHit) -> Bool {
        // No phrase has more tokens than `maximumTokens`, so only places that begin shortly before can cover.
        var index = firstIndex(places, found.field, from: found.hit.firstToken + 1)
        while index > 0 {
            index -= 1
            let place = places[index]
            guard place.field == found.field,
                place.hit.firstToken + 2 * ImageFormat.maximumTokens >= found.hit.firstToken
            else { return false }
            if place.hit.start <= found.hit.start, place.hit.end >= found.hit.end { return true }
        }
        return false
    }

    /// Whether one of `places`, other than the name's own words, is within `distance` tokens to either side.
    private func stands(_ places: [FieldHit], near found: FieldHit, within distance: Int?) -> Bool {
        guard let distance else { return places.contains { !Self.overlap($0, found) } }
        let from = found.hit.firstToken - distance - 2 * ImageFormat.maximumTokens
        var index = firstIndex(places, found.field, from: from)
        while index < places.count, places[index].field == found.field {
            let place = places[index]
            if place.hit.firstToken > found.hit.lastToken + distance { return false }
            if !Self.overlap(place, found), place.hit.lastToken + distance >= found.hit.firstToken { return true }
            index += 1
        }
        return false
    }

    private static func overlap(_ a: FieldHit, _ b: FieldHit) -> Bool {
        a.field == b.field && a.hit.start < b.hit.end && b.hit.start < a.hit.end
    }

    /// The first of `places` in `field` whose first token is at or after `token` (or the first of a later field).
    private func firstIndex(_ places: [FieldHit], _ field: TextField, from token: Int) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            let place = places[middle]
            let isBefore =
                place.field == field ? place.hit.firstToken < token : place.field == .title
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func lacksCompanion(_ owner: UInt32, _ present: Set<UInt32>) -> Bool {
        let wanted = companions(of: owner)
        return !wanted.isEmpty && !wanted.contains { present.contains($0.target) }
    }

    private func companions(of owner: UInt32) -> [(target: UInt32, id: String)] {
        guard let record = Self.record(for: owner, reader) else { return [] }
        let start = Int(reader.u32(record + 12))
        let end = min(start + Int(reader.u32(record + 16)), reader.count(.companions))
        var result: [(UInt32, String)] = []
        var index = start
        while index < end {
            if let companion = reader.record(.companions, index) {
                result.append(
                    (reader.u32(companion), reader.string(reader.u32(companion + 4), reader.u32(companion + 8))))
            }
            index += 1
        }
        return result
    }
}
