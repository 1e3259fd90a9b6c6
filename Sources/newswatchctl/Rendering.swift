import ControlProtocol
import NewswatchModel

/// How values are written for people.
extension Output {
    /// `−0.42 negative`, or `no tone`.
    func tone(_ tone: ToneItem?) -> String {
        guard let tone else { return "no tone" }
        let weak = tone.weak == true ? " (weak model)" : ""
        return paint("\(Output.signed(tone.score)) \(tone.label.rawValue)", style(tone.label)) + weak
    }

    /// `−0.64 [−0.80 −0.48]`: a mean and the ends of its 95 % interval.
    static func interval(_ tone: ToneItem) -> String {
        guard let low = tone.low, let high = tone.high else { return signed(tone.score) }
        return "\(signed(tone.score)) [\(signed(low)) \(signed(high))]"
    }

    func style(_ label: ToneLabel?) -> Style {
        switch label {
        case .negative: .red
        case .positive: .green
        case .neutral, nil: .yellow
        }
    }

    /// Two decimals, always with a sign.
    static func signed(_ value: Double) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        let sign = hundredths == 0 ? "±" : value < 0 ? "−" : "+"
        return "\(sign)\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    /// `40 s`, `12 min`, `5 h`, `3 d`.
    static func duration(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3600) h"
        default: "\(seconds / 86_400) d"
        }
    }

    static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(count) \(count == 1 ? one : many ?? one + "s")"
    }

    /// One alert on a line.
    func alert(_ alert: AlertItem) {
        let severity: Style = alert.severity >= .warning ? .red : .bold
        let title = Output.title(alert.title, file: alert.file)
        line(
            "\(paint(String(alert.id), .cyan))  \(time(alert.raised))  \(paint(alert.severity.rawValue, severity))  "
                + "\(paint(Output.plain(alert.name), .bold))\(Output.id(alert))  \(tone(alert.tone))  \(alert.rule)  \(title)"
        )
    }

    /// The title in quotes, or for an article without one its file's name.
    static func title(_ title: String, file: String) -> String {
        title.isEmpty ? plain(file) : "\"\(plain(title))\""
    }

    /// A `warning` item, to standard error.
    static func warn(_ json: String) throws {
        complain(plain(try ControlJSON.decode(WarningItem.self, from: json).message), prefix: "warning: ")
    }

    /// ` [id]` where the name does not give it away.
    static func id(_ alert: AlertItem) -> String {
        alert.name.lowercased() == alert.entity.rawValue ? "" : " [\(alert.entity)]"
    }

    /// `text` without control characters: an article must not steer the terminal.
    static func plain(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { out.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(out)
    }

    /// C0, DEL and C1, and the marks that turn the direction of writing around.
    private static func isControl(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: scalar != "\t"
        default: false
        }
    }
}
