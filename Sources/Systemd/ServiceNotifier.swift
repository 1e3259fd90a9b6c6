import CSystemd
import Glibc

/// What the daemon tells its service manager; each call is silent where there is none (no NOTIFY_SOCKET).
public enum ServiceNotifier {
    /// Start-up, or a reload, is over.
    public static func ready(status: String) { send("READY=1\nSTATUS=\(oneLine(status))") }

    /// The start takes longer than usual: at most so many seconds from now, for which the manager is to wait.
    public static func starting(status: String, seconds: Int) {
        send("EXTEND_TIMEOUT_USEC=\(seconds * 1_000_000)\nSTATUS=\(oneLine(status))")
    }

    /// Configuration is being read again; `ready` must follow.
    public static func reloading() {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        send("RELOADING=1\nMONOTONIC_USEC=\(now.tv_sec * 1_000_000 + now.tv_nsec / 1000)")
    }

    public static func stopping(status: String) { send("STOPPING=1\nSTATUS=\(oneLine(status))") }

    /// The line that `systemctl status` shows.
    public static func status(_ text: String) { send("STATUS=\(oneLine(text))") }

    /// Proof of progress; without it for WatchdogSec= the manager restarts the service.
    public static func watchdog() { send("WATCHDOG=1") }

    /// How often, in milliseconds, `watchdog` is due: half of what the manager asked for; `nil` when it did not.
    public static var watchdogInterval: Int? {
        var microseconds: UInt64 = 0
        guard sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
        return max(1, Int(microseconds / 2000))
    }

    private static func send(_ state: String) { sd_notify(0, state) }

    /// A line break would start another assignment.
    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }
}
