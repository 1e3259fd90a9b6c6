/// Grows the tree of tokens: from a node, a token leads to a child node; equal paths share their nodes.
struct TrieBuilder {
    struct Edge {
        var parent: UInt32 = 0
        /// 0: a free slot. The roots are no children.
        var child: UInt32 = 0
        var token: UInt32 = 0
        var length: UInt32 = 0
        var hash: UInt64 = 0
    }

    private(set) var slots = [Edge](repeating: Edge(), count: 64)
    /// Folded tokens; the builder puts all other strings behind them.
    var strings: [UInt8] = []
    private(set) var nodeCount: UInt32 = 2
    private var used = 0

    /// The child of `parent` by `token`, made when it is not there.
    mutating func child(of parent: UInt32, _ token: ArraySlice<UInt8>, hash: UInt64) -> UInt32 {
        var slot = Int(truncatingIfNeeded: TokenHash.edge(parent, hash)) & (slots.count - 1)
        while slots[slot].child != 0 {
            let edge = slots[slot]
            if edge.parent == parent, edge.hash == hash, Int(edge.length) == token.count,
                strings[Int(edge.token)..<Int(edge.token + edge.length)].elementsEqual(token)
            {
                return edge.child
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let child = nodeCount
        nodeCount += 1
        slots[slot] = Edge(
            parent: parent, child: child, token: UInt32(strings.count), length: UInt32(token.count), hash: hash)
        strings.append(contentsOf: token)
        used += 1
        if used * 2 > slots.count { grow() }
        return child
    }

    private mutating func grow() {
        let old = slots
        slots = [Edge](repeating: Edge(), count: old.count * 2)
        for edge in old where edge.child != 0 {
            var slot = Int(truncatingIfNeeded: TokenHash.edge(edge.parent, edge.hash)) & (slots.count - 1)
            while slots[slot].child != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = edge
        }
    }
}
