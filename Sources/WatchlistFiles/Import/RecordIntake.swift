import NewswatchModel

/// Judges the records of an imported file and puts the entities that they make into sorted runs.
struct RecordIntake {
    private let options: ImportOptions
    private let runs: SortedRuns
    private let tell: (ImportEvent, ImportDrop?) throws -> Void
    private let inflect: Inflection
    private var spelling = LatinSpelling()
    /// The schemas of the file, where some are asked for.
    private(set) var schemas: Set<String> = []

    /// A file with more than these has another column there.
    private static let mostSchemas = 1000

    init(
        _ options: ImportOptions, into runs: SortedRuns, tell: @escaping (ImportEvent, ImportDrop?) throws -> Void
    ) {
        (self.options, self.runs, self.tell) = (options, runs, tell)
        inflect = options.inflect
    }

    mutating func take(_ record: ImportRecord) throws {
        if record.isMisshapen { return try drop(record, .fields) }
        if !options.schemas.isEmpty, let schema = record.kind, schemas.count < Self.mostSchemas {
            schemas.insert(schema)
        }
        guard let kind = kind(of: record) else {
            guard let written = record.kind, !written.isEmpty else { return try drop(record, .noKind) }
            return try drop(record, .schema, "schema \(written) not taken")
        }
        var selection = NameSelection(language: options.language)
        for _ in 0..<record.garbled { try drop(record, name: "", .notUTF8) }
        for name in record.names {
            if let reason = selection.add(name) { try drop(record, name: name.name, reason) }
        }
        guard let first = selection.names.first else { return try drop(record, .noName) }
        let id =
            if let original = record.id {
                ImportedID.of(original, prefix: options.idPrefix)
            } else {
                ImportedID.made(of: first.name, prefix: options.idPrefix, &spelling)
            }
        guard let id else { return try drop(record, .noID) }
        var tags = options.tags
        for tag in record.tags where EntityRules.isTag(tag) && !tags.contains(tag) { tags.append(tag) }
        let notes = record.notes.map { NameSelection.trimmed(RunRecord.plain($0)) }.flatMap { $0.isEmpty ? nil : $0 }
        let entity = Entity(
            id: id, name: first.name, kind: kind, aliases: Array(selection.names.dropFirst()), tags: tags,
            inflect: inflect, notes: notes)
        let made = RunRecord(
            entity: entity, line: record.line, source: record.id ?? id.rawValue, isMade: record.id == nil)
        try runs.append(id.rawValue, made.octets)
    }

    /// The kind that the file or the user tells; `nil` for what is not taken.
    private func kind(of record: ImportRecord) -> EntityKind? {
        guard let written = record.kind, !written.isEmpty else { return options.kind }
        if !options.schemas.isEmpty {
            guard options.schemas.contains(written) else { return nil }
            return SchemaKinds.kind(written) ?? options.kind ?? .topic
        }
        return SchemaKinds.kind(written) ?? options.kind
    }

    private func drop(_ record: ImportRecord, _ reason: ImportDrop, _ detail: String? = nil) throws {
        try tell(
            ImportEvent(
                what: .droppedEntity, line: record.line, id: record.id ?? "", name: record.names.first?.name ?? "",
                detail: detail ?? reason.rawValue), reason)
    }

    private func drop(_ record: ImportRecord, name: String, _ reason: ImportDrop) throws {
        try tell(
            ImportEvent(
                what: .droppedName, line: record.line, id: record.id ?? "", name: name, detail: reason.rawValue),
            reason)
    }
}
