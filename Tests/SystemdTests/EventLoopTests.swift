import Glibc
import Synchronization
import Systemd
import Testing

/// The loop is one for the process and runs once, so one test drives all its parts.
@Suite struct EventLoopTests {
    @LoopActor
    private final class Probe {
        var events: [String] = []
        var sources: [EventSource] = []
        var threads: Set<UInt> = []

        func note(_ event: String) {
            events.append(event)
            threads.insert(UInt(pthread_self()))
        }
    }

    @Test func jobsTimersAndDescriptorsRunOnTheOneThread() async throws {
        let probe = Task { @LoopActor in Probe() }
        let result = Mutex<[String]>([])
        let finished = Mutex<Int32?>(nil)
        // A thread of its own for the loop, as a daemon's main thread would be.
        let code = await withCheckedContinuation { continuation in
            let body = LoopBody(probe: probe) { events in result.withLock { $0 = events } }
            var thread = pthread_t()
            let context = Unmanaged.passRetained(Box { continuation.resume(returning: body.run()) })
            pthread_create(
                &thread, nil,
                { argument in
                    Unmanaged<Box>.fromOpaque(argument!).takeRetainedValue().run()
                    return nil
                }, context.toOpaque())
            pthread_detach(thread)
        }
        finished.withLock { $0 = code }
        #expect(finished.withLock { $0 } == 7)
        let events = result.withLock { $0 }
        #expect(events.contains("job from another thread"))
        #expect(events.contains("descriptor x"))
        #expect(events.contains("timer 3"))
        #expect(!events.contains("cancelled"))
        #expect(events.last == "one thread: true")
    }

    private final class Box: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private struct LoopBody: Sendable {
        let probe: Task<Probe, Never>
        let report: @Sendable ([String]) -> Void

        func run() -> Int32 {
            LoopActor.shared.loop.run {
                Task { @LoopActor in
                    let probe = await probe.value
                    var pair: [Int32] = [0, 0]
                    pipe(&pair)
                    let (input, output) = (pair[0], pair[1])
                    probe.sources.append(
                        DescriptorSource(input, .read) { _ in
                            var byte: UInt8 = 0
                            read(input, &byte, 1)
                            probe.note("descriptor \(Character(UnicodeScalar(byte)))")
                        })
                    let never = TimerSource(milliseconds: 1) { probe.note("cancelled") }
                    never.cancel()
                    var count = 0
                    probe.sources.append(
                        TimerSource(milliseconds: 5, repeats: true) {
                            count += 1
                            probe.note("timer \(count)")
                            // The job and the octet come when another thread gets its turn.
                            if count >= 3, probe.events.contains("descriptor x") {
                                probe.note("one thread: \(probe.threads.count == 1)")
                                report(probe.events)
                                LoopActor.shared.loop.stop(code: 7)
                            }
                        })
                    await Task.detached {
                        await Task { @LoopActor in probe.note("job from another thread") }.value
                        var x = UInt8(ascii: "x")
                        write(output, &x, 1)
                    }.value
                }
            }
        }
    }
}
