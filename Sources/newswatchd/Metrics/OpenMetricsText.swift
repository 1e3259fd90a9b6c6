/// Writes metric families in OpenMetrics 1.0, the text that Prometheus and its kin read
/// (prometheus.io/docs/specs/om/open_metrics_spec).
struct OpenMetricsText {
    enum Kind: String {
        case counter, gauge, histogram, info
    }

    private(set) var text = ""

    /// One family with one sample for each element of `samples`.
    mutating func family(
        _ name: String, _ kind: Kind, unit: String? = nil, help: String,
        _ samples: [(labels: [(String, String)], value: Double)]
    ) {
        head(name, kind, unit: unit, help: help)
        let suffix =
            switch kind {
            case .counter: "_total"
            case .info: "_info"
            case .gauge, .histogram: ""
            }
        for sample in samples { line(name + suffix, sample.labels, sample.value) }
    }

    /// One family with one sample and no labels.
    mutating func family(_ name: String, _ kind: Kind, unit: String? = nil, help: String, _ value: Double) {
        family(name, kind, unit: unit, help: help, [(labels: [], value: value)])
    }

    mutating func histogram(_ name: String, unit: String, help: String, _ histogram: Histogram) {
        head(name, .histogram, unit: unit, help: help)
        for (bound, count) in histogram.cumulative {
            line(name + "_bucket", [("le", bound.map { Self.number($0) } ?? "+Inf")], Double(count))
        }
        line(name + "_count", [], Double(histogram.count))
        line(name + "_sum", [], histogram.sum)
    }

    /// The whole, closed.
    var finished: String { text + "# EOF\n" }

    private mutating func head(_ name: String, _ kind: Kind, unit: String?, help: String) {
        text += "# TYPE \(name) \(kind.rawValue)\n"
        if let unit { text += "# UNIT \(name) \(unit)\n" }
        text += "# HELP \(name) \(Self.escaped(help))\n"
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: Double) {
        let list = labels.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
        text += "\(name)\(list.isEmpty ? "" : "{\(list)}") \(Self.number(value))\n"
    }

    /// Whole numbers without a fraction.
    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
    }

    private static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "\\": out += "\\\\"
            case "\"": out += "\\\""
            case "\n", "\r\n": out += "\\n"
            default: out.append(character)
            }
        }
        return out
    }
}

/// How often a duration fell into each of some ranges, since the start.
struct Histogram {
    /// Upper bounds in seconds, inclusive: from a page of text (a tenth of a millisecond) to the workers' deadline.
    static let bounds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

    private var counts = [Int](repeating: 0, count: bounds.count + 1)
    private(set) var count = 0
    /// Seconds.
    private(set) var sum = 0.0

    mutating func add(seconds: Double) {
        counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
        count += 1
        sum += seconds
    }

    /// For each bound how many were at most that, the last without a bound.
    var cumulative: [(bound: Double?, count: Int)] {
        var total = 0
        return counts.enumerated().map { place, count in
            total += count
            return (place < Self.bounds.count ? Self.bounds[place] : nil, total)
        }
    }
}
