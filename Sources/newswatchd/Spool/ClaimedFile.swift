import NewswatchModel

/// A file in `work/` that is Newswatch's to finish.
struct ClaimedFile: Hashable, Sendable {
    let work: WorkName
    /// As it was dropped; octets that are no UTF-8 stand as U+FFFD.
    let name: String
    /// The subfolder of `in/` that it came from.
    let source: String?
    let received: Timestamp
    /// How often a worker has had it, as the archive has counted.
    var attempts = 0
    /// How often it changed while it was read.
    var changes = 0

    /// A file that is claimed now.
    init(name: String, source: String?, received: Timestamp) {
        self.name = name
        self.source = source
        self.received = received
        // A name from a source folder carries it between two @, so that recovery finds it again; a dropped
        // name that starts with @ gets an empty source before it.
        let prefix = source.map { "@\($0)@" } ?? (name.hasPrefix("@") ? "@@" : "")
        work = WorkName(rawValue: "\(ULID(at: received))-" + Self.cut(prefix + name, toOctets: 200))
    }

    /// A file found in `work/` at start; `nil` when its name is none that Newswatch gives.
    init?(work: WorkName) {
        guard let moment = ULID.moment(of: work.rawValue) else { return nil }
        // By octets: a name may begin with a mark that joins the sign before it to one character.
        let rest = work.rawValue.utf8.dropFirst(ULID.length)
        guard rest.first == UInt8(ascii: "-") else { return nil }
        self.work = work
        received = moment
        let parts = rest.dropFirst().split(separator: UInt8(ascii: "@"), maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 3, parts[0].isEmpty {
            source = parts[1].isEmpty ? nil : String(decoding: parts[1], as: UTF8.self)
            name = String(decoding: parts[2], as: UTF8.self)
        } else {
            source = nil
            name = String(decoding: rest.dropFirst(), as: UTF8.self)
        }
    }

    /// A quarantined file that is to be read again.
    init(_ drop: Drop) {
        (work, name, source, received) = (drop.work, drop.name, drop.source, drop.received)
    }

    /// ULID and all must stay under NAME_MAX of 255 octets, with room for `.why`.
    private static func cut(_ text: String, toOctets limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        var end = text.utf8.index(text.utf8.startIndex, offsetBy: limit)
        while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        return String(text[..<end])
    }
}
