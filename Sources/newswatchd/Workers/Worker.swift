import CLinux
import Glibc
import NewswatchModel
import ReaderProtocol
import Systemd

/// One `newswatch-reader` process: its socket, what it has been given, and its end.
@LoopActor
final class Worker {
    /// Files that a worker may have at once: one in work, the others waiting in its socket, so that it does not idle
    /// while the loop is at other things for a millisecond or two. The worker may have 64 descriptors.
    static let depth = 16
    /// No reply is larger; what claims to be comes from a worker gone wrong. A file of 16 MiB in a one-octet
    /// charset triples in UTF-8, and mentions come on top.
    static let replyLimit = 128 << 20

    /// Milliseconds that a process has to end after SIGKILL before it counts as stuck.
    private static let patience = 10_000

    private struct Given {
        let id: UInt64
        let work: Work
    }

    private struct Outgoing {
        var bytes: ArraySlice<UInt8>
        var descriptor: Int32?
    }

    let pid: pid_t
    private let socket: Int32
    private var input = FrameBuffer(limit: Worker.replyLimit)
    private var output: [Outgoing] = []
    private var source: DescriptorSource?
    private var child: ChildSource?
    private var given: [Given] = []
    /// CLOCK_MONOTONIC in microseconds.
    private var headStarted: Int64 = 0
    /// The file over which it was ended.
    private var overrun: UInt64?
    private let startedAt = monotonicMilliseconds()
    /// It was told to end, or has ended: nothing more may be given to it, for nobody would answer.
    private var isDoomed: Bool { doomedSince != nil }
    /// CLOCK_MONOTONIC in milliseconds.
    private var doomedSince: Int64?
    private(set) var isReady = false
    private var nextID: UInt64 = 1
    private let scanned: @LoopActor (Double) -> Void
    private let became: @LoopActor (ReaderReady) -> Void
    private let progressed: @LoopActor (Worker) -> Void
    private let ended: @LoopActor (Worker, ChildEnd, String?) -> Void
    private var complaint: String?

    /// - Parameters:
    ///   - scanned: gets the seconds that each file took.
    ///   - became: called once, when the worker is ready.
    ///   - progressed: called after a reply.
    ///   - ended: called once, after every file that the worker had got its outcome.
    init(
        executable: String, configuration: ReaderConfiguration, index: Int32,
        scanned: @escaping @LoopActor (Double) -> Void, became: @escaping @LoopActor (ReaderReady) -> Void,
        progressed: @escaping @LoopActor (Worker) -> Void,
        ended: @escaping @LoopActor (Worker, ChildEnd, String?) -> Void
    ) throws(ReaderProcessError) {
        (self.scanned, self.became) = (scanned, became)
        let ownIndex = dup(index)
        guard ownIndex >= 0 else { throw .cannotStart(executable: executable, errno: errno) }
        let process = try ReaderProcess.spawn(executable: executable)
        (pid, socket, self.progressed, self.ended) = (process.pid, process.socket, progressed, ended)
        _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
        source = DescriptorSource(socket, .read) { [weak self] ready in
            guard let self else { return }
            if ready.contains(.write) { flush() }
            if !ready.isDisjoint(with: [.read, .hangUp]) { receive() }
        }
        child = ChildSource(pid) { [weak self] end in self?.finish(end) }
        send(.configure(configuration), descriptor: ownIndex)
    }

    var isBusy: Bool { !given.isEmpty }
    var isStuck: Bool { doomedSince.map { monotonicMilliseconds() - $0 > Self.patience } ?? false }
    var currentFile: String? { given.first?.work.fileName }
    /// How many more files it can be given.
    var room: Int { isReady && !isDoomed && !given.contains { $0.work.alone } ? Worker.depth - given.count : 0 }

    func use(index: Int32, words: ToneWordLists) {
        let descriptor = dup(index)
        // One that keeps an old watchlist is of no use; another takes its place.
        if descriptor >= 0 { send(.index(words), descriptor: descriptor) } else { terminate() }
    }

