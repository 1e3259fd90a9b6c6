import CLinux
import Glibc
import WatchlistFiles

/// Shows how far an import is, and ends it when the user wants that.
///
/// A signal that would end the program waits until the import looks for it: then the temporary files go first.
final class ImportWatch {
    struct Interrupted: Error {}

    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    private let total: Int?
    private let isShown = isatty(2) == 1
    private let start = ImportWatch.now()
    private var lastShown = 0
    private var isBlocking = true

    init(total: Int?) {
        self.total = total
        Self.block(SIG_BLOCK)
    }

    deinit { end() }

    /// To be called often. Throws `Interrupted` when a signal waits.
    func tick(_ progress: ImportProgress) throws {
        var waiting = sigset_t()
        sigpending(&waiting)
        if Self.signals.contains(where: { sigismember(&waiting, $0) == 1 }) { throw Interrupted() }
        guard isShown else { return }
        let now = Self.now()
        guard now - lastShown >= 200 else { return }
        lastShown = now
        Self.write("\r\u{1B}[K" + line(progress, now))
    }

    /// Takes the bar away, and lets signals through: one that waits ends the program here.
    func end() {
        guard isBlocking else { return }
        isBlocking = false
        clear()
        Self.block(SIG_UNBLOCK)
    }

    /// Ends the program by the signal that waits, as it would have ended without an import.
    func endBySignal() -> Never {
        clear()
        Output.complain("interrupted; the list is as it was")
        end()
        exit(128 + SIGINT)
    }

    private func clear() {
        if lastShown > 0 { Self.write("\r\u{1B}[K") }
        lastShown = 0
    }

    private func line(_ progress: ImportProgress, _ now: Int) -> String {
        let rate = progress.names * 1000 / max(1, now - start)
        if progress.isRead { return "\(progress.names) names; writing the list" }
        guard let total, total > 0 else {
            return "\(progress.octets >> 20) MiB  \(progress.names) names  \(rate) names/s"
        }
        let share = min(100, progress.octets * 100 / total)
        let bar = String(repeating: "#", count: share / 5) + String(repeating: "-", count: 20 - share / 5)
        return "[\(bar)] \(share) %  \(progress.octets >> 20) of \(total >> 20) MiB  \(rate) names/s"
    }

    private static func write(_ text: String) {
        let octets = Array(text.utf8)
        _ = octets.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
    }

    private static func block(_ how: Int32) {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        pthread_sigmask(how, &set, nil)
    }

    /// Milliseconds of a clock that nobody sets.
    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
