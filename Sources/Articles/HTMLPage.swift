import CLibXML2
import Glibc

/// A parsed page as one flat list in document order, so that nothing here recurses however deep the page is.
struct HTMLPage {
    struct Node {
        var tag: HTMLTag
        /// `nil` for the outermost.
        var parent: Int?
        /// The first node after this one's subtree.
        var end: Int
        /// The octets of a text node.
        var text: UnsafeBufferPointer<UInt8>?
        var element: UnsafeMutablePointer<xmlNode>
        var hint = HTMLHint.none
        var inLink: Bool
        /// The nearest element that ends lines: itself or one around it.
        var block: Int
    }

    /// What `<head>` and its like say: names in lower case.
    var meta: [(name: String, content: String)] = []
    var titleElement = ""
    var language: String?
    /// `href` of the canonical link.
    var canonical: String?
    /// `datetime` of the first `<time>`.
    var time: String?
    var nodes: [Node] = []

    /// The pointers in the nodes live as long as `document`.
    init(_ document: htmlDocPtr) {
        var next: UnsafeMutablePointer<xmlNode>? = xmlDocGetRootElement(document)
        let root = next
        var open: [Int] = []
        while let node = next {
            var enters = false
            switch node.pointee.type {
            case XML_ELEMENT_NODE: enters = enter(node, &open)
            case XML_TEXT_NODE: addText(node, open)
            default: break
            }
            if enters, let child = node.pointee.children {
                next = child
                continue
            }
            if enters { close(&open) }
            // The next in document order: the sibling, or that of the nearest ancestor which has one.
            var up: UnsafeMutablePointer<xmlNode>? = node
            while let at = up, at != root, at.pointee.next == nil {
                up = at.pointee.parent
                if up != nil, !open.isEmpty { close(&open) }
            }
            next = up == root ? nil : up?.pointee.next
        }
        while !open.isEmpty { close(&open) }
    }

    // MARK: Building

    /// Whether the element's children are to be visited. `head` is, though it has no text: then nothing opens for
    /// what is in it but metadata.
    private mutating func enter(_ element: UnsafeMutablePointer<xmlNode>, _ open: inout [Int]) -> Bool {
        let name = HTMLPage.name(element)
        readMetadata(element, name)
        let tag = name == "head" ? .inline : HTMLTag(name)
        guard tag != .dropped, attribute(element, "hidden") == nil, attribute(element, "aria-hidden") != "true" else {
            return false
        }
        let parent = open.last
        let index = nodes.count
        nodes.append(
            Node(
                tag: tag, parent: parent, end: index + 1, text: nil, element: element,
                inLink: tag == .link || parent.map { nodes[$0].inLink } ?? false,
                block: tag.endsLine ? index : parent.map { nodes[$0].block } ?? index))
        if tag.endsLine, element.pointee.properties != nil {
            let names = ["class", "id", "role"].compactMap { attribute(element, $0) }.joined(separator: " ")
            let itemprop = attribute(element, "itemprop") ?? ""
            if !names.isEmpty || !itemprop.isEmpty {
                nodes[index].hint = HTMLHint(names: names.lowercased(), itemprop: itemprop.lowercased())
            }
        }
        open.append(index)
        return true
    }

    private mutating func addText(_ node: UnsafeMutablePointer<xmlNode>, _ open: [Int]) {
        guard let parent = open.last, let content = node.pointee.content else { return }
        let text = UnsafeBufferPointer(start: UnsafePointer(content), count: strlen(content))
        nodes.append(
            Node(
                tag: .inline, parent: parent, end: nodes.count + 1, text: text, element: node,
                inLink: nodes[parent].inLink, block: nodes[parent].block))
    }

    private mutating func close(_ open: inout [Int]) {
        if let index = open.popLast() { nodes[index].end = nodes.count }
    }

    private mutating func readMetadata(_ element: UnsafeMutablePointer<xmlNode>, _ name: String) {
        switch name {
        case "meta":
            guard
                let key = attribute(element, "property") ?? attribute(element, "name")
                    ?? attribute(element, "itemprop"),
                let content = attribute(element, "content"), meta.count < 500
            else { return }
            meta.append((key.lowercased(), content))
        case "title" where titleElement.isEmpty:
            if let text = element.pointee.children?.pointee.content { titleElement = String(cString: text) }
        case "html": language = attribute(element, "lang") ?? attribute(element, "xml:lang")
        case "link" where canonical == nil:
            if attribute(element, "rel")?.lowercased() == "canonical" { canonical = attribute(element, "href") }
        case "time" where time == nil: time = attribute(element, "datetime")
        default: break
        }
    }

    // MARK: libxml2

    static func name(_ element: UnsafeMutablePointer<xmlNode>) -> String {
        element.pointee.name.map { String(cString: $0) } ?? ""
    }

    /// An attribute's value; `nil` when it is missing. An attribute without a value has an empty one.
    func attribute(_ element: UnsafeMutablePointer<xmlNode>, _ name: String) -> String? {
        var next = element.pointee.properties
        while let found = next {
            if let key = found.pointee.name,
                name.withCString({
                    strcmp(
                        $0,
                        UnsafeRawPointer(key)
                            .assumingMemoryBound(to: CChar.self))
                }) == 0
            {
                return found.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
            }
            next = found.pointee.next
        }
        return nil
    }
}