    func give(_ work: Work) {
        if given.isEmpty { headStarted = monotonicMicroseconds() }
        if let trial = work.trial { send(.trial(trial.words), descriptor: trial.index) }
        let request = ScanRequest(
            id: nextID, fileName: work.fileName, format: work.format, overlapAll: work.overlapAll,
            explained: work.explained)
        given.append(Given(id: nextID, work: work))
        nextID += 1
        send(.scan(request), descriptor: work.descriptor)
    }

    /// Ends the worker when its file has taken longer than `deadline` milliseconds, or when it does not come to its
    /// first file.
    func check(deadline: Int64) {
        guard isReady else {
            if monotonicMilliseconds() - startedAt > Self.patience { terminate() }
            return
        }
        func isLate() -> Bool { isBusy && !isDoomed && monotonicMicroseconds() - headStarted > deadline * 1000 }
        guard isLate() else { return }
        // Its answer may be here already.
        receive()
        guard isLate(), let head = given.first else { return }
        overrun = head.id
        terminate()
    }

    /// The loop stood still: that time is not the file's.
    func forgiveStall() { headStarted = monotonicMicroseconds() }

    /// Ends the worker; its files get their outcome when it is gone.
    func terminate() {
        doomedSince = doomedSince ?? monotonicMilliseconds()
        kill(pid, SIGKILL)
    }

    private func send(_ request: ReaderRequest, descriptor: Int32) {
        output.append(Outgoing(bytes: request.encoded()[...], descriptor: descriptor))
        if output.count == 1 { flush() }
    }

    private func flush() {
        while let first = output.first {
            let sent = first.bytes.withUnsafeBytes { bytes in
                if var descriptor = first.descriptor {
                    nw_send(socket, bytes.baseAddress, bytes.count, &descriptor, 1)
                } else {
                    nw_send(socket, bytes.baseAddress, bytes.count, nil, 0)
                }
            }
            if sent < 0 {
                if errno == EINTR { continue }
                // Full: go on when it can be written. Anything else is its end.
                if errno == EAGAIN { source?.readiness = [.read, .write] } else { terminate() }
                return
            }
            if let descriptor = first.descriptor { close(descriptor) }
            if sent == first.bytes.count {
                output.removeFirst()
            } else {
                output[0] = Outgoing(bytes: first.bytes.dropFirst(sent), descriptor: nil)
            }
        }
        source?.readiness = .read
    }

    private func receive() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                if count == 0 {
                    // It would be told again and again until the child's end is.
                    source?.cancel()
                    source = nil
                    terminate()
                }
                return
            }
            buffer.withUnsafeBytes { input.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            do throws(FrameError) {
                while let payload = try input.next() { try handle(ReaderReply(payload: payload)) }
            } catch {
                complaint = "\(error)"
                terminate()
                return
            }
        }
    }

    private func handle(_ reply: ReaderReply) throws(FrameError) {
        switch reply {
        case .ready(let told):
            isReady = true
            became(told)
        case .judged:
            complaint = "answered what nobody asked"
            terminate()
            return
        case .failed(let reason):
            complaint = reason
            terminate()
        case .scanned(let id, let result):
            guard let first = given.first, first.id == id else {
                complaint = "answered for a file that it does not have"
                terminate()
                return
            }
            given.removeFirst()
            let now = monotonicMicroseconds()
            scanned(Double(now - headStarted) / 1_000_000)
            headStarted = now
            first.work.finish(.scanned(result))
        }
        progressed(self)
    }

    private func finish(_ end: ChildEnd) {
        // The outcomes told below make the pipeline hand out what waits, and that must not come here.
        doomedSince = doomedSince ?? monotonicMilliseconds()
        receive()
        source?.cancel()
        child?.cancel()
        close(socket)
        for frame in output { if let descriptor = frame.descriptor { close(descriptor) } }
        output = []
        let left = given
        given = []
        for (position, entry) in left.enumerated() {
            let outcome: WorkOutcome =
                if position > 0 {
                    .notTried
                } else if let overrun {
                    // Ended over a file that it then answered for: this one it had only begun.
                    overrun == entry.id ? .overran : .notTried
                } else {
                    .crashed(end)
                }
            entry.work.finish(outcome)
        }
        ended(self, end, complaint)
    }
}
