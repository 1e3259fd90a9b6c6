/// Quantities that people write with a unit.
extension TableReader {
    /// Octets in `range`, written as a whole number of octets or as `"16 MiB"`
    /// (B, KiB, MiB, GiB; decimal kB, MB, GB).
    public mutating func size(_ key: String, in range: ClosedRange<Int>) -> Int? {
        quantity(
            key, in: range,
            units: [
                "b": 1, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
                "kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000,
            ], cure: "give \(sizeText(range.lowerBound)) to \(sizeText(range.upperBound)), as in \"16 MiB\"")
    }

    /// Seconds in `range`, written as a whole number of seconds or as `"90s"`, `"15m"`, `"6h"`, `"1d"`.
    public mutating func seconds(_ key: String, in range: ClosedRange<Int>) -> Int? {
        quantity(
            key, in: range, units: ["s": 1, "m": 60, "h": 3600, "d": 86_400],
            cure: "give \(range.lowerBound) to \(range.upperBound) seconds, or as in \"15m\", \"6h\", \"1d\"")
    }

    private mutating func quantity(
        _ key: String, in range: ClosedRange<Int>, units: [String: Int], cure: String
    ) -> Int? {
        guard let value = value(key) else { return nil }
        var found: Int?
        switch value.content {
        case .integer(let number): found = number
        case .string(let text):
            let digits = text.prefix { $0.isASCII && $0.isNumber }
            let unit = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
            if let number = Int(digits), let factor = units[unit] {
                let (product, overflow) = number.multipliedReportingOverflow(by: factor)
                found = overflow ? .max : product
            }
        default:
            reject(value, key: key, "\(key) is \(value.kind)", cure: cure)
            return nil
        }
        guard let found else {
            reject(value, key: key, "\(key) has no number with a known unit", cure: cure)
            return nil
        }
        guard range.contains(found) else {
            reject(value, key: key, "\(key) is out of range", cure: cure)
            return nil
        }
        return found
    }

    private func sizeText(_ octets: Int) -> String {
        for (unit, name) in [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
        where octets >= unit && octets % unit == 0 {
            return "\(octets / unit) \(name)"
        }
        return "\(octets) B"
    }
}
