import ArgumentParser
import Glibc
import NewswatchModel

/// A moment as the user gives it, after journalctl's ways: RFC 3339 with its offset; a date, or a date and a time, of
/// this machine's time zone; `now`, `today`, `yesterday`; or so long ago (`90s`, `30m`, `12h`, `7d`, `4w`).
struct Moment: ExpressibleByArgument {
    static let forms = "RFC 3339, a local date or time, today, or 90s, 30m, 12h, 7d ago."

    var time: Timestamp

    static var now: Timestamp {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Timestamp(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
    }

    init?(argument: String) {
        if argument == "now" {
            time = Moment.now
            return
        }
        if let time = Moment.local(argument) ?? Timestamp(rfc3339: argument) {
            self.time = time
            return
        }
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let unit = argument.last.flatMap({ units[$0] }), let count = Int64(argument.dropLast()),
            (0...1_000_000).contains(count)
        else { return nil }
        time = Moment.now.adding(seconds: -count * unit)
    }

    /// A day's begin, or a date and time without an offset, as the clock on the wall has it.
    private static func local(_ text: String) -> Timestamp? {
        var seconds = time_t(now.milliseconds / 1000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        switch text {
        case "today", "yesterday":
            (parts.tm_hour, parts.tm_min, parts.tm_sec) = (0, 0, 0)
            if text == "yesterday" { parts.tm_mday -= 1 }
        default:
            // The date and, where there is one, the time are checked by the one who reads RFC 3339.
            let isDate = text.utf8.count == 10
            guard isDate || text.dropFirst(10).allSatisfy({ $0 != "Z" && $0 != "z" && $0 != "+" && $0 != "-" }),
                let asUTC = Timestamp(rfc3339: isDate ? text : text + "Z")
            else { return nil }
            var civil = time_t(asUTC.milliseconds / 1000)
            gmtime_r(&civil, &parts)
        }
        // Whether it was summer then, mktime finds out.
        parts.tm_isdst = -1
        return Timestamp(milliseconds: Int64(mktime(&parts)) * 1000)
    }
}
