import Glibc
import WatchlistFiles

/// Keeps the first events of an import for the terminal, and writes all of them to a file where that is wanted.
final class ImportEvents {
    /// How many are kept.
    static let shown = 20

    private(set) var first: [ImportEvent] = []
    /// Events that are not kept.
    private(set) var more = 0
    private let path: String?
    private var descriptor: Int32 = -1
    private var buffer: [UInt8] = []

    /// - Parameter path: the file, with a line of tab-separated values for each event.
    init(report path: String?) throws {
        self.path = path
        guard let path else { return }
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Failure(.usage, "\(path): \(String(cString: strerror(errno)))") }
        line(ImportEvent.header)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Entities that are new are in the file only: in a first import all are.
    func tell(_ event: ImportEvent) throws {
        if event.what != .new {
            if first.count < Self.shown { first.append(event) } else { more += 1 }
        }
        guard descriptor >= 0 else { return }
        line(event.fields)
        if buffer.count >= 1 << 16 { try flush() }
    }

    /// Writes what is left.
    func finish() throws { if descriptor >= 0 { try flush() } }

    private func line(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { buffer.append(0x09) }
            buffer.append(contentsOf: field.utf8)
        }
        buffer.append(0x0A)
    }

    private func flush() throws {
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw Failure(.internal, "\(path ?? "report"): \(String(cString: strerror(errno)))")
            }
            rest = rest.dropFirst(count)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
