/// A name found in a text.
struct NameHit {
    /// Index of the entity, or of the context word.
    var owner: UInt32
    var nameIndex: UInt32
    /// Index of the variant's record.
    var variant: Int
    var start: UInt32
    var end: UInt32
    /// Plain tokens that it covers.
    var firstToken: Int
    var lastToken: Int
}

/// Walks the tree of tokens from each token of a text.
struct NameSearch {
    let reader: IndexReader
    let scan: TextScan
    let text: UnsafeBufferPointer<UInt8>
    let root: UInt32
    /// The tokens that the walk has taken.
    private var path: [Int] = []
    private var found: [NameHit] = []

    init(_ reader: IndexReader, _ scan: TextScan, _ text: UnsafeBufferPointer<UInt8>, root: UInt32) {
        (self.reader, self.scan, self.text, self.root) = (reader, scan, text, root)
    }

    /// Calls `report` with the names in the order of their first token; with `.longest`, only with those of the
    /// longest span at the leftmost place, and goes on behind it.
    mutating func run(_ overlap: Overlap, _ report: (NameHit) -> Void) {
        let isNames = root == ImageFormat.nameRoot
        let capitalisedOnly = isNames && reader.u32(12) & ImageFormat.flagCapitalisedOnly != 0
        var index = 0
        while index < scan.count {
            let token = scan.tokens[index]
            if capitalisedOnly && !token.mayBeCapitalised {
                index += 1
                continue
            }
            found.removeAll(keepingCapacity: true)
            step(root, index, first: index)
            if token.joined != 0 { step(root, Int(token.joined), first: index) }
            guard let longest = found.map(\.end).max() else {
                index += 1
                continue
            }
            for hit in found where overlap == .all || hit.end == longest { report(hit) }
            if overlap == .longest {
                let last = found.reduce(index) { $1.end == longest ? max($0, $1.lastToken) : $0 }
                index = last + 1
            } else {
                index += 1
            }
        }
    }

    /// Takes the token at `index` from `node`, notes the names that end there and goes on.
    private mutating func step(_ node: UInt32, _ index: Int, first: Int) {
        scan.fold(index, text)
        let hash = scan.tokens[index].hash
        if node == ImageFormat.nameRoot, path.isEmpty, !reader.mayBegin(hash) { return }
        guard path.count < ImageFormat.maximumTokens, let child = child(of: node, index, hash) else { return }
        path.append(index)
        note(child, first: first)
        let next = Int(scan.tokens[index].next)
        if next < scan.count, mayContinue(index, next) {
            step(child, next, first: first)
            let joined = Int(scan.tokens[next].joined)
            if joined != 0 { step(child, joined, first: first) }
        }
        path.removeLast()
    }

    /// Gaps longer than this stand in no name.
    private func mayContinue(_ index: Int, _ next: Int) -> Bool {
        scan.tokens[next].start - scan.tokens[index].end <= 512
    }

    private func child(of node: UInt32, _ index: Int, _ hash: UInt64) -> UInt32? {
        let slots = reader.count(.edges)
        var slot = Int(truncatingIfNeeded: TokenHash.edge(node, hash)) & (slots - 1)
        for _ in 0..<slots {
            guard let record = reader.record(.edges, slot) else { return nil }
            let child = reader.u32(record + 4)
            if child == 0 { return nil }
            if reader.u32(record) == node, reader.u64(record + 16) == hash,
                scan.reads(index, reader.bytes(reader.u32(record + 8), Int(reader.u32(record + 12))), text)
            {
                return child
            }
            slot = (slot + 1) & (slots - 1)
        }
        return nil
    }

    private mutating func note(_ node: UInt32, first: Int) {
        guard let record = reader.record(.nodes, Int(node)) else { return }
        let start = Int(reader.u32(record))
        let end = min(start + Int(reader.u32(record + 4)), reader.count(.variants))
        var variant = start
        while variant < end {
            if let hit = accept(variant, first: first) { found.append(hit) }
            variant += 1
        }
    }

    /// The hit of a variant whose tokens are the path's, when case and separators are as it wants them.
    private func accept(_ variant: Int, first: Int) -> NameHit? {
        guard let record = reader.record(.variants, variant) else { return nil }
        let shape = reader.u32(record + 20)
        guard Int(shape & 0xFFFF) == path.count, let last = path.last else { return nil }
        let rules = Int(reader.u32(record + 16))
        for place in 0..<path.count {
            guard let rule = reader.record(.tokens, rules + place) else { return nil }
            let packed = reader.u32(rule + 12)
            let token = scan.tokens[path[place]]
            switch CaseRule(rawValue: UInt16(packed >> 16)) {
            case .any: break
            case .initial: if !token.initialIsUpper { return nil }
            case .allUpper: if !token.isAllUpper { return nil }
            case .exact: if token.upperBits != reader.u64(rule) { return nil }
            case nil: return nil
            }
            guard place > 0 else { continue }
            let before = scan.tokens[path[place - 1]]
            let (start, end) = (Int(before.end), Int(token.start))
            if Gap.joins(text, start, end, lettersBefore: Int(before.scalarCount), scan.folds) { continue }
            let separator = reader.bytes(reader.u32(rule + 8), Int(packed & 0xFFFF))
            guard !separator.isEmpty, Gap.reads(separator, text, start, end, scan.folds) else { return nil }
        }
        var end = scan.tokens[last].end
        if shape & 1 << 16 != 0, Int(end) < text.count, text[Int(end)] == 0x2E { end += 1 }
        return NameHit(
            owner: reader.u32(record), nameIndex: reader.u32(record + 4), variant: variant,
            start: scan.tokens[path[0]].start, end: end, firstToken: first,
            lastToken: Int(scan.tokens[last].next) - 1)
    }
}
