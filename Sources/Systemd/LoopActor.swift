/// The one actor of the daemon: its state and all that is marked `@LoopActor` runs on the event loop's thread.
@globalActor
public actor LoopActor {
    public static let shared = LoopActor()

    public nonisolated let loop = EventLoop()

    public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// Calls `operation` at once from code that is on the loop's thread without the compiler knowing it: the
    /// callbacks of libsystemd. Ends the process when the thread is another.
    public static func assumeIsolated<Result>(_ operation: @LoopActor () throws -> Result) rethrows -> Result {
        typealias Plain = () throws -> Result
        shared.loop.checkIsolated()
        // The cast only forgets the isolation in the closure's type, which has no part in its calling
        // convention; that the isolation holds was checked on the line above. MainActor.assumeIsolated in the
        // standard library does the same.
        return try withoutActuallyEscaping(operation) { try unsafeBitCast($0, to: Plain.self)() }
    }
}
