/// Class, case and folding of every scalar, each worked out when a text first needs it, so that a start costs
/// nothing and a text in two scripts about two hundred letters.
///
/// Not for use by two threads at once: each `Matcher` has its own.
final class FoldTable {
    /// One scalar.
    struct Entry {
        var scalarClass: ScalarClass = .separator
        /// Whether it was worked out already.
        fileprivate var isKnown = false
        var isUpper = false
        var isLower = false
        /// Folded marks that are ignored fold to nothing.
        var count: UInt8 = 0
        /// The first `count` of these are what it folds to.
        var folded: (UInt32, UInt32, UInt32) = (0, 0, 0)
    }

    private let pages: UnsafeMutablePointer<UnsafeMutablePointer<Entry>?>
    private static let pageCount = 0x110000 >> 8
    private var decomposition = Decomposition()

    init() {
        pages = .allocate(capacity: Self.pageCount)
        pages.initialize(repeating: nil, count: Self.pageCount)
    }

    deinit {
        for page in 0..<Self.pageCount { pages[page]?.deallocate() }
        pages.deallocate()
    }

    /// `value` past U+10FFFF is a separator.
    @inline(__always)
    subscript(value: UInt32) -> Entry {
        guard value < 0x110000 else { return Entry() }
        if let entries = pages[Int(value >> 8)] {
            let entry = entries[Int(value & 0xFF)]
            if entry.isKnown { return entry }
        }
        return workOut(value)
    }

    @inline(never)
    private func workOut(_ value: UInt32) -> Entry {
        let page = Int(value >> 8)
        let entries: UnsafeMutablePointer<Entry>
        if let known = pages[page] {
            entries = known
        } else {
            entries = .allocate(capacity: 256)
            entries.initialize(repeating: Entry(), count: 256)
            pages[page] = entries
        }
        var entry = Unicode.Scalar(value).map { self.entry(of: $0) } ?? Entry()
        entry.isKnown = true
        entries[Int(value & 0xFF)] = entry
        return entry
    }

    private func entry(of scalar: Unicode.Scalar) -> Entry {
        var entry = Entry(scalarClass: ScalarClass(of: scalar))
        switch entry.scalarClass {
        case .separator, .transparent: return entry
        case .apostrophe:
            (entry.count, entry.folded.0) = (1, 0x27)
            return entry
        case .mark where Decomposition.isIgnored(scalar.value): return entry
        case .word, .mark, .ideograph, .katakana: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: entry.isUpper = true
        case .lowercaseLetter: entry.isLower = true
        default: break
        }
        let parts = Self.caseFolded(scalar).flatMap { decomposition.parts(of: $0) }
            .filter { !Decomposition.isIgnored($0) }
        entry.count = UInt8(min(3, parts.count))
        if parts.count > 0 { entry.folded.0 = parts[0] }
        if parts.count > 1 { entry.folded.1 = parts[1] }
        if parts.count > 2 { entry.folded.2 = parts[2] }
        return entry
    }

    /// Lower case of the upper case of the lower case: it takes ẞ and ß to ss, ς to σ and ﬁ to fi, as Unicode's
    /// full case folding does.
    private static func caseFolded(_ scalar: Unicode.Scalar) -> [UInt32] {
        if scalar.value >= 0x2E80 && scalar.value < 0xA640 { return [scalar.value] }
        return scalar.properties.lowercaseMapping.unicodeScalars
            .flatMap { $0.properties.uppercaseMapping.unicodeScalars }
            .flatMap { $0.properties.lowercaseMapping.unicodeScalars }
            .map(\.value)
    }
}
