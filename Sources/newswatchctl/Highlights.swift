import ControlProtocol
import NewswatchModel

/// A title or text with its mentions marked: `«name»` and the sign of the tone, and colour where there is some.
struct Highlights {
    let mentions: [MentionItem]

    /// The lines of `text`, those without a mention left out unless `whole`; a gap is shown as `…`.
    func lines(of text: String, in field: TextField, whole: Bool, _ output: Output) -> [String] {
        let octets = Array(text.utf8)
        let found = mentions.filter { $0.field == field && $0.start < $0.end && $0.end <= octets.count }
            .sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
        var out: [String] = []
        var start = 0
        var gap = false
        for line in octets.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let end = start + line.count
            let here = found.filter { $0.start >= start && $0.start < end }
            if here.isEmpty && !whole {
                gap = true
            } else {
                if gap && !out.isEmpty { out.append("…") }
                gap = false
                out.append(marked(octets, start, end, here, output))
            }
            start = end + 1
        }
        return out
    }

    private func marked(_ octets: [UInt8], _ start: Int, _ end: Int, _ found: [MentionItem], _ output: Output) -> String
    {
        var text = ""
        var place = start
        for mention in found where mention.start >= place {
            text += Output.plain(String(decoding: octets[place..<mention.start], as: UTF8.self))
            let surface = Output.plain(String(decoding: octets[mention.start..<mention.end], as: UTF8.self))
            let sign =
                switch mention.tone?.label {
                case .negative: "−"
                case .positive: "+"
                case .neutral, nil: ""
                }
            text += output.paint("«\(surface)»\(sign)", output.style(mention.tone?.label))
            place = mention.end
        }
        if place < end { text += Output.plain(String(decoding: octets[place..<end], as: UTF8.self)) }
        return text
    }
}
