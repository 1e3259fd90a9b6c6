import NewswatchModel

/// Makes entities of the lines of one list file, and checks them by the rules that hold for every file.
///
/// A list may have a million lines, so octets are judged where they stand, and text is made only of what is kept.
struct ListEntityReader {
    let columns: [ListColumn]
    private let idField: Int
    private let nameField: Int
    private let kindField: Int
    /// The columns that are not required, which most lines leave empty.
    private let others: [Int]

    /// `columns` has the required ones, as `ListHeader` sees to.
    init?(_ columns: [ListColumn]) {
        guard let id = columns.firstIndex(of: .id), let name = columns.firstIndex(of: .name),
            let kind = columns.firstIndex(of: .kind)
        else { return nil }
        (self.columns, idField, nameField, kindField) = (columns, id, name, kind)
        others = columns.indices.filter { !ListColumn.required.contains(columns[$0]) }
    }

    /// The entity of `line`, unless there is an error; problems go to `problems`.
    func entity(_ line: ListLine, _ bytes: [UInt8], _ problems: inout ListProblems) -> Entity? {
        if line.isUnusual, let fault = UTF8Fault(in: bytes[line.range]) {
            let column = line.column(bytes, line.range.lowerBound + fault.offset)
            problems.append(fault.problem(line.path, line: line.number, column: column))
            return nil
        }
        guard line.fields.count == columns.count else {
            let surplus = line.fields.count > columns.count
            let offset = surplus ? line.fields[columns.count].lowerBound : line.range.upperBound
            problems.append(
                line.problem(
                    bytes, at: offset,
                    EntityRules.Breach(
                        message: "the line has \(line.fields.count) fields, the first line \(columns.count)",
                        cure: "put one tab between fields; a field may be empty")))
            return nil
        }
        let id = id(of: line, bytes)
        if id == nil {
            let value = line.trimmed(bytes, line.fields[idField])
            problems.append(line.problem(bytes, at: value.lowerBound, key: "id", value: value, EntityRules.id))
        }
        let name = name(line.trimmed(bytes, line.fields[nameField]), "name", line, bytes, &problems)
        let kind = kind(line, bytes, &problems)
        guard others.contains(where: { !line.trimmed(bytes, line.fields[$0]).isEmpty }) else {
            guard let id, let name, let kind else { return nil }
            return Entity(id: id, name: name, kind: kind)
        }
        var more = More(line: line)
        for index in others { read(index, &more, bytes, &problems) }
        guard let id, let name, let kind, more.isGood else { return nil }
        let entity = Entity(
            id: id, name: name, kind: kind, aliases: more.aliases, tags: more.tags, nameCase: more.nameCase,
            inflect: more.inflect, notes: more.notes)
        for index in EntityRules.doubles(in: entity) {
            let value = more.places[index - 1]
            problems.append(
                line.problem(
                    bytes, at: value.lowerBound, key: "aliases", value: value,
                    EntityRules.double(entity.aliases[index - 1].name), severity: .warning))
        }
        return entity
    }

    /// The id of `line`, for which other errors of the line do not matter.
    func id(of line: ListLine, _ bytes: [UInt8]) -> EntityID? {
        guard idField < line.fields.count else { return nil }
        let value = line.trimmed(bytes, line.fields[idField])
        return EntityID(String(decoding: bytes[value], as: UTF8.self))
    }

    /// Where the id of `line` stands.
    func idColumn(of line: ListLine, _ bytes: [UInt8]) -> Int {
        line.column(bytes, line.trimmed(bytes, line.fields[idField]).lowerBound)
    }

    /// What stands in the columns that are not required.
    private struct More {
        let line: ListLine
        var aliases: [Alias] = []
        /// Of each alias.
        var places: [Range<Int>] = []
        var tags: [String] = []
        var nameCase = NameCase.smart
        var inflect = Inflection.auto
        var notes: String?
        var isGood = true
    }

    private func read(_ index: Int, _ more: inout More, _ bytes: [UInt8], _ problems: inout ListProblems) {
        let line = more.line
        let column = columns[index]
        let field = line.trimmed(bytes, line.fields[index])
        if field.isEmpty { return }
        let text = String(decoding: bytes[field], as: UTF8.self)
        func reject(_ value: Range<Int>, _ breach: EntityRules.Breach) {
            more.isGood = false
            problems.append(line.problem(bytes, at: value.lowerBound, key: column.title, value: value, breach))
        }
        switch column {
        case .aliases(let lang):
            for value in line.values(bytes, field) {
                guard let name = name(value, column.title, line, bytes, &problems) else {
                    more.isGood = false
                    continue
                }
                more.aliases.append(Alias(name: name, lang: lang))
                more.places.append(value)
            }
        case .tags:
            for value in line.values(bytes, field) {
                let tag = String(decoding: bytes[value], as: UTF8.self)
                if EntityRules.isTag(tag) { more.tags.append(tag) } else { reject(value, EntityRules.tag) }
            }
        case .nameCase:
            if let found = NameCase(rawValue: text) {
                more.nameCase = found
            } else {
                reject(field, EntityRules.choice(column.title, NameCase.self, found: text))
            }
        case .inflect:
            if let breach = EntityRules.withoutForms(column.title, text) {
                var odd = line.problem(bytes, at: field.lowerBound, key: column.title, value: field, breach)
                odd.severity = .warning
                problems.append(odd)
            }
            if EntityRules.isInflection(text) {
                more.inflect = Inflection(rawValue: text)
            } else {
                reject(field, EntityRules.inflection(column.title))
            }
        case .notes: more.notes = text
        case .id, .name, .kind: break
        }
    }

    private func name(
        _ value: Range<Int>, _ key: String, _ line: ListLine, _ bytes: [UInt8], _ problems: inout ListProblems
    ) -> String? {
        let text = String(decoding: bytes[value], as: UTF8.self)
        if NameFault.isPlainName(bytes, value) { return text }
        guard let fault = NameFault(in: text) else { return text }
        problems.append(
            line.problem(
                bytes, at: value.lowerBound, key: key, value: value,
                EntityRules.Breach(message: fault.message(key), cure: fault.cure)))
        return nil
    }

    private func kind(_ line: ListLine, _ bytes: [UInt8], _ problems: inout ListProblems) -> EntityKind? {
        let value = line.trimmed(bytes, line.fields[kindField])
        let text = String(decoding: bytes[value], as: UTF8.self)
        if let kind = EntityKind(rawValue: text) { return kind }
        problems.append(
            line.problem(
                bytes, at: value.lowerBound, key: "kind", value: value,
                EntityRules.choice("kind", EntityKind.self, found: text)))
        return nil
    }
}
