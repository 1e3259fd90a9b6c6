/// Walks the tree of words from one token of a text, and notes the names that end on the way.
struct PathSearch {
    let reader: IndexReader
    let scanner: TokenScanner
    private let cyrillic: CyrillicFolds
    private var folding: TokenFolding
    private var path: [(token: Token, shape: TokenShape)] = []
    /// Steps of the last walk. A tree of names has no cycle, but a forged image may have.
    private var visits = 0
    private static let mostVisits = 4 * ImageFormat.maximumTokens
    /// The names that begin at the token of the last walk.
    private(set) var found: [NameHit] = []
    /// Where the last word of the longest of them ends; 0 for none.
    private(set) var longest: UInt32 = 0

    init(_ reader: IndexReader, _ scanner: TokenScanner, _ space: MatchingSpace) {
        (self.reader, self.scanner) = (reader, scanner)
        cyrillic = space.cyrillic
        folding = TokenFolding(folds: scanner.folds)
        path.reserveCapacity(16)
    }

    /// Names, or context words where `root` says so, that begin with `token` or with its joined reading.
    mutating func walk(from token: Token, root: UInt32) {
        forget()
        begin(token, root)
        if let joined = scanner.joined(token) { begin(joined, root) }
    }

    /// Names that begin with a token of ASCII whose hash is known.
    @inline(__always)
    mutating func walk(fromASCII token: Token, hash: UInt64) {
        let base = text(token)
        let count = Int(token.end &- token.start)
        forget()
        guard let record = reader.find(hash, { Self.reads($0, base, count) }) else { return }
        let child = reader.u32(record &+ 8)
        if child != 0 { visit(child, token, TokenFolding.asciiShape(base, count: count)) }
    }

    /// Names that begin with a word of simple Cyrillic letters whose hash is known.
    @inline(__always)
    mutating func walk(fromCyrillic token: Token, hash: UInt64) {
        let base = text(token)
        let count = Int(token.end &- token.start)
        forget()
        guard let record = reader.find(hash, { cyrillic.reads(base, count: count, $0) }) else { return }
        let child = reader.u32(record &+ 8)
        if child != 0 { visit(child, token, CyrillicFolds.shape(base, count: count)) }
    }

    @inline(__always)
    private mutating func forget() {
        visits = 0
        if longest == 0 { return }
        longest = 0
        found.removeAll(keepingCapacity: true)
    }

    private mutating func begin(_ token: Token, _ root: UInt32) {
        guard let (record, shape) = word(token) else { return }
        let child = reader.u32(record + (root == ImageFormat.nameRoot ? 8 : 12))
        if child != 0 { visit(child, token, shape) }
    }

    /// Notes the names that end at `reference` and goes on behind `token`.
    private mutating func visit(_ reference: UInt32, _ token: Token, _ shape: TokenShape) {
        guard path.count < ImageFormat.maximumTokens, visits < Self.mostVisits else { return }
        visits += 1
        path.append((token, shape))
        let node = reference & ImageFormat.nodeBits
        if reference & ImageFormat.ends != 0 {
            for variant in reader.variants(node) { note(variant) }
        }
        // Gaps longer than this stand in no name.
        if reference & ImageFormat.goesOn != 0, let next = scanner.token(from: Int(token.end)),
            next.start - token.end <= 512
        {
            go(to: next, from: node)
            if let joined = scanner.joined(next) { go(to: joined, from: node) }
        }
        path.removeLast()
    }

    private mutating func go(to token: Token, from node: UInt32) {
        guard let (record, shape) = word(token, behind: node) else { return }
        let child = reader.child(of: node, word: reader.u32(record + 4))
        if child != 0 { visit(child, token, shape) }
    }

