import ArgumentParser
import Glibc
import NewswatchModel

/// A moment as the user gives it: RFC 3339, a date, or so long ago (`90s`, `30m`, `12h`, `7d`, `4w`).
struct Moment: ExpressibleByArgument {
    var time: Timestamp

    static var now: Timestamp {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Timestamp(milliseconds: Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000)
    }

    init?(argument: String) {
        if let time = Timestamp(rfc3339: argument) {
            self.time = time
            return
        }
        let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let unit = argument.last.flatMap({ units[$0] }), let count = Int64(argument.dropLast()),
            (0...1_000_000).contains(count)
        else { return nil }
        time = Moment.now.adding(seconds: -count * unit)
    }
}
