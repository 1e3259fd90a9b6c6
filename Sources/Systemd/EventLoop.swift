import CSystemd
import Glibc
import Synchronization

/// libsystemd's event loop as a Swift executor: one thread runs descriptors, timers, signals, child
/// processes and every job of `LoopActor`.
///
/// Jobs may come from any thread; they wait in a list until the loop, woken through an eventfd, runs them
/// in order. Everything else is called on the loop's thread only.
public final class EventLoop: SerialExecutor {
    /// What came in from other threads, and whether the eventfd has been written for it.
    private let pending = Mutex<[UnownedJob]>([])
    /// The thread inside `run`, 0 before: written once by that thread, read by any.
    private let thread = Atomic<UInt>(0)
    private let wakeDescriptor: Int32
    /// `sd_event *`. libsystemd wants it used by one thread; the class hands it out on the loop's thread only.
    private let address: UInt

    /// Panics only when the kernel gives no descriptor for an empty process, where nothing could run anyway.
    public init() {
        var event: OpaquePointer?
        let code = sd_event_new(&event)
        precondition(code >= 0, "sd_event_new: \(String(cString: strerror(-code)))")
        address = UInt(bitPattern: event)
        wakeDescriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        precondition(wakeDescriptor >= 0, "eventfd: \(String(cString: strerror(errno)))")
    }

    /// The `sd_event *` for adding sources; only to be used on the loop's thread.
    var handle: OpaquePointer { OpaquePointer(bitPattern: address)! }

    /// Makes the calling thread the loop's thread, runs `start` on it and then events until `stop`.
    /// Returns the code given to `stop`, or a negative errno when the loop itself failed.
    public func run(_ start: @LoopActor () -> Void) -> Int32 {
        thread.store(UInt(pthread_self()), ordering: .sequentiallyConsistent)
        sd_event_add_io(
            handle, nil, wakeDescriptor, EPOLLIN.rawValue,
            { _, descriptor, _, loop in
                var count: UInt64 = 0
                _ = read(descriptor, &count, 8)
                Unmanaged<EventLoop>.fromOpaque(loop!).takeUnretainedValue().runPending()
                return 0
            }, Unmanaged.passUnretained(self).toOpaque())
        LoopActor.assumeIsolated(start)
        return sd_event_loop(handle)
    }

    /// Makes `run` return `code` after the current event. On the loop's thread only.
    public func stop(code: Int32) {
        precondition(isOnLoopThread)
        sd_event_exit(handle, code)
    }

    // MARK: SerialExecutor

    public func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        let wasEmpty = pending.withLock { jobs in
            jobs.append(unowned)
            return jobs.count == 1
        }
        if wasEmpty {
            var one: UInt64 = 1
            _ = write(wakeDescriptor, &one, 8)
        }
    }

    public func checkIsolated() {
        precondition(isOnLoopThread, "not on the event loop's thread")
    }

    public func isIsolatingCurrentContext() -> Bool? { isOnLoopThread }

    var isOnLoopThread: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    /// Runs the jobs that were waiting at the call; those that they add wait for the next turn, so that
    /// descriptors get theirs in between.
    private func runPending() {
        let jobs = pending.withLock { jobs in
            defer { jobs = [] }
            return jobs
        }
        for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
}
