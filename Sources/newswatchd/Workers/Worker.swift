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
    private var overran = false
    /// It was told to end, or has ended: nothing more may be given to it, for nobody would answer.
    private var isDoomed: Bool { doomedSince != nil }
    /// CLOCK_MONOTONIC in milliseconds.
    private var doomedSince: Int64?
    private(set) var isReady = false
    private var nextID: UInt64 = 1
    private let scanned: @LoopActor (Double) -> Void
    private let progressed: @LoopActor (Worker) -> Void
    private let ended: @LoopActor (Worker, ChildEnd, String?) -> Void
    private var complaint: String?

    /// - Parameters:
    ///   - scanned: gets the seconds that each file took.
    ///   - progressed: called after a reply.
    ///   - ended: called once, after every file that the worker had got its outcome.
    init(
        executable: String, configuration: ReaderConfiguration, index: Int32,
        scanned: @escaping @LoopActor (Double) -> Void, progressed: @escaping @LoopActor (Worker) -> Void,
        ended: @escaping @LoopActor (Worker, ChildEnd, String?) -> Void
    ) throws(ReaderProcessError) {
        self.scanned = scanned
        let process = try ReaderProcess.spawn(executable: executable)
        (pid, socket, self.progressed, self.ended) = (process.pid, process.socket, progressed, ended)
        _ = fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK)
        source = DescriptorSource(socket, .read) { [weak self] ready in
            guard let self else { return }
            if ready.contains(.write) { flush() }
            if !ready.isDisjoint(with: [.read, .hangUp]) { receive() }
        }
        child = ChildSource(pid) { [weak self] end in self?.finish(end) }
        send(.configure(configuration), descriptor: dup(index))
    }

    var isBusy: Bool { !given.isEmpty }
    var isStuck: Bool { doomedSince.map { monotonicMilliseconds() - $0 > Self.patience } ?? false }
    var currentFile: String? { given.first?.work.fileName }
    /// How many more files it can be given.
    var room: Int { isReady && !isDoomed && !given.contains { $0.work.alone } ? Worker.depth - given.count : 0 }

    func use(index: Int32) { send(.index, descriptor: dup(index)) }

    func give(_ work: Work) {
        if given.isEmpty { headStarted = monotonicMicroseconds() }
        let request = ScanRequest(id: nextID, fileName: work.fileName, format: work.format, overlapAll: work.overlapAll)
        given.append(Given(id: nextID, work: work))
        nextID += 1
        send(.scan(request), descriptor: work.descriptor)
    }

    /// Ends the worker when its file has taken longer than `deadline` milliseconds.
    func check(deadline: Int64) {
        guard isBusy, !overran, monotonicMicroseconds() - headStarted > deadline * 1000 else { return }
        overran = true
        terminate()
    }

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
                // Full: go on when it can be written. Gone: the child's end tells the rest.
                source?.readiness = errno == EAGAIN ? [.read, .write] : []
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
                // The end of the stream comes again and again until the child's end is told.
                if count == 0 { source?.readiness = [] }
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
        case .ready: isReady = true
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
            entry.work.finish(position > 0 ? .notTried : overran ? .overran : .crashed(end))
        }
        ended(self, end, complaint)
    }
}
