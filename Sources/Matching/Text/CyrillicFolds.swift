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

    /// The low octets of the letters that a letter whose folded low octet has these six low bits may begin with: those
    /// that fold to it, and for й, ў and ї those that a mark makes it of.
    func letters(_ low: UInt8) -> [UInt8] {
        let bases: [UInt8: UInt8] = [0x39: 0x38, 0x5E: 0x43, 0x57: 0x56]
        return (UInt8(0)..<0x60).filter { letter in
            let own = folded[Int(letter)]
            return own != 0 && (own & 63 == low || bases.contains { $0.key & 63 == low && $0.value == own })
        }
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

    /// The same for a word of up to 32 octets, as many of which may be read: four letters at a time where they are of
    /// the alphabet from а to я.
    @inline(__always)
    func hash(readable octets: UnsafePointer<UInt8>, count: Int) -> UInt64? {
        let letters = count &>> 1
        let raw = UnsafeRawPointer(octets)
        guard letters <= 8 else { return hash(octets, count: count) }
        let (one, isOne) = Self.fold(raw.loadUnaligned(as: UInt64.self), letters)
        let (two, isTwo) = Self.fold(raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self), letters &- 4)
        guard isOne, isTwo else { return hash(octets, count: count) }
        let kept = UInt64.max &>> UInt64((8 &- letters) &* 8)
        return TokenHash.of(short: (one | two &<< 32) & kept, count: letters, script: .other)
    }

    /// Folds the first `letters` of four letters in eight octets, each to its low octet; whether all are from А to я.
    @inline(__always)
    private static func fold(_ octets: UInt64, _ letters: Int) -> (UInt64, Bool) {
        // Letters past the end are taken for а.
        let kept = letters >= 4 ? UInt64.max : letters <= 0 ? 0 : UInt64.max &>> UInt64((4 &- letters) &* 16)
        let pairs = octets.littleEndian & kept | 0xB0D0_B0D0_B0D0_B0D0 & ~kept
        // In lanes of 16 bits: the low octet of the letter.
        var lanes = (pairs & 0x0001_0001_0001_0001) &<< 6 | (pairs &>> 8) & 0x003F_003F_003F_003F
        let belowA = ~((lanes | 0x8000_8000_8000_8000) &- 0x0010_0010_0010_0010) & 0x8000_8000_8000_8000
        let aboveYa = (lanes &+ 0x0030_0030_0030_0030) & 0x0080_0080_0080_0080
        // Capitals stand 32 before their small letters.
        let isSmall = (lanes &+ 0x0050_0050_0050_0050) & 0x0080_0080_0080_0080
        lanes &+= (isSmall ^ 0x0080_0080_0080_0080) &>> 2
        lanes = (lanes | lanes &>> 8) & 0x0000_FFFF_0000_FFFF
        lanes = (lanes | lanes &>> 16) & 0xFFFF_FFFF
        return (lanes, belowA | aboveYa == 0)
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
