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
        let toneWords = reader.toneWords(Key.toneWords.rawValue) ?? ToneWords()
        let notes = reader.string(Key.notes.rawValue)
        guard let id, let name, let kind else { return (nil, references) }
        let entity = Entity(
            id: id, name: name, kind: kind, aliases: aliases.map(\.alias), tags: tags, nameCase: nameCase,
            inflect: inflect, near: near, nearDistance: distance, notNear: notNear, exclude: exclude,
            onlyWith: references.map(\.id), toneWords: toneWords, notes: notes)
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
        reader.reject(value, key: Key.id.rawValue, EntityRules.id)
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
            if EntityRules.isLanguage(text) {
                result?.lang = text
            } else {
                inner.reject(value, key: "lang", EntityRules.language)
            }
        }
        result?.nameCase = inner.choice("case", NameCase.self)
        result?.inflect = inflection(&inner, "inflect")
        reader.adopt(inner.finish())
        return result
    }

    private func inflection(_ reader: inout TableReader, _ key: String) -> Inflection? {
        guard let value = reader.value(key), let text = reader.string(key) else { return nil }
        if let breach = EntityRules.withoutForms(key, text) {
            reader.reject(value, key: key, breach, severity: .warning)
        }
        if EntityRules.isInflection(text) { return Inflection(rawValue: text) }
        reader.reject(value, key: key, EntityRules.inflection(key))
        return nil
    }

    private mutating func tags() -> [String] {
        (reader.strings(Key.tags.rawValue) ?? []).compactMap { text, value in
            if EntityRules.isTag(text) { return text }
            reader.reject(value, key: Key.tags.rawValue, EntityRules.tag)
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
                reader.reject(value, key: key, EntityRules.id)
                return nil
            }
            guard id != own else {
                reader.reject(value, key: key, "an entity cannot be only-with itself", cure: "name another entity")
                return nil
            }
            return Reference(id: id, value: value)
        }
    }

    /// Whether `text` can be matched; what is wrong with it goes to `reader`.
    private func checkedName(
        _ text: String, _ value: LocatedValue, _ key: String, _ reader: inout TableReader
    ) -> Bool {
        guard let fault = NameFault(in: text) else { return true }
        reader.reject(value, key: key, fault.message(key), cure: fault.cure)
        return false
    }

    private mutating func warnOfDoubles(_ entity: Entity, _ places: [LocatedValue]) {
        for index in EntityRules.doubles(in: entity) {
            reader.reject(
                places[index - 1], key: Key.aliases.rawValue, EntityRules.double(entity.aliases[index - 1].name),
                severity: .warning)
        }
    }
}
