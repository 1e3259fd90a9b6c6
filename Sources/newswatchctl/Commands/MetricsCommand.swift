import ArgumentParser
import ControlProtocol
import Glibc

struct MetricsCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case openmetrics, prometheus
    }

    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "All figures for a monitoring system.",
        discussion: """
            OpenMetrics 1.0 is what Prometheus scrapes; --format prometheus is the older text that node_exporter's \
            textfile collector reads.
            """)

    @OptionGroup var options: GlobalOptions
    @Option(help: "openmetrics or prometheus.")
    var format = Format.openmetrics
    @Option(
        help: "Write FILE instead of standard output, whole at once, so that no reader sees half of it.",
        completion: .file())
    var output: String?

    func run() throws {
        let client = try options.connect()
        let items = try client.items(MetricsItem.self, Request(verb: .metrics))
        guard let item = items.first else { throw Failure(.internal, "newswatchd answered without metrics") }
        let text: String =
            if options.json { ControlJSON.encode(item) + "\n" } else if format == .prometheus {
                Self.prometheusText(item.text)
            } else { item.text }
        if let output { return try Self.replace(output, with: text) }
        let out = options.output()
        for line in text.split(separator: "\n") { out.line(String(line)) }
    }

    /// The older format: a counter's TYPE and HELP carry the name of its sample, there is no type info, no unit and no
    /// end (prometheus.io/docs/instrumenting/exposition_formats).
    static func prometheusText(_ text: String) -> String {
        var suffixes: [Substring: String] = [:]
        var out = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("# UNIT ") && line != "# EOF" {
            let words = line.split(separator: " ", maxSplits: 3)
            guard line.hasPrefix("# "), words.count > 3 else {
                out += line + "\n"
                continue
            }
            var rest = String(words[3])
            if words[1] == "TYPE" {
                suffixes[words[2]] = rest == "counter" ? "_total" : rest == "info" ? "_info" : ""
                if rest == "info" { rest = "gauge" }
            }
            out += "# \(words[1]) \(words[2])\(suffixes[words[2]] ?? "") \(rest)\n"
        }
        return out
    }

    /// Beside it, then in its place.
    private static func replace(_ path: String, with text: String) throws {
        let temporary = "\(path).\(getpid())"
        func failed(_ doing: String) -> Failure {
            let reason = String(cString: strerror(errno))
            unlink(temporary)
            return Failure(.internal, "\(path): cannot \(doing): \(reason)")
        }
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failed("write beside it") }
        let octets = Array(text.utf8)
        let written = octets.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        let isWhole = written == octets.count
        guard close(descriptor) == 0, isWhole else { throw failed("write") }
        guard rename(temporary, path) == 0 else { throw failed("replace it") }
    }
}
