import CSystemd
import Glibc

/// A registration with the event loop. It is in force until `cancel`, or until the last reference goes.
@LoopActor
public class EventSource {
    fileprivate var source: OpaquePointer?

    fileprivate init() {}

    fileprivate var address: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// Ends the registration; the handler is not called again. Harmless when done twice.
    public func cancel() {
        source = sd_event_source_disable_unref(source)
    }

    isolated deinit {
        sd_event_source_disable_unref(source)
    }
}

/// Calls back when a descriptor can be read or written. The descriptor stays its owner's, who cancels the
/// source before closing it.
public final class DescriptorSource: EventSource {
    /// What a descriptor is ready for.
    public struct Readiness: OptionSet, Sendable {
        public let rawValue: UInt32
        public init(rawValue: UInt32) { self.rawValue = rawValue }
        public static let read = Readiness(rawValue: EPOLLIN.rawValue)
        public static let write = Readiness(rawValue: EPOLLOUT.rawValue)
        /// The other side is gone; told without being asked for.
        public static let hangUp = Readiness(rawValue: EPOLLHUP.rawValue | EPOLLERR.rawValue)
    }

    private let handler: @LoopActor (Readiness) -> Void

    public init(_ descriptor: Int32, _ readiness: Readiness, handler: @escaping @LoopActor (Readiness) -> Void) {
        self.handler = handler
        super.init()
        sd_event_add_io(
            LoopActor.shared.loop.handle, &source, descriptor, readiness.rawValue,
            { _, _, ready, address in
                LoopActor.assumeIsolated {
                    let this = Unmanaged<DescriptorSource>.fromOpaque(address!).takeUnretainedValue()
                    this.handler(Readiness(rawValue: ready))
                }
                return 0
            }, address)
    }

    /// What the source waits for from now on.
    public var readiness: Readiness = .read {
        didSet { if readiness != oldValue { sd_event_source_set_io_events(source, readiness.rawValue) } }
    }
}

/// Calls back after a time, once or again and again, by CLOCK_MONOTONIC.
public final class TimerSource: EventSource {
    private let handler: @LoopActor () -> Void
    private let interval: UInt64?

    /// - Parameters:
    ///   - milliseconds: until the first call, and between calls when `repeats`.
    ///   - handler: called on the loop.
    public init(milliseconds: Int, repeats: Bool = false, handler: @escaping @LoopActor () -> Void) {
        self.handler = handler
        interval = repeats ? UInt64(milliseconds) * 1000 : nil
        super.init()
        // Accuracy 1 ms: libsystemd's default of 250 ms would let settling and deadlines drift.
        sd_event_add_time_relative(
            LoopActor.shared.loop.handle, &source, CLOCK_MONOTONIC, UInt64(milliseconds) * 1000, 1000,
            { source, _, address in
                LoopActor.assumeIsolated {
                    let this = Unmanaged<TimerSource>.fromOpaque(address!).takeUnretainedValue()
                    if let interval = this.interval {
                        sd_event_source_set_time_relative(this.source, interval)
                        sd_event_source_set_enabled(this.source, Int32(SD_EVENT_ONESHOT))
                    }
                    this.handler()
                }
                return 0
            }, address)
    }
}

/// Calls back for a signal, which must be blocked in all threads.
public final class SignalSource: EventSource {
    private let handler: @LoopActor () -> Void

    public init(_ signal: Int32, handler: @escaping @LoopActor () -> Void) {
        self.handler = handler
        super.init()
        sd_event_add_signal(
            LoopActor.shared.loop.handle, &source, signal,
            { _, _, address in
                LoopActor.assumeIsolated {
                    Unmanaged<SignalSource>.fromOpaque(address!).takeUnretainedValue().handler()
                }
                return 0
            }, address)
    }

    /// Blocks `signals` in the calling thread and those it starts from now on. Call it before any thread.
    public nonisolated static func block(_ signals: [Int32]) {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }
}

/// How a child process ended.
public enum ChildEnd: Hashable, Sendable, CustomStringConvertible {
    case exited(status: Int32)
    case killed(signal: Int32)

    public var description: String {
        switch self {
        case .exited(let status): "exit status \(status)"
        case .killed(let signal): "signal \(signal) (\(String(cString: strsignal(signal))))"
        }
    }
}

/// Calls back once when a child process has ended, and reaps it. SIGCHLD must be blocked.
public final class ChildSource: EventSource {
    private let handler: @LoopActor (ChildEnd) -> Void

    public init(_ pid: pid_t, handler: @escaping @LoopActor (ChildEnd) -> Void) {
        self.handler = handler
        super.init()
        sd_event_add_child(
            LoopActor.shared.loop.handle, &source, pid, WEXITED,
            { _, info, address in
                let status = info!.pointee._sifields._sigchld.si_status
                let end: ChildEnd =
                    info!.pointee.si_code == CLD_EXITED ? .exited(status: status) : .killed(signal: status)
                LoopActor.assumeIsolated {
                    Unmanaged<ChildSource>.fromOpaque(address!).takeUnretainedValue().handler(end)
                }
                return 0
            }, address)
    }
}
