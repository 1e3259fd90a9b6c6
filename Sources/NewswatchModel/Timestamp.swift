/// A moment: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Timestamp: Hashable, Sendable, Comparable {
    public var milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }

    /// The moment `seconds` later (earlier when negative).
    public func adding(seconds: Int64) -> Timestamp { Timestamp(milliseconds: milliseconds + seconds * 1000) }

    /// UTC as RFC 3339 with milliseconds, `2026-11-24T08:15:30.250Z`.
    public var rfc3339: String {
        let (days, inDay) = milliseconds.flooredDivision(by: 86_400_000)
        let date = CivilDate(daysSinceEpoch: days)
        let seconds = inDay / 1000
        return "\(date)T\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
            + ".\(padded(inDay % 1000, 3))Z"
    }

    /// Reads RFC 3339: a date (midnight UTC), or a date, `T` or a space, a time with optional seconds and
    /// fraction, and `Z` or an offset. `nil` for anything else; an offset is required with a time.
    public init?(rfc3339 text: String) {
        var rest = Substring(text)
        guard let date = CivilDate(prefixOf: &rest) else { return nil }
        var total = date.daysSinceEpoch * 86_400_000
        if !rest.isEmpty {
            guard let separator = rest.popFirst(), separator == "T" || separator == "t" || separator == " ",
                let hour = digits(2, &rest), hour < 24, rest.popFirst() == ":",
                let minute = digits(2, &rest), minute < 60
            else { return nil }
            total += (hour * 60 + minute) * 60_000
            if rest.first == ":" {
                rest.removeFirst()
                guard let second = digits(2, &rest), second <= 60 else { return nil }
                total += second * 1000
                if rest.first == "." {
                    rest.removeFirst()
                    let fraction = rest.prefix(while: { $0.isASCII && $0.isNumber })
                    guard !fraction.isEmpty else { return nil }
                    rest.removeFirst(fraction.count)
                    total += Int64(fraction.prefix(3).padding(3)) ?? 0
                }
            }
            guard let offset = zoneOffsetMinutes(&rest), rest.isEmpty else { return nil }
            total -= offset * 60_000
        }
        milliseconds = total
    }
}

extension Timestamp: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let value = Timestamp(rfc3339: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\(text) is not RFC 3339"))
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rfc3339)
    }
}

/// A day of the proleptic Gregorian calendar.
public struct CivilDate: Hashable, Sendable, CustomStringConvertible {
    public let year: Int64
    public let month: Int64
    public let day: Int64

    /// `nil` unless the day exists.
    public init?(year: Int64, month: Int64, day: Int64) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...CivilDate.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The inverse of `daysSinceEpoch`; the algorithm is Howard Hinnant's `civil_from_days`.
    public init(daysSinceEpoch: Int64) {
        let shifted = daysSinceEpoch + 719_468
        let (era, dayOfEra) = shifted.flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01, negative before; Howard Hinnant's `days_from_civil`.
    public var daysSinceEpoch: Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = shiftedYear.flooredDivision(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// `2026-11-24`.
    public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    init?(prefixOf text: inout Substring) {
        guard let year = digits(4, &text), text.popFirst() == "-", let month = digits(2, &text),
            text.popFirst() == "-", let day = digits(2, &text)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func length(ofMonth month: Int64, year: Int64) -> Int64 {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

private func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private func digits(_ count: Int, _ text: inout Substring) -> Int64? {
    let found = text.prefix(count)
    guard found.count == count, found.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    text.removeFirst(count)
    return Int64(found)
}

private func zoneOffsetMinutes(_ text: inout Substring) -> Int64? {
    guard let sign = text.popFirst() else { return nil }
    if sign == "Z" || sign == "z" { return 0 }
    guard sign == "+" || sign == "-", let hours = digits(2, &text), hours < 24 else { return nil }
    if text.first == ":" { text.removeFirst() }
    guard let minutes = digits(2, &text), minutes < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
}

extension Substring {
    fileprivate func padding(_ width: Int) -> String {
        String(self) + String(repeating: "0", count: Swift.max(0, width - count))
    }
}

extension Int64 {
    fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
