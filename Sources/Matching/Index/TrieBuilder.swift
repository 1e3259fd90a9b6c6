/// Grows the tree of words: from a node, a word leads to a child node; equal paths share their nodes.
struct TrieBuilder {
    struct Word {
        var hash: UInt64 = 0
        /// 0: a free slot.
        var text: UInt32 = 0
        var nameChild: UInt32 = 0
        var contextChild: UInt32 = 0
    }

    struct Edge {
        var node: UInt32 = 0
        var word: UInt32 = 0
        /// 0: a free slot. The roots are no children.
        var child: UInt32 = 0
    }

    private var words: [Word]
    private var edges: [Edge]
    /// `ImageFormat.goesOn` and `.ends` of each node.
    private var flags: [UInt32] = [0, 0]
    /// Of each edge, the hash that the filter of branches is asked by.
    private var branches: [UInt64] = []
    /// Folded words; the builder puts all other strings behind them. The first byte is none's.
    var strings: [UInt8] = [0]
    private(set) var nodeCount: UInt32 = 2
    private(set) var wordCount = 0
    private(set) var edgeCount = 0

    /// `names` is how many are expected.
    init(names: Int) {
        var size = 64
        while size < names { size *= 2 }
        // Names share most of their words: a table that stays near is worth growing it twice.
        words = [Word](repeating: Word(), count: max(64, size / 8))
        edges = [Edge](repeating: Edge(), count: size * 2)
        flags.reserveCapacity(names * 2)
    }

    /// The child of `node` by the word of `hash` that reads `text` (each byte or-ed with `mask`), made when it is not
    /// there.
    mutating func child(
        of node: UInt32, hash: UInt64, _ text: UnsafeBufferPointer<UInt8>, mask: UInt8
    ) -> UInt32 {
        let place = word(hash, text, mask)
        flags[Int(node)] |= ImageFormat.goesOn
        switch node {
        case ImageFormat.nameRoot:
            if words[place].nameChild == 0 { words[place].nameChild = addNode() }
            return words[place].nameChild
        case ImageFormat.contextRoot:
            if words[place].contextChild == 0 { words[place].contextChild = addNode() }
            return words[place].contextChild
        default: return edge(node, words[place].text, hash)
        }
    }

    /// Notes that a name ends at `node`.
    mutating func end(at node: UInt32) { flags[Int(node)] |= ImageFormat.ends }

    private mutating func addNode() -> UInt32 {
        flags.append(0)
        nodeCount += 1
        return nodeCount - 1
    }

    private mutating func word(_ hash: UInt64, _ text: UnsafeBufferPointer<UInt8>, _ mask: UInt8) -> Int {
        if wordCount * 4 > words.count * 3 { growWords() }
        var slot = ImageFormat.slot(hash, words.count)
        while words[slot].text != 0 {
            if words[slot].hash == hash, reads(words[slot].text, text, mask) { return slot }
            slot = slot + 1 == words.count ? 0 : slot + 1
        }
        words[slot] = Word(hash: hash, text: UInt32(truncatingIfNeeded: strings.count))
        wordCount += 1
        let length = UInt16(clamping: text.count)
        strings.append(UInt8(truncatingIfNeeded: length))
        strings.append(UInt8(truncatingIfNeeded: length >> 8))
        for byte in text { strings.append(byte | mask) }
        return slot
    }

    private func reads(_ place: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ mask: UInt8) -> Bool {
        let start = Int(place) + 2
        guard Int(strings[start - 2]) | Int(strings[start - 1]) << 8 == text.count else { return false }
        for index in 0..<text.count where strings[start + index] != text[index] | mask { return false }
        return true
    }

    private mutating func edge(_ node: UInt32, _ word: UInt32, _ hash: UInt64) -> UInt32 {
        if edgeCount * 4 > edges.count * 3 { growEdges() }
        var slot = ImageFormat.slot(TokenHash.edge(node, word), edges.count)
        while edges[slot].child != 0 {
            if edges[slot].node == node, edges[slot].word == word { return edges[slot].child }
            slot = slot + 1 == edges.count ? 0 : slot + 1
        }
        let child = addNode()
        edges[slot] = Edge(node: node, word: word, child: child)
        edgeCount += 1
        branches.append(TokenHash.branch(node, hash))
        return child
    }

    private mutating func growWords() {
        let old = words
        words = [Word](repeating: Word(), count: old.count * 2)
        for word in old where word.text != 0 {
            var slot = ImageFormat.slot(word.hash, words.count)
            while words[slot].text != 0 { slot = slot + 1 == words.count ? 0 : slot + 1 }
            words[slot] = word
        }
    }

    private mutating func growEdges() {
        let old = edges
        edges = [Edge](repeating: Edge(), count: old.count * 2)
        for edge in old where edge.child != 0 {
            var slot = ImageFormat.slot(TokenHash.edge(edge.node, edge.word), edges.count)
            while edges[slot].child != 0 { slot = slot + 1 == edges.count ? 0 : slot + 1 }
            edges[slot] = edge
        }
    }

    // MARK: Writing

    /// Slots of the tables in the image: four of five are used. Never a full table: a search ends at a free slot.
    var wordSlots: Int { wordCount + wordCount / 4 + 1 }
    var edgeSlots: Int { edgeCount + edgeCount / 4 + 1 }

    private func reference(_ node: UInt32) -> UInt32 {
        node | flags[Int(node)] & (node == 0 ? 0 : .max)
    }

    func writeWords(_ bytes: UnsafeMutableRawBufferPointer) {
        let slots = wordSlots
        for word in words where word.text != 0 {
            var slot = ImageFormat.slot(word.hash, slots)
            while bytes.loadUnaligned(fromByteOffset: slot * 16 + 4, as: UInt32.self) != 0 {
                slot = slot + 1 == slots ? 0 : slot + 1
            }
            bytes.put(
                slot * 16, UInt32(truncatingIfNeeded: word.hash), word.text, reference(word.nameChild),
                reference(word.contextChild))
        }
    }

    func writeEdges(_ bytes: UnsafeMutableRawBufferPointer) {
        let slots = edgeSlots
        for edge in edges where edge.child != 0 {
            var slot = ImageFormat.slot(TokenHash.edge(edge.node, edge.word), slots)
            while bytes.loadUnaligned(fromByteOffset: slot * 12 + 8, as: UInt32.self) != 0 {
                slot = slot + 1 == slots ? 0 : slot + 1
            }
            bytes.put(slot * 12, edge.node, edge.word, reference(edge.child))
        }
    }

    var filterWords: Int { HashFilter.words(wordCount) }
    var branchWords: Int { HashFilter.words(edgeCount) }

    func writeFilter(_ bytes: UnsafeMutableRawBufferPointer) {
        for word in words where word.nameChild != 0 { HashFilter.set(word.hash, bytes, filterWords) }
    }

    func writeBranches(_ bytes: UnsafeMutableRawBufferPointer) {
        for hash in branches { HashFilter.set(hash, bytes, branchWords) }
    }
}
