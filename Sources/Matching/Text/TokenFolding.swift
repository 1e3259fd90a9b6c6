/// Folds one token after the other: full case folding, diacritics left out, transparent scalars and the separators
/// inside a joined reading skipped. It keeps its space from token to token.
struct TokenFolding {
    let folds: FoldTable
    /// The last token that was folded by `fold`, in UTF-8.
    private(set) var folded: [UInt8] = []
    /// Its first three letters as they are hashed; 0 where there is none.
    var firstLetters: (UInt8, UInt8, UInt8) {
        (octets.first ?? 0, octets.count > 1 ? octets[1] : 0, octets.count > 2 ? octets[2] : 0)
    }
    private var scalars: [UInt32] = []
    private var octets: [UInt8] = []
    private var upperBits: UInt64 = 0
    private var hasLower = false
    /// Whether the first letter is a capital; `nil` when no letter has case.
    private var initial: Bool?

    init(folds: FoldTable) { self.folds = folds }

    /// Folds `token`: its hash, its shape, and the folded word in `folded`.
    mutating func fold(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> (hash: UInt64, shape: TokenShape) {
        scalars.removeAll(keepingCapacity: true)
        octets.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
        (upperBits, hasLower, initial) = (0, false, nil)
        read(text, Int(token.start), Int(token.end))
        var script = TokenHash.Script.ascii
        for scalar in scalars {
            if scalar >= 0x80 { script = .other }
            octets.append(TokenHash.octet(scalar))
            Self.appendUTF8(scalar, to: &folded)
        }
        let hash = octets.withUnsafeBufferPointer {
            guard let base = $0.baseAddress else { return UInt64(0) }
            return TokenHash.of(base, count: $0.count, mask: 0, script: script)
        }
        let shape = TokenShape(
            initialIsUpper: initial ?? true, isAllUpper: upperBits != 0 && !hasLower,
            scalarCount: UInt16(clamping: scalars.count), upperBits: upperBits)
        return (hash, shape)
    }

    /// The shape of a token of ASCII.
    @inline(__always)
    static func asciiShape(_ octets: UnsafePointer<UInt8>, count: Int) -> TokenShape {
        var shape = TokenShape()
        var hasLower = false
        var initial: Bool?
        for offset in 0..<count {
            let byte = octets[offset]
            if byte >= 0x61 {
                hasLower = true
                if initial == nil { initial = false }
            } else if byte >= 0x41 {
                shape.upperBits |= 1 &<< UInt64(offset & 63)
                if initial == nil { initial = true }
            }
        }
        shape.initialIsUpper = initial ?? true
        shape.isAllUpper = shape.upperBits != 0 && !hasLower
        shape.scalarCount = UInt16(clamping: count)
        return shape
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
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

    private static func appendUTF8(_ value: UInt32, to bytes: inout [UInt8]) {
        if value < 0x80 {
            bytes.append(UInt8(value))
        } else if value < 0x800 {
            bytes.append(UInt8(0xC0 | value >> 6))
            bytes.append(UInt8(0x80 | value & 0x3F))
        } else if let scalar = Unicode.Scalar(value) {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
