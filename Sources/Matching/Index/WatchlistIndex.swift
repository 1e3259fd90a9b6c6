import Glibc

/// A compiled watchlist, mapped read-only or held in memory.
///
/// It refuses bytes that are no whole, undamaged image of this layout, and checks the bounds of each later read,
/// so that bytes which change under a mapping can give wrong answers but touch no other memory. (A mapped file
/// that is cut short raises SIGBUS on its lost pages: replace index files by renaming, as `IndexFile` does.)
public final class WatchlistIndex: Sendable {
    // Proof for `nonisolated(unsafe)`: a `let` set once in `init`; the memory behind it is never written while the
    // object lives, and is released only in `deinit`, when no other reference is left.
    nonisolated(unsafe) let reader: IndexReader
    private let isMapped: Bool

    /// Maps the file behind `descriptor`, which may be closed afterwards.
    public convenience init(descriptor: Int32) throws(IndexError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(call: "fstat", path: nil, code: errno) }
        let length = Int(status.st_size)
        guard length >= ImageFormat.headerSize else { throw .foreign }
        guard let address = mmap(nil, length, PROT_READ, MAP_SHARED, descriptor, 0), address != MAP_FAILED else {
            throw .system(call: "mmap", path: nil, code: errno)
        }
        try self.init(owned: UnsafeRawBufferPointer(start: address, count: length), isMapped: true)
    }

    /// Copies `bytes`.
    public convenience init(bytes: [UInt8]) throws(IndexError) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
        copy.copyBytes(from: bytes)
        try self.init(owned: UnsafeRawBufferPointer(rebasing: copy[0..<bytes.count]), isMapped: false)
    }

    /// Releases `owned` in `deinit`, or at once when it is refused.
    private init(owned: UnsafeRawBufferPointer, isMapped: Bool) throws(IndexError) {
        do throws(IndexError) {
            reader = try IndexReader(owned)
        } catch {
            Self.release(owned, isMapped)
            throw error
        }
        self.isMapped = isMapped
    }

    deinit { Self.release(reader.image, isMapped) }

    private static func release(_ memory: UnsafeRawBufferPointer, _ isMapped: Bool) {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
        } else {
            memory.deallocate()
        }
    }

    /// The watchlist's version that it was built with.
    public var version: Int { Int(truncatingIfNeeded: reader.u64(16)) }
    public var entityCount: Int { Int(reader.u32(40)) }
    /// Names and aliases of all entities, generated forms not counted.
    public var nameCount: Int { Int(reader.u32(44)) }
}
