/// The text of a part of a page, as a reader sees it.
enum HTMLText {
    struct Block {
        var tag: HTMLTag
        var text: [UInt8]
    }

    /// The lines of the subtree at `root`, one for each paragraph, heading, list item or cell; none is empty.
    static func blocks(of page: HTMLPage, from root: Int, leavingOut: (Int) -> Bool) -> [Block] {
        var found: [Block] = []
        var line: [UInt8] = []
        var lineBlock = root
        var index = root
        func flush() {
            let text = collapsed(line)
            if !text.isEmpty { found.append(Block(tag: page.nodes[lineBlock].tag, text: text)) }
            line.removeAll(keepingCapacity: true)
        }
        while index < page.nodes[root].end {
            let node = page.nodes[index]
            if node.tag.endsLine, leavingOut(index) {
                flush()
                index = node.end
                continue
            }
            if node.block != lineBlock {
                flush()
                lineBlock = node.block
            }
            if let text = node.text {
                line.append(contentsOf: text)
            } else if node.tag == .lineBreak {
                // Two breaks in a row part paragraphs, one is a blank.
                if isBreak(page, before: index, root) { flush() } else { line.append(0x20) }
            }
            index += 1
        }
        flush()
        return found
    }

    /// All text of a node in one line.
    static func line(of page: HTMLPage, _ index: Int) -> [UInt8] {
        var line: [UInt8] = []
        for node in page.nodes[index..<page.nodes[index].end] {
            if let text = node.text { line.append(contentsOf: text) }
            if node.tag != .inline, node.tag != .link { line.append(0x20) }
        }
        return collapsed(line)
    }

    /// Runs of white space (with no-break spaces) as one blank, none at the ends.
    static func collapsed(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var gap = false
        var place = 0
        while place < text.count {
            let byte = text[place]
            let hard = byte == 0xC2 && place + 1 < text.count && text[place + 1] == 0xA0
            if byte.isSpace || hard {
                gap = true
            } else {
                if gap, !out.isEmpty { out.append(0x20) }
                gap = false
                out.append(byte)
            }
            place += hard ? 2 : 1
        }
        return out
    }

    /// Whether nothing but blanks stands between this break and the one before it.
    private static func isBreak(_ page: HTMLPage, before index: Int, _ root: Int) -> Bool {
        var at = index - 1
        while at > root {
            let node = page.nodes[at]
            if node.tag == .lineBreak { return true }
            guard let text = node.text, text.allSatisfy(\.isSpace) else { return false }
            at -= 1
        }
        return false
    }
}
