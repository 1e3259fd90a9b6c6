import NewswatchModel

/// Compares the list that was there with the one that comes, both in the order of the ids.
struct ListDifference {
    private var old: RunMerge?
    private var ahead: RunRecord?
    private let tell: (ImportEvent) throws -> Void
    private(set) var new = 0
    private(set) var changed = 0
    private(set) var unchanged = 0
    private(set) var gone = 0
    /// The first that are gone.
    private(set) var firstGone: [ImportEvent] = []

    init(_ old: RunMerge?, tell: @escaping (ImportEvent) throws -> Void) throws {
        (self.old, self.tell) = (old, tell)
        try advance()
    }

    /// How many entities the old list has, as far as it was read.
    var oldCount: Int { changed + unchanged + gone }

    private mutating func advance() throws { ahead = try old?.next().flatMap(RunRecord.init) }

    /// Takes note of the next entity of the new list.
    mutating func add(_ record: RunRecord) throws {
        while let before = ahead, before.entity.id < record.entity.id { try leave(before) }
        guard let before = ahead, before.entity.id == record.entity.id else {
            new += 1
            return try tell(event(.new, record, ""))
        }
        try advance()
        guard before.entity != record.entity else {
            unchanged += 1
            return
        }
        changed += 1
        try tell(event(.changed, record, Self.change(from: before.entity, to: record.entity)))
    }

    /// Takes note that the new list has ended.
    mutating func finish() throws {
        while let before = ahead { try leave(before) }
    }

    private mutating func leave(_ record: RunRecord) throws {
        gone += 1
        let event = event(.gone, record, "")
        if firstGone.count < ListShrinkage.shown { firstGone.append(event) }
        try tell(event)
        try advance()
    }

    private func event(_ what: ImportEvent.What, _ record: RunRecord, _ detail: String) -> ImportEvent {
        ImportEvent(
            what: what, line: what == .gone ? nil : record.line, id: record.entity.id.rawValue,
            name: record.entity.name, detail: detail)
    }

    /// Which names came and went, and what else differs: `+New name; -Old name; tags`.
    private static func change(from old: Entity, to new: Entity) -> String {
        let (before, after) = (Set(old.names.map(\.name)), Set(new.names.map(\.name)))
        var parts = new.names.map(\.name).filter { !before.contains($0) }.map { "+\($0)" }
        parts += old.names.map(\.name).filter { !after.contains($0) }.map { "-\($0)" }
        if parts.isEmpty, old.names != new.names { parts.append("order or language of names") }
        if old.kind != new.kind { parts.append("kind \(old.kind.rawValue) to \(new.kind.rawValue)") }
        if old.tags != new.tags { parts.append("tags") }
        if old.nameCase != new.nameCase { parts.append("case") }
        if old.inflect != new.inflect { parts.append("inflect") }
        if old.notes != new.notes { parts.append("notes") }
        return parts.joined(separator: "; ")
    }
}