    /// The record of a token's word, and its shape; `nil` when no name has the word, or none goes on with it from
    /// `node`.
    private mutating func word(_ token: Token, behind node: UInt32? = nil) -> (record: Int, shape: TokenShape)? {
        func isWanted(_ hash: UInt64) -> Bool { node.map { reader.mayGoOn($0, hash) } ?? true }
        let base = text(token)
        let count = Int(token.end - token.start)
        if token.letters == .ascii {
            let hash = TokenHash.of(base, count: count, mask: 0x20, script: .ascii)
            guard isWanted(hash), let record = reader.find(hash, { Self.reads($0, base, count) }) else { return nil }
            return (record, TokenFolding.asciiShape(base, count: count))
        }
        if token.letters == .cyrillic, let hash = cyrillic.hash(base, count: count) {
            guard isWanted(hash), let record = reader.find(hash, { cyrillic.reads(base, count: count, $0) }) else {
                return nil
            }
            return (record, CyrillicFolds.shape(base, count: count))
        }
        let (hash, shape) = folding.fold(token, scanner.text)
        guard isWanted(hash) else { return nil }
        let record = folding.folded.withUnsafeBufferPointer { own in
            reader.find(hash) { $0.count == own.count && $0.elementsEqual(own) }
        }
        return record.map { ($0, shape) }
    }

    @inline(__always)
    private func text(_ token: Token) -> UnsafePointer<UInt8> {
        // A token lies in the text, which is not empty then.
        scanner.text.baseAddress.unsafelyUnwrapped + Int(token.start)
    }

    @inline(__always)
    private static func reads(_ wanted: UnsafeBufferPointer<UInt8>, _ octets: UnsafePointer<UInt8>, _ count: Int)
        -> Bool
    {
        guard wanted.count == count else { return false }
        for offset in 0..<count where octets[offset] | 0x20 != wanted[offset] { return false }
        return true
    }

    /// Notes a variant whose words are the path's, when case and separators are as it wants them.
    private mutating func note(_ variant: Int) {
        guard let record = reader.record(.variants, variant),
            let shape = reader.record(.shapes, Int(reader.u32(record + 4))), let last = path.last
        else { return }
        let packed = reader.u32(shape + 4)
        let flags = packed >> 16
        guard Int(packed & 0xFFFF) == path.count, accepts(Int(reader.u32(shape)), flags) else { return }
        var end = last.token.end
        if flags & ImageFormat.shapeTakesFullStop != 0, Int(end) < scanner.text.count, scanner.text[Int(end)] == 0x2E {
            end += 1
        }
        longest = max(longest, last.token.end)
        let names = reader.u32(record + 8)
        found.append(
            NameHit(
                owner: reader.u32(record), nameIndex: UInt16(truncatingIfNeeded: names),
                form: UInt16(truncatingIfNeeded: names >> 16), start: path[0].token.start, end: end,
                wordEnd: last.token.end))
    }

    private func accepts(_ firstRule: Int, _ flags: UInt32) -> Bool {
        if path.count == 1 {
            if flags & ImageFormat.shapeIsInitials != 0 { return path[0].shape.initialIsUpper }
            if flags & ImageFormat.shapeIsFree != 0 { return true }
        }
        for place in path.indices {
            guard let rule = reader.record(.rules, firstRule + place) else { return false }
            let packed = reader.u32(rule + 12)
            let (token, shape) = path[place]
            switch CaseRule(rawValue: UInt16(packed >> 16)) {
            case .any: break
            case .initial: if !shape.initialIsUpper { return false }
            case .allUpper: if !shape.isAllUpper { return false }
            case .exact: if shape.upperBits != reader.u64(rule) { return false }
            case nil: return false
            }
            guard place > 0 else { continue }
            let before = path[place - 1]
            let (start, end) = (Int(before.token.end), Int(token.start))
            if end == start + 1, scanner.text[start] == 0x20 { continue }
            if Gap.joins(scanner.text, start, end, lettersBefore: Int(before.shape.scalarCount), scanner.folds) {
                continue
            }
            let separator = reader.bytes(reader.u32(rule + 8), Int(packed & 0xFFFF))
            guard !separator.isEmpty, Gap.reads(separator, scanner.text, start, end, scanner.folds) else {
                return false
            }
        }
        return true
    }
}
