/// Working memory of a model: allocated once, never moved, freed with its owner.
///
/// Models hand its pointers to kernels and read through them; each states before how many places it needs, and no
/// pointer is kept beyond a call, while the model holds the buffer.
final class ScratchBuffer<Element: BitwiseCopyable> {
    let start: UnsafeMutablePointer<Element>
    let count: Int

    /// - Parameter zero: what all of its places hold at first.
    init(_ count: Int, zero: Element) {
        let size = max(count, 1) * MemoryLayout<Element>.stride
        // 64 octets: a line of the cache, and the widest register.
        let raw = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
        start = raw.initializeMemory(as: Element.self, repeating: zero, count: max(count, 1))
        self.count = count
    }

    // Elements are bitwise copyable: there is nothing to deinitialise.
    deinit { UnsafeMutableRawPointer(start).deallocate() }
}
