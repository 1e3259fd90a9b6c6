import NewswatchModel

/// Makes an entity of a table, in TOML and in JSON alike, and checks it.
struct EntityReader {
    private var reader: TableReader

    /// The entity, unless there is an error; with all problems found. `onlyWith` keeps the place of each
    /// reference, which can be checked only when all entities are known.
    static func read(_ table: LocatedTable) -> (entity: Entity?, problems: [FileProblem], onlyWith: [Reference]) {
        var reader = EntityReader(reader: TableReader(table, called: "this entity"))
        let (entity, references) = reader.entity()
        let problems = reader.reader.finish()
        return (problems.contains { $0.severity == .error } ? nil : entity, problems, references)
    }

    /// An id in an `only-with` list.
    struct Reference {
        let id: EntityID
        let value: LocatedValue
    }

    private mutating func entity() -> (Entity?, [Reference]) {
        let id = entityID()
        let name = name()
        let kind = kind()
        let nameCase = reader.choice(Key.nameCase.rawValue, NameCase.self) ?? .smart
        let inflect = inflection(&reader, Key.inflect.rawValue) ?? .auto
        let aliases = aliases()
        let tags = tags()
        let near = phrases(.near)
        let notNear = phrases(.notNear)
        let distance = reader.integer(Key.nearDistance.rawValue, in: 1...10_000)
        if distance != nil, near.isEmpty, notNear.isEmpty, let value = reader.value(Key.nearDistance.rawValue) {
            reader.reject(
                value, key: Key.nearDistance.rawValue, "near-distance has no effect",
                cure: "give near or not-near too, or remove it", severity: .warning)
        }
        let exclude = phrases(.exclude)
        let references = references(of: id)
        let notes = reader.string(Key.notes.rawValue)
        guard let id, let name, let kind else { return (nil, references) }
        let entity = Entity(
            id: id, name: name, kind: kind, aliases: aliases.map(\.alias), tags: tags, nameCase: nameCase,
            inflect: inflect, near: near, nearDistance: distance, notNear: notNear, exclude: exclude,
            onlyWith: references.map(\.id), notes: notes)
        warnOfDoubles(entity, aliases.map(\.value))
        return (entity, references)
    }

    private typealias Key = Entity.CodingKeys

    private mutating func entityID() -> EntityID? {
        guard let value = reader.value(Key.id.rawValue) else {
            reader.missing(Key.id.rawValue, cure: "add id = \"…\": \(EntityID.rule)")
            return nil
        }
        guard let text = reader.string(Key.id.rawValue) else { return nil }
        if let id = EntityID(text) { return id }
        reader.reject(value, key: Key.id.rawValue, "this is no id", cure: "use \(EntityID.rule)")
        return nil
    }

    private mutating func name() -> String? {
        guard let value = reader.value(Key.name.rawValue) else {
            reader.missing(Key.name.rawValue, cure: "add name = \"…\", as it is shown and matched")
            return nil
        }
        guard let text = reader.string(Key.name.rawValue) else { return nil }
        return checkedName(text, value, Key.name.rawValue, &reader) ? text : nil
    }

    private mutating func kind() -> EntityKind? {
        if reader.value(Key.kind.rawValue) == nil {
            let kinds = EntityKind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
            reader.missing(Key.kind.rawValue, cure: "add kind = …, one of \(kinds)")
            return nil
        }
        return reader.choice(Key.kind.rawValue, EntityKind.self)
    }

    private mutating func aliases() -> [(alias: Alias, value: LocatedValue)] {
        let key = Key.aliases.rawValue
        guard let value = reader.value(key) else { return [] }
        guard case .list(let items) = value.content else {
            reader.wrongType(value, key, wanted: "a list: [\"…\", { name = \"…\", lang = \"…\" }]")
            return []
        }
        return items.compactMap { item in
            switch item.content {
            case .string(let text):
                return checkedName(text, item, key, &reader) ? (Alias(name: text), item) : nil
            case .table(let table):
                return alias(table).map { ($0, item) }
            default:
                reader.wrongType(item, key, wanted: "text in quotes or { name = \"…\", … }", item: true)
                return nil
            }
        }
    }

