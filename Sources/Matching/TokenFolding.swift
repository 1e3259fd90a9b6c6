/// Folds one token scalar by scalar: full case folding, diacritics left out, transparent scalars and the
/// separators inside a joined reading skipped.
struct TokenFolding {
    let folds: FoldTable
    private(set) var scalars: [UInt32] = []
    private(set) var upperBits: UInt64 = 0
    private(set) var hasLower = false
    /// Whether the first letter is a capital; `nil` when no letter has case.
    private(set) var initial: Bool?

    init(folds: FoldTable) { self.folds = folds }

    /// Forgets the last token, and keeps its space.
    mutating func reset() {
        scalars.removeAll(keepingCapacity: true)
        (upperBits, hasLower, initial) = (0, false, nil)
    }

    mutating func fold(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        var offset = start
        while offset < end {
            let decoded = text.scalar(at: offset, end: end)
            offset += decoded.length
            let entry = folds[decoded.value]
            if entry.scalarClass == .mark, let last = scalars.last,
                let letter = Decomposition.composed(last, decoded.value)
            {
                scalars[scalars.count - 1] = letter
                continue
            }
            if entry.isLower { hasLower = true }
            if initial == nil, entry.isUpper || entry.isLower { initial = entry.isUpper }
            let parts = entry.folded
            if entry.count > 0 { append(parts.0, entry.isUpper) }
            if entry.count > 1 { append(parts.1, entry.isUpper) }
            if entry.count > 2 { append(parts.2, entry.isUpper) }
        }
    }

    private mutating func append(_ scalar: UInt32, _ isUpper: Bool) {
        if isUpper { upperBits |= 1 << UInt64(scalars.count & 63) }
        scalars.append(scalar)
        // Canonical order of the marks that are kept: stable, by combining class.
        guard scalar >= 0x590, scalars.count > 1 else { return }
        let own = Self.combiningClass(scalar)
        guard own > 0 else { return }
        var place = scalars.count - 1
        while place > 0, Self.combiningClass(scalars[place - 1]) > own {
            scalars.swapAt(place, place - 1)
            place -= 1
        }
    }

    private static func combiningClass(_ value: UInt32) -> UInt8 {
        Unicode.Scalar(value)?.properties.canonicalCombiningClass.rawValue ?? 0
    }
}
