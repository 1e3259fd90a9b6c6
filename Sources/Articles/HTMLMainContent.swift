/// Finds the article in a page, by where its paragraphs are.
struct HTMLMainContent {
    /// A node with a larger share of the page's paragraph text, in percent, is never left out, whatever it is called.
    static let shareToKeep = 25
    /// Direct text of a block that is no paragraph counts as one from this many bytes.
    static let leastBareText = 80

    /// Sums over a node's subtree, in bytes without white space.
    private struct Sums {
        var text = 0
        var link = 0
        /// Of the text, what stands in paragraphs.
        var paragraphs = 0
        var commas = 0
        var score = 0.0
    }

    private let page: HTMLPage
    private var sums: [Sums]
    /// The node that holds the article; `nil` for a page without nodes.
    private(set) var root: Int?

    init(_ page: HTMLPage) {
        self.page = page
        sums = Array(repeating: Sums(), count: page.nodes.count)
        guard !page.nodes.isEmpty else { return }
        measure()
        root = widened(best())
    }

    /// Whether a node inside the article is left out of it.
    func leavesOut(_ index: Int) -> Bool {
        let node = page.nodes[index]
        guard node.tag.endsLine, index != root else { return false }
        let sum = sums[index]
        if holdsMuch(sum) { return false }
        if node.tag == .margin || node.hint == .furniture { return true }
        // Lists and boxes of links; a paragraph may well have one.
        let most = node.tag == .paragraph ? 80 : 55
        return sum.text > 0 && sum.link * 100 > sum.text * most && sum.text < 2000
    }

    // MARK: Measuring

    private mutating func measure() {
        let nodes = page.nodes
        // Direct text of each block first, then sums from the innermost outwards.
        for node in nodes {
            guard let text = node.text else { continue }
            var (letters, commas) = (0, 0)
            for byte in text {
                if !byte.isSpace { letters += 1 }
                if byte == UInt8(ascii: ",") { commas += 1 }
            }
            sums[node.block].text += letters
            sums[node.block].commas += commas
            if node.inLink { sums[node.block].link += letters }
        }
        for index in nodes.indices where nodes[index].tag.endsLine {
            let sum = sums[index]
            let least = nodes[index].tag == .paragraph ? 25 : HTMLMainContent.leastBareText
            guard sum.text >= least, sum.link * 2 < sum.text, nodes[index].tag != .heading else { continue }
            sums[index].paragraphs = sum.text
            let points = 1 + Double(sum.commas) + min(Double(sum.text) / 100, 4)
            reward(points, from: nodes[index].tag == .paragraph ? parentBlock(index) : index)
        }
        for index in nodes.indices.reversed() where nodes[index].tag.endsLine {
            guard let parent = parentBlock(index) else { continue }
            sums[parent].text += sums[index].text
            sums[parent].link += sums[index].link
            sums[parent].paragraphs += sums[index].paragraphs
        }
    }

    /// Gives a paragraph's points to the block around it, and less to those farther out.
    private mutating func reward(_ points: Double, from first: Int?) {
        var (block, share) = (first, 1.0)
        while let at = block, share > 0.1 {
            sums[at].score += points * share
            (block, share) = (parentBlock(at), share / 2)
        }
    }

    private func parentBlock(_ index: Int) -> Int? {
        page.nodes[index].parent.map { page.nodes[$0].block }
    }

    // MARK: Choosing

    private func best() -> Int {
        var best = (index: 0, score: -1.0)
        for index in page.nodes.indices where page.nodes[index].tag.endsLine {
            let sum = sums[index]
            guard sum.score > 0 else { continue }
            var score = sum.score * (1 - Double(sum.link) / Double(max(sum.text, 1)))
            switch page.nodes[index].hint {
            case .body: score = score * 3 + 20
            case .likely: score = score * 1.6 + 8
            case .furniture: score *= holdsMuch(sum) ? 0.8 : 0.2
            case .none: break
            }
            if page.nodes[index].tag == .margin { score *= 0.3 }
            if HTMLPage.name(page.nodes[index].element) == "article" { score = score * 1.25 + 3 }
            if score > best.score { best = (index, score) }
        }
        return best.index
    }

    /// The outermost block around `index` that has a large part of the page's paragraphs beside it.
    private func widened(_ index: Int) -> Int {
        var root = index
        var inner = index
        while let outer = parentBlock(inner) {
            let beside = sums[outer].paragraphs - sums[inner].paragraphs
            let hint = page.nodes[root].hint
            if hint != .body, beside * 2 > sums[inner].paragraphs || hasLargeChild(outer, besides: inner) {
                root = outer
            }
            inner = outer
        }
        return root
    }

    private func hasLargeChild(_ outer: Int, besides inner: Int) -> Bool {
        var child = outer + 1
        while child < page.nodes[outer].end {
            let node = page.nodes[child]
            let skipped = child <= inner && inner < node.end
            if !skipped, node.tag.endsLine, node.tag != .margin, node.hint != .furniture, holdsMuch(sums[child]) {
                return true
            }
            child = node.end
        }
        return false
    }

    private func holdsMuch(_ sum: Sums) -> Bool {
        sum.paragraphs * 100 > sums[page.nodes[0].block].paragraphs * HTMLMainContent.shareToKeep
    }
}
