/// The letters U+0400 to U+045F by one octet each: most Cyrillic words are of these alone, and fold to one of them
/// letter by letter. Whoever makes one releases it.
struct CyrillicFolds {
    /// By the low octet of a letter, the low octet of the letter it folds to; 0 where folding is not so simple.
    private let folded: UnsafeMutablePointer<UInt8>

    init(_ folds: FoldTable) {
        folded = .allocate(capacity: 128)
        folded.initialize(repeating: 0, count: 128)
        for low in 0..<0x60 {
            let entry = folds[0x400 + UInt32(low)]
            guard entry.scalarClass == .word, entry.count == 1, (0x400..<0x480).contains(entry.folded.0) else {
                continue
            }
            folded[low] = UInt8(truncatingIfNeeded: entry.folded.0)
        }
    }

    /// The low octets of the letters that fold to one whose low octet has these six low bits.
    func letters(_ low: UInt8) -> [UInt8] {
        (0..<0x60).filter { folded[Int($0)] != 0 && folded[Int($0)] & 63 == low }
    }

    func release() { folded.deallocate() }

    /// What the letter at `octets` folds to, by its low octet; 0 where that is not so simple.
    @inline(__always)
    func letter(_ octets: UnsafePointer<UInt8>) -> UInt8 { folded[Int(Self.low(octets[0], octets[1]))] }

    /// The low octet of the letter whose two octets are `lead` (D0 or D1) and `trail`.
    @inline(__always)
    private static func low(_ lead: UInt8, _ trail: UInt8) -> UInt8 { (lead & 1) << 6 | trail & 0x3F }

    /// The hash of a word of `count` octets that are all of D0, D1 and what follows them; `nil` where it does not
    /// fold simply.
    @inline(__always)
    func hash(_ octets: UnsafePointer<UInt8>, count: Int) -> UInt64? {
        let letters = count &>> 1
        var hash = TokenHash.seed(letters, .other)
        var (word, shift): (UInt64, UInt64) = (0, 0)
        var isSimple = true
        for index in 0..<letters {
            let octet = letter(octets + index &* 2)
            isSimple = isSimple && octet != 0
            word |= UInt64(octet) &<< shift
            shift &+= 8
            if shift == 64 {
                hash = TokenHash.mix(hash ^ word)
                (word, shift) = (0, 0)
            }
        }
        if shift > 0 { hash = TokenHash.mix(hash ^ word) }
        return isSimple ? hash : nil
    }

    /// Whether such a word folds to `wanted`.
    @inline(__always)
    func reads(_ octets: UnsafePointer<UInt8>, count: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
        guard wanted.count == count else { return false }
        var offset = 0
        while offset < count {
            let octet = letter(octets + offset)
            guard wanted[offset] == 0xD0 | octet >> 6, wanted[offset &+ 1] == 0x80 | octet & 0x3F else { return false }
            offset &+= 2
        }
        return true
    }

    /// The shape of such a word.
    @inline(__always)
    static func shape(_ octets: UnsafePointer<UInt8>, count: Int) -> TokenShape {
        var upperBits: UInt64 = 0
        var hasLower = false
        for letter in 0..<count &>> 1 {
            if low(octets[letter &* 2], octets[letter &* 2 &+ 1]) < 0x30 {
                upperBits |= 1 &<< UInt64(letter & 63)
            } else {
                hasLower = true
            }
        }
        return TokenShape(
            initialIsUpper: upperBits & 1 == 1, isAllUpper: upperBits != 0 && !hasLower,
            scalarCount: UInt16(clamping: count &>> 1), upperBits: upperBits)
    }
}
