import NewswatchModel

/// Makes of sorted records entities of which each id is there once, in the order of the ids.
struct EntityGroups {
    /// The most entities that differ by a number only.
    static let most = 9999

    private var merge: RunMerge
    private var ahead: RunRecord?
    /// Entities that got a number and have not come to their place in the order; ids descending.
    private var numbered: [RunRecord] = []
    private let tell: (ImportEvent, ImportDrop?) throws -> Void

    /// `tell` hears of entities that are merged or dropped.
    init(_ merge: RunMerge, tell: @escaping (ImportEvent, ImportDrop?) throws -> Void) throws {
        (self.merge, self.tell) = (merge, tell)
        try advance()
    }

    private mutating func advance() throws { ahead = try merge.next().flatMap(RunRecord.init) }

    mutating func next() throws -> RunRecord? {
        if let first = numbered.last, ahead.map({ first.entity.id < $0.entity.id }) ?? true {
            return numbered.removeLast()
        }
        guard let first = ahead else { return nil }
        try advance()
        return first.isMade ? try numberedGroup(first) : try mergedGroup(first)
    }

    /// Records of one id of the file's own: their names go together.
    private mutating func mergedGroup(_ first: RunRecord) throws -> RunRecord {
        var result = first
        var names: NameSelection?
        while let other = ahead, other.entity.id == first.entity.id {
            try advance()
            guard other.source == first.source else {
                try tell(
                    event(.droppedEntity, other, "\(ImportDrop.collision.rawValue), that of line \(first.line)"),
                    .collision)
                continue
            }
            if names == nil {
                names = NameSelection()
                for name in first.entity.names { _ = names?.add(name) }
            }
            // What the first has already, and single letters, are left out without a word.
            for name in other.entity.names { _ = names?.add(name) }
            for tag in other.entity.tags where !result.entity.tags.contains(tag) { result.entity.tags.append(tag) }
            try tell(event(.merged, other, "its names go to line \(first.line)"), nil)
        }
        if let names { result.entity.aliases = Array(names.names.dropFirst()) }
        return result
    }

    /// Records whose names made the same id: those that are not the same get a number.
    private mutating func numberedGroup(_ first: RunRecord) throws -> RunRecord {
        var known = [first.entity: first.line]
        var number = 1
        while let other = ahead, other.entity.id == first.entity.id {
            try advance()
            if let line = known[other.entity] {
                try tell(
                    event(.droppedEntity, other, "\(ImportDrop.again.rawValue), as in line \(line)"), .again)
                continue
            }
            number += 1
            guard number <= Self.most, let id = ImportedID.numbered(first.entity.id, number) else {
                try tell(event(.droppedEntity, other, ImportDrop.tooManyAlike.rawValue), .tooManyAlike)
                continue
            }
            known[other.entity] = other.line
            var renamed = other
            renamed.entity.id = id
            insert(renamed)
        }
        return first
    }

    /// Puts a record where its id belongs, which most often is near the end.
    private mutating func insert(_ record: RunRecord) {
        var (low, high) = (0, numbered.count)
        while low < high {
            let middle = (low + high) / 2
            if numbered[middle].entity.id > record.entity.id { low = middle + 1 } else { high = middle }
        }
        numbered.insert(record, at: low)
    }

    private func event(_ what: ImportEvent.What, _ record: RunRecord, _ detail: String) -> ImportEvent {
        ImportEvent(what: what, line: record.line, id: record.source, name: record.entity.name, detail: detail)
    }
}
