/// Where the words of context rules stand in a text, and which token is the how many-th. Only texts that mention an
/// entity with such rules are read this way.
struct ContextSearch {
    /// In the order of the text.
    private(set) var hits: [NameHit] = []
    /// Where each token begins.
    private var starts: [UInt32] = []

    init(_ reader: IndexReader, _ text: UnsafeBufferPointer<UInt8>, _ space: MatchingSpace) {
        let scanner = TokenScanner(text: text, folds: space.folds)
        var walk = PathSearch(reader, scanner, space)
        var offset = 0
        while let token = scanner.token(from: offset) {
            starts.append(token.start)
            walk.walk(from: token, root: ImageFormat.contextRoot)
            hits += walk.found
            offset = Int(token.end)
        }
        for index in hits.indices { count(&hits[index]) }
    }

    /// Fills in which tokens a hit covers.
    func count(_ hit: inout NameHit) {
        hit.firstToken = index(of: hit.start)
        hit.lastToken = index(of: hit.end - 1)
    }

    /// The last token that begins at `offset` or before it.
    private func index(of offset: UInt32) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }
}
