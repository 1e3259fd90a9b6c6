import CLinux
import Glibc
import Testing

/// A file in memory, as an article or an index is handed to a worker; closed with the value.
final class MemoryFile {
    private let descriptor: Int32

    init(_ bytes: [UInt8]) throws {
        descriptor = nw_memfd("newswatch-test")
        try #require(descriptor >= 0)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, $0.count - written) }
            try #require(count > 0)
            written += count
        }
    }

    convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

    /// The descriptor stays open for as long as `body` runs, no longer surely.
    func withDescriptor<R>(_ body: (Int32) throws -> R) rethrows -> R {
        try withExtendedLifetime(self) { try body(descriptor) }
    }

    deinit { close(descriptor) }
}