    private mutating func alias(_ table: LocatedTable) -> Alias? {
        var inner = TableReader(table, called: "this alias")
        var result: Alias?
        if let value = inner.value("name") {
            if let text = inner.string("name"), checkedName(text, value, "name", &inner) {
                result = Alias(name: text)
            }
        } else {
            inner.missing("name", cure: "add name = \"…\"")
        }
        if let value = inner.value("lang"), let text = inner.string("lang") {
            if Self.isLanguage(text) {
                result?.lang = text
            } else {
                inner.reject(
                    value, key: "lang", "this is no language", cure: "use two or three small letters, as in \"ru\"")
            }
        }
        result?.nameCase = inner.choice("case", NameCase.self)
        result?.inflect = inflection(&inner, "inflect")
        reader.adopt(inner.finish())
        return result
    }

    private func inflection(_ reader: inout TableReader, _ key: String) -> Inflection? {
        guard let value = reader.value(key), let text = reader.string(key) else { return nil }
        if text == Inflection.auto.rawValue || text == Inflection.none.rawValue || Self.isLanguage(text) {
            return Inflection(rawValue: text)
        }
        reader.reject(
            value, key: key, "\(key) has no such choice",
            cure: "use \"auto\", \"none\" or a language, as in \"ru\"")
        return nil
    }

    private mutating func tags() -> [String] {
        (reader.strings(Key.tags.rawValue) ?? []).compactMap { text, value in
            let isPlain = text.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0.properties.generalCategory != .control
            }
            if isPlain, (1...64).contains(text.utf8.count) { return text }
            reader.reject(
                value, key: Key.tags.rawValue, "this is no tag",
                cure: "use one word of at most 64 octets, as in \"head-of-state\"")
            return nil
        }
    }

    private mutating func phrases(_ key: Key) -> [String] {
        (reader.strings(key.rawValue) ?? []).compactMap { text, value in
            checkedName(text, value, key.rawValue, &reader) ? text : nil
        }
    }

    private mutating func references(of own: EntityID?) -> [Reference] {
        let key = Key.onlyWith.rawValue
        return (reader.strings(key) ?? []).compactMap { text, value in
            guard let id = EntityID(text) else {
                reader.reject(value, key: key, "this is no id", cure: "use \(EntityID.rule)")
                return nil
            }
            guard id != own else {
                reader.reject(value, key: key, "an entity cannot be only-with itself", cure: "name another entity")
                return nil
            }
            return Reference(id: id, value: value)
        }
    }

    /// Whether `text` can be matched: something to match in it, one line, no longer than a sentence.
    private func checkedName(
        _ text: String, _ value: LocatedValue, _ key: String, _ reader: inout TableReader
    ) -> Bool {
        let scalars = text.unicodeScalars
        if scalars.contains(where: { $0.properties.generalCategory == .control }) {
            reader.reject(value, key: key, "\(key) has a control character", cure: "write it on one line")
        } else if text.utf8.count > 512 {
            reader.reject(
                value, key: key, "\(key) has \(text.utf8.count) octets", cure: "use at most 512: a name, not a text")
        } else if !scalars.contains(where: Self.isLetterOrDigit) {
            reader.reject(
                value, key: key, "\(key) \(text.isEmpty ? "is empty" : "has no letter or digit")",
                cure: "write what stands in the article's text")
        } else {
            return true
        }
        return false
    }

    /// Spellings that the same entity has already: they do nothing, and are most often a slip.
    private mutating func warnOfDoubles(_ entity: Entity, _ places: [LocatedValue]) {
        var seen: Set<Alias> = []
        for (index, written) in entity.names.enumerated() {
            var effective = written
            effective.nameCase = written.nameCase ?? entity.nameCase
            effective.inflect = written.inflect ?? entity.inflect
            if !seen.insert(effective).inserted {
                reader.reject(
                    places[index - 1], key: Key.aliases.rawValue, "\"\(written.name)\" is there twice",
                    cure: "remove one", severity: .warning)
            }
        }
    }

    private static func isLanguage(_ text: String) -> Bool {
        (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
