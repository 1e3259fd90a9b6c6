import ControlProtocol
import NewswatchModel

/// What stands behind the tone of mentions, for people.
enum Explanations {
    /// The explained mentions, each with its clause and words; says so where there is nothing to explain.
    static func show(_ mentions: [MentionItem], language: String?, _ output: Output) {
        let explained = mentions.filter { $0.clause != nil || $0.words != nil }
        for mention in explained { show(mention, output) }
        if !mentions.isEmpty, mentions.allSatisfy({ $0.tone == nil }) {
            output.line("  no tone for this language\(language.map { " (\($0))" } ?? "")")
        } else if explained.count < mentions.count {
            let rest = mentions.count - explained.count
            output.line(output.paint("  \(Output.count(rest, "further mention")) not explained", .dim))
        }
    }

    private static func show(_ mention: MentionItem, _ output: Output) {
        let place = "\(mention.field.rawValue) \(mention.start)-\(mention.end)"
        let quoted = mention.quoted == true ? "  in quoted words" : ""
        output.line(
            "  \(output.tone(mention.tone))  \(output.paint(Output.plain(mention.surface), .bold))  (\(place))\(quoted)"
        )
        if let clause = mention.clause { output.line("    \"\(Output.plain(oneLine(clause.text)))\"") }
        let words = (mention.words ?? []).sorted { abs($0.weight) > abs($1.weight) }
        if words.isEmpty {
            output.line(output.paint("    no single word carries it", .dim))
        } else {
            output.line("    " + words.map { word($0, output) }.joined(separator: " · "))
        }
    }

    /// `sanctions −0.31 (412-421)`; a word of the user's is marked.
    private static func word(_ word: EvidenceItem, _ output: Output) -> String {
        let weight = output.paint(Output.signed(word.weight), output.style(word.weight < 0 ? .negative : .positive))
        let mine = word.source == .words ? " yours" : ""
        return "\(Output.plain(oneLine(word.text))) \(weight) (\(word.start)-\(word.end)\(mine))"
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
