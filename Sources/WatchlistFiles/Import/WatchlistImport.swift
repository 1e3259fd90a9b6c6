import Glibc
import NewswatchModel

/// Makes a list file of a watchlist of a file that others publish.
///
/// The file may be larger than memory: it is read once, record after record, and sorted in runs beside the target. The
/// list that was there is read beside the new one, so that each difference is told. It is replaced whole or not at
/// all, and only when something changed.
///
/// ```swift
/// let report = try WatchlistImport(options).run(descriptor) { event in … }
/// ```
public struct WatchlistImport {
    private let options: ImportOptions

    /// A list with fewer entities may lose any number of them at once.
    public static let guardedSize = 20

    public init(_ options: ImportOptions) { self.options = options }

    /// Reads `descriptor` to its end and replaces the list.
    ///
    /// - Parameters:
    ///   - tick: hears every now and then how far it is. What it throws ends the import and leaves the list as it was.
    ///   - tell: hears of everything that was dropped, merged or differs, in the order in which it turns out.
    /// - Throws: `FileProblems` when the file cannot be read or has nothing that can be watched, when the list has
    ///   errors or somebody wrote it. `ListShrinkage` when it would lose more than half of its entities.
    public func run(
        _ descriptor: Int32, tick: @escaping (ImportProgress) throws -> Void = { _ in },
        tell: @escaping (ImportEvent) throws -> Void
    ) throws -> ImportReport {
        if !options.isForced { try ListMarker.require(in: options.target) }
        let counter = Counter(tell, tick)
        let input = ByteInput(descriptor: descriptor, path: options.path) { try counter.read($0) }
        let detected = try FormatDetection(input, options)
        (counter.report.format, counter.report.delimiter) = (detected.format, detected.delimiter)
        var (source, languages) = try detected.source(input, options)
        let columns = columns(languages)
        let runs = try sortedRuns()
        var intake = RecordIntake(options, into: runs, tell: counter.tell)
        while let record = try source.next() {
            counter.progress.names += record.names.count
            try intake.take(record)
        }
        counter.progress.isRead = true
        counter.report.warnings = oddities(intake.schemas)
        let taken = try otherIDs(counter)
        let replacement = try ListReplacement(of: options.target)
        let writer = ListFileWriter(columns)
        try replacement.append(ListMarker.line(detected.format))
        try replacement.append(writer.header)
        var difference = try ListDifference(try oldList(counter), tell: tell)
        try merge(runs, taken, counter) { record in
            var record = record
            record.entity = writer.ordered(record.entity)
            var line: [UInt8] = []
            writer.write(record.entity, to: &line)
            try replacement.append(line)
            try difference.add(record)
            if counter.report.first == nil { counter.report.first = record.entity.id }
            counter.report.noise.add(record.entity, path: options.path, line: record.line)
        }
        try difference.finish()
        return try conclude(counter.report, difference, replacement)
    }

    /// Counts what is read and told.
    private final class Counter {
        var report = ImportReport(format: .list)
        var progress = ImportProgress()
        private let sink: (ImportEvent) throws -> Void
        private let tick: (ImportProgress) throws -> Void

        init(
            _ sink: @escaping (ImportEvent) throws -> Void, _ tick: @escaping (ImportProgress) throws -> Void
        ) {
            (self.sink, self.tick) = (sink, tick)
        }

        func read(_ octets: Int) throws {
            progress.octets += octets
            try tick(progress)
        }

        func tell(_ event: ImportEvent, _ reason: ImportDrop?) throws {
            switch (event.what, reason) {
            case (.droppedName, let reason?): report.droppedNames[reason, default: 0] += 1
            case (.droppedEntity, let reason?): report.droppedEntities[reason, default: 0] += 1
            case (.merged, _): report.merged += 1
            default: break
            }
            try sink(event)
        }
    }

    /// What is odd about the options, for a file that has `schemas`.
    private func oddities(_ schemas: Set<String>) -> [FileProblem] {
        var odd = options.schemas.subtracting(schemas).sorted().map { schema in
            let near = nearest(to: schema, among: schemas.sorted())
            return FileProblem(
                severity: .warning, path: options.path, value: "\"\(schema)\"", message: "no entity has this schema",
                cure: near.map { "did you mean \"\($0)\"?" } ?? "spell it as the file does")
        }
        if let language = options.language, EntityRules.withoutForms("inflect", language) != nil {
            odd.append(
                FileProblem(
                    severity: .warning, path: "--language \(language)", message: "no forms are known of this language",
                    cure: "names match as they are written"))
        }
        return odd
    }

