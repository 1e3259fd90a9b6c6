import Glibc
import NewswatchModel

/// What goes to the user. A reader that has seen enough (`| head`) ends the tool quietly with success.
final class Output {
    enum Style: String {
        case bold = "1"
        case dim = "2"
        case red = "1;31"
        case green = "1;32"
        case yellow = "1;33"
        case cyan = "36"
    }

    let colored: Bool
    let utc: Bool
    private var buffer: [UInt8] = []

    init(colored: Bool, utc: Bool = false) { (self.colored, self.utc) = (colored, utc) }

    deinit { Output.write(1, buffer) }

    func line(_ text: String = "") {
        buffer.append(contentsOf: text.utf8)
        buffer.append(0x0A)
        if buffer.count > 1 << 16 { flush() }
    }

    func flush() {
        Output.write(1, buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    func paint(_ text: String, _ style: Style) -> String {
        colored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Rows with their columns below each other; the last column is not padded.
    func table(_ rows: [[String]]) {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        for row in rows {
            var text = ""
            for (column, cell) in row.enumerated() {
                text += cell
                if column < row.count - 1 { text += String(repeating: " ", count: widths[column] - cell.count + 2) }
            }
            line(text)
        }
    }

    /// `2026-11-24 08:15:30` in local time with the offset, or UTC with `Z`.
    func time(_ moment: Timestamp) -> String {
        var seconds = time_t(moment.milliseconds / 1000)
        var parts = tm()
        if utc { gmtime_r(&seconds, &parts) } else { localtime_r(&seconds, &parts) }
        var text = [CChar](repeating: 0, count: 40)
        let length = strftime(&text, text.count, utc ? "%Y-%m-%d %H:%M:%SZ" : "%Y-%m-%d %H:%M:%S%z", &parts)
        return String(decoding: text[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// To standard error, after the program's name.
    static func complain(_ text: String, prefix: String = "newswatchctl: ") {
        write(2, Array((prefix + text + "\n").utf8))
    }

    private static func write(_ descriptor: Int32, _ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                let reason = errno
                if reason == EPIPE { exit(0) }
                // Results that cannot be written are no success; there is nowhere else to say that of the complaint.
                guard descriptor == 1 else { return }
                complain("standard output: \(String(cString: strerror(reason)))")
                exit(Failure.Status.internal.rawValue)
            }
            rest = rest.dropFirst(count)
        }
    }
}
