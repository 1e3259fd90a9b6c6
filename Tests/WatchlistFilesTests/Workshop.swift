import Glibc
import NewswatchModel
import Testing

@testable import WatchlistFiles

/// A folder into which lists are imported.
final class Workshop {
    /// A table as OpenSanctions has it: a company, a person, and a vessel.
    static let sanctions = #"""
        "id","schema","name","aliases","birth_date","countries"
        "Q-b","Company","Ostrov Trade","""Ostrov; Sons"";Островторг","","by"
        "NK-a","Person","Ilya ""the Elder"" Drozd","Drozd;D;Drozd","1950","by;ru"
        "NK-c","Vessel","Aurora Star","","",""

        """#

    let folder = ScratchFolder()
    private(set) var events: [ImportEvent] = []

    var target: String { folder.claim("l.tsv") }

    /// Imports `text`; the report.
    @discardableResult func take(
        _ text: String, _ change: (inout ImportOptions) -> Void = { _ in },
        tick: @escaping (ImportProgress) throws -> Void = { _ in }
    ) throws -> ImportReport {
        try take(Array(text.utf8), change, tick: tick)
    }

    @discardableResult func take(
        _ octets: [UInt8], _ change: (inout ImportOptions) -> Void = { _ in },
        tick: @escaping (ImportProgress) throws -> Void = { _ in }
    ) throws -> ImportReport {
        let path = folder.claim("in")
        let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        #expect(writeAll(descriptor, octets))
        lseek(descriptor, 0, SEEK_SET)
        var options = ImportOptions(path: "in", target: target)
        change(&options)
        events = []
        return try WatchlistImport(options).run(descriptor, tick: tick) { self.events.append($0) }
    }

    /// The lines of the list behind those that name its source and columns.
    func list() throws -> [String] { try text().split(separator: "\n").dropFirst(2).map { String($0) } }

    func text() throws -> String { String(decoding: try readFile(target), as: UTF8.self) }

    /// What an import left in the folder beside the list.
    var leftOver: [String] {
        guard let stream = opendir(folder.path) else { return ["no folder"] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names.filter { ![".", "..", "in", "l.tsv"].contains($0) }
    }

    /// `what line id name: detail` of each event.
    var told: [String] { events.map { "\($0.what.rawValue) \($0.line ?? 0) \($0.id) \($0.name): \($0.detail)" } }
}