    /// The columns of the list, which do not depend on what its entities have.
    private func columns(_ languages: [String]) -> [ListColumn] {
        var columns: [ListColumn] = [.id, .name, .kind, .aliases(lang: nil)]
        for language in languages + [options.language].compactMap({ $0 })
        where !columns.contains(.aliases(lang: language)) {
            columns.append(.aliases(lang: language))
        }
        columns += [.tags]
        if options.language != nil { columns.append(.inflect) }
        columns.append(.notes)
        return columns
    }

    private func sortedRuns() throws -> SortedRuns {
        try SortedRuns(beside: options.target, runSize: options.runSize)
    }

    /// The ids of the folder's other files.
    private func otherIDs(_ counter: Counter) throws -> RunMerge {
        var ids = FolderIDs(into: try sortedRuns()) { try counter.read(0) }
        try ids.add(folder: folder(of: options.target), butNot: options.target)
        counter.report.unreadable = ids.problems
        return try ids.runs.merged()
    }

    /// The list that is there; `nil` where there is none.
    private func oldList(_ counter: Counter) throws -> RunMerge? {
        guard fileExists(options.target) else { return nil }
        var old = FolderIDs(into: try sortedRuns()) { try counter.read(0) }
        do {
            let runs = old.runs
            try old.add(list: options.target) { entity, line in
                let record = RunRecord(entity: entity, line: line, source: entity.id.rawValue)
                try runs.append(entity.id.rawValue, record.octets)
            }
        } catch let error as FileProblems {
            if options.isForced { return nil }
            throw FileProblems(
                error.problems + [
                    FileProblem(
                        path: options.target, line: error.problems.last?.line,
                        message: "the list that is to be replaced has errors",
                        cure: "mend it, or replace it all the same with --force")
                ])
        }
        return try old.runs.merged()
    }

    /// Gives the entities of the new list to `take`.
    private func merge(
        _ runs: SortedRuns, _ taken: RunMerge, _ counter: Counter, take: (RunRecord) throws -> Void
    ) throws {
        var groups = try EntityGroups(try runs.merged(), tell: counter.tell)
        var taken = taken
        var other = try TakenID(taken.next())
        while let record = try groups.next() {
            let id = record.entity.id
            while let known = other, known.id < id { other = try TakenID(taken.next()) }
            if let known = other, known.id == id {
                try counter.tell(
                    ImportEvent(
                        what: .droppedEntity, line: record.line, id: record.source, name: record.entity.name,
                        detail: "taken by \(known.place)"), .taken)
                continue
            }
            counter.report.entities += 1
            counter.report.names += 1 + record.entity.aliases.count
            try take(record)
            if counter.report.entities & 0xFFF == 0 { try counter.read(0) }
        }
    }

    private struct TakenID {
        let id: EntityID
        let place: String

        init?(_ line: [UInt8]?) {
            guard let line, let tab = line.firstIndex(of: 0x09),
                let id = EntityID(String(decoding: line[..<tab], as: UTF8.self))
            else { return nil }
            (self.id, place) = (id, String(decoding: line[(tab + 1)...], as: UTF8.self))
        }
    }

    /// What helps when all entities were dropped, most of them for `reason`.
    private static func cure(_ reason: ImportDrop?, _ odd: [FileProblem]) -> String {
        let guess = odd.map(\.cure).first { $0.hasPrefix("did you mean") }
        return switch reason {
        case .noKind: "say what they are with --kind"
        case .schema: guess ?? "name the schemas that you want with --schema, or a kind for all others with --kind"
        case .taken: "they are on the watchlist already; --as NAME replaces the list that has them"
        case .noName, .noID, .fields: "say how it is made up with --format, --delimiter or --map"
        default: "see that it is whole, or say what it is with --format"
        }
    }

    private func conclude(
        _ counted: ImportReport, _ difference: ListDifference, _ replacement: ListReplacement
    ) throws -> ImportReport {
        var report = counted
        (report.new, report.changed) = (difference.new, difference.changed)
        (report.unchanged, report.gone) = (difference.unchanged, difference.gone)
        guard report.entities > 0 else {
            let drops = report.droppedEntities.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
            let reasons = drops.prefix(3).map { "\($0.value): \($0.key.rawValue)" }
            throw FileProblems([
                FileProblem(
                    path: options.path,
                    message: "there is nothing in it that can be watched"
                        + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))"),
                    cure: Self.cure(drops.first?.key, report.warnings))
            ])
        }
        let before = difference.oldCount
        if before >= Self.guardedSize, report.gone * 2 > before, !options.isForced {
            throw ListShrinkage(
                problem: FileProblem(
                    path: options.target, message: "\(report.gone) of its \(before) entities would go",
                    cure: "see that \(options.path) is whole, or do it all the same with --force"),
                gone: difference.firstGone, more: report.gone - difference.firstGone.count)
        }
        if report.isChange, !options.isDryRun {
            try replacement.commit()
            report.isWritten = true
        }
        return report
    }
}
