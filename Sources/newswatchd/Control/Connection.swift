import CLinux
import ControlProtocol
import Glibc
import NewswatchModel
import Systemd

/// One client: its octets in, its answers out, in the order of its requests.
@LoopActor
final class Connection {
    /// What a subscriber asked to be pushed.
    struct Subscription: Sendable {
        var entity: EntityID?
        var rule: String?
        /// The last alert that was pushed, or passed over by the filter.
        var sequence: Int64
        /// Alerts up to here are still being replayed from the archive.
        var isReplaying = true

        func wants(_ alert: Alert) -> Bool {
            (entity == nil || entity == alert.entity) && (rule == nil || rule == alert.rule)
        }
    }

    let peer: PeerIdentity
    private let socket: Int32
    private var parser: RequestParser
    private var source: DescriptorSource?
    private var output: [UInt8] = []
    private var outputHead = 0
    /// Descriptors that came with requests which are not being answered yet, in their order.
    private var descriptors: [Int32] = []
    /// That of the request that is being answered.
    private var ownDescriptor: Int32?
    private var queue: [Result<Request, RequestError>] = []
    private var isAnswering = false
    /// The client sends no more.
    private var inputEnded = false
    /// Requests wait until the client has read some of its answers.
    private var isStalled = false
    private var closesWhenFlushed = false
    private var isClosed = false
    private var waitingForOutput: [CheckedContinuation<Void, Never>] = []
    var subscription: Subscription?
    /// CLOCK_MONOTONIC in milliseconds.
    private let acceptedAt = monotonicMilliseconds()
    private var lastRead = monotonicMilliseconds()
    /// When the client last took octets, or had none to take.
    private var lastSent = monotonicMilliseconds()
    private var lineBegan: Int64?
    private var hasSpoken = false
    private let idleSeconds: Int
    private let handle: @LoopActor (Connection, Request) async -> Void
    private let closed: @LoopActor (Connection) -> Void

    init(
        socket: Int32, peer: PeerIdentity, payloadLimit: Int, idleSeconds: Int,
        handle: @escaping @LoopActor (Connection, Request) async -> Void,
        closed: @escaping @LoopActor (Connection) -> Void
    ) {
        (self.socket, self.peer, self.idleSeconds) = (socket, peer, idleSeconds)
        (self.handle, self.closed) = (handle, closed)
        parser = RequestParser(payloadLimit: payloadLimit, role: peer.role)
        source = DescriptorSource(socket, .read) { [weak self] ready in
            // Held for the whole call: the first step may close the connection, which lets go of it.
            guard let self else { return }
            if ready.contains(.write) { flush() }
            if !ready.isDisjoint(with: [.read, .hangUp]) { receive(hungUp: ready.contains(.hangUp)) }
        }
    }

    /// The descriptor that came with the request that is being answered; the caller closes it.
    func takeDescriptor() -> Int32? {
        defer { ownDescriptor = nil }
        return ownDescriptor
    }

    /// Adds octets to what goes out.
    func send(_ bytes: [UInt8]) {
        guard !isClosed else { return }
        if output.isEmpty { lastSent = monotonicMilliseconds() }
        output.append(contentsOf: bytes)
        // A single answer goes out with the others of the same read.
        if !isDraining { flush() }
    }

    /// Pushes to a subscriber; one that does not read is told where to resume and let go. False when these octets do
    /// not go out.
    func push(_ bytes: [UInt8]) -> Bool {
        guard !isClosed, !closesWhenFlushed else { return false }
        guard outputWaiting == 0 || outputWaiting + bytes.count <= Limits.subscriberOutputOctets else {
            let resume = subscription?.sequence ?? 0
            subscription = nil
            output.append(contentsOf: Response.push(ControlJSON.encode(LaggedItem(resume: resume))))
            closesWhenFlushed = true
            flush()
            return false
        }
        send(bytes)
        return true
    }

    /// Returns when the client has read all that was sent, or is gone.
    func outputRead() async {
        guard !isClosed, outputWaiting > 0 else { return }
        await withCheckedContinuation { waitingForOutput.append($0) }
    }

    private func outputIsRead() {
        let waiting = waitingForOutput
        waitingForOutput = []
        for continuation in waiting { continuation.resume() }
    }

    /// Lets what is written go out, then closes.
    func finish() {
        closesWhenFlushed = true
        flush()
    }

    func close() {
        guard !isClosed else { return }
        isClosed = true
        source?.cancel()
        source = nil
        Glibc.close(socket)
        dropDescriptors()
        queue = []
        // A replay looks here whether anybody is left.
        subscription = nil
        outputIsRead()
        closed(self)
    }

    /// Ends a connection that has been silent, or slow within a request, for too long.
    func checkTimes() {
        let now = monotonicMilliseconds()
        func passed(_ since: Int64, _ seconds: Int) -> Bool { now - since > Int64(seconds) * 1000 }
        if isAnswering || closesWhenFlushed {
            // It asked, and does not take the answer. (A live subscriber has the output limit instead.)
            if outputWaiting > 0, passed(lastSent, Limits.answerSeconds) { close() }
            return
        }
        let reason: String? =
            if !hasSpoken, passed(acceptedAt, Limits.firstByteSeconds) {
                "nothing came in \(Limits.firstByteSeconds) s"
            } else if let lineBegan, passed(lineBegan, Limits.lineSeconds) {
                "the line was not finished in \(Limits.lineSeconds) s"
            } else if parser.isMidPayload, passed(lastRead, Limits.payloadSeconds) {
                "the payload stopped for \(Limits.payloadSeconds) s"
            } else if subscription == nil, passed(lastRead, idleSeconds) {
                "no request came in \(idleSeconds) s"
            } else {
                nil
            }
        if let reason {
            send(Response.error(code: .timeout, message: reason))
            finish()
        }
    }

    // MARK: Octets

    private var isDraining = false

    private func receive(hungUp: Bool) {
        guard !isClosed else { return }
        if inputEnded {
            if hungUp { stopListening() }
            return
        }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var received: [Int32] = [0, 0, 0, 0]
        var count: Int32 = 0
        let length = buffer.withUnsafeMutableBytes {
            nw_receive(socket, $0.baseAddress, $0.count, &received, 4, &count)
        }
        // Before anything else may change it.
        let code = errno
        descriptors.append(contentsOf: received.prefix(Int(count)))
        if descriptors.count > Limits.pendingDescriptors {
            let message = "more than \(Limits.pendingDescriptors) descriptors wait for their requests"
            send(Response.error(code: .limit, message: message))
            dropDescriptors()
            return finish()
        }
        if length < 0, code == EAGAIN || code == EINTR { return }
        guard length >= 0 else { return close() }
        guard length > 0 else {
            // What has come is answered first: a client may have closed its sending side only.
            inputEnded = true
            if hungUp { stopListening() }
            return drain()
        }
        hasSpoken = true
        lastRead = monotonicMilliseconds()
        buffer.withUnsafeBytes { parser.append(UnsafeRawBufferPointer(rebasing: $0[..<length])) }
        drain()
    }

    /// The other side is gone, which would be told again and again.
    private func stopListening() {
        source?.cancel()
        source = nil
    }

    private func dropDescriptors() {
        descriptors.forEach { Glibc.close($0) }
        descriptors = []
        if let ownDescriptor { Glibc.close(ownDescriptor) }
        ownDescriptor = nil
    }

    /// Turns what has come into requests and answers those that can be answered at once.
    private func drain() {
        isDraining = true
        isStalled = false
        repeat {
            parserIsDry = false
            while mayQueue, !parserIsDry {
                if let next = parser.next() { queue.append(next) } else { parserIsDry = true }
            }
            if queue.isEmpty { break }
            work()
            isStalled = !queue.isEmpty || outputWaiting > Limits.subscriberOutputOctets
        } while !isStalled && !isAnswering && !closesWhenFlushed && !isClosed
        let isMidLine = !isStalled && !isAnswering && parser.isMidLine
        lineBegan = isMidLine ? lineBegan ?? monotonicMilliseconds() : nil
        if inputEnded, !isStalled, !isAnswering { closesWhenFlushed = true }
        isDraining = false
        flush()
    }

    /// All that has come is in the queue; only then more is read, so that a client cannot fill the memory.
    private var parserIsDry = true

    private var outputWaiting: Int { output.count - outputHead }

    /// One payload at a time, so that a client holds no more than that.
    private var mayQueue: Bool {
        if case .success(let last)? = queue.last, last.payload != nil { return false }
        return queue.count < Limits.pendingRequests
    }

    private func work() {
        while !isAnswering, !closesWhenFlushed, !isClosed, !queue.isEmpty,
            outputWaiting <= Limits.subscriberOutputOctets
        {
            switch queue.removeFirst() {
            case .failure(let error):
                if error.takesDescriptor, !descriptors.isEmpty { Glibc.close(descriptors.removeFirst()) }
                send(Response.error(error))
                if error.fatal { closesWhenFlushed = true }
            case .success(let request):
                dropSurplusDescriptors(for: request)
                if request.verb == .ping {
                    // The one verb that clients time; it needs no task of its own.
                    output.append(contentsOf: Response.ok(tag: request.tag, fields: [("", "pong")]))
                    continue
                }
                isAnswering = true
                // Taken now, whatever becomes of the request: the next one has its own.
                if request.verb.takesDescriptor, !descriptors.isEmpty { ownDescriptor = descriptors.removeFirst() }
                Task { @LoopActor in
                    await handle(self, request)
                    isAnswering = false
                    if let unused = takeDescriptor() { Glibc.close(unused) }
                    if isClosed { return }
                    drain()
                }
            }
        }
        updateReadiness()
    }

    /// A descriptor that comes before a verb that takes none came unasked.
    private func dropSurplusDescriptors(for request: Request) {
        guard !request.verb.takesDescriptor, queue.isEmpty, parserIsDry, !parser.isMidPayload, !parser.isMidLine else {
            return
        }
        descriptors.forEach { Glibc.close($0) }
        descriptors = []
    }

    private func flush() {
        while outputHead < output.count, !isClosed {
            let sent = output.withUnsafeBytes {
                nw_send(socket, $0.baseAddress! + outputHead, $0.count - outputHead, nil, 0)
            }
            if sent < 0 {
                if errno == EINTR { continue }
                if errno == EAGAIN { return updateReadiness() }
                return close()
            }
            outputHead += sent
            lastSent = monotonicMilliseconds()
        }
        output.removeAll(keepingCapacity: output.capacity <= 65_536)
        outputHead = 0
        guard !isClosed else { return }
        outputIsRead()
        if closesWhenFlushed, !isAnswering { return close() }
        updateReadiness()
        if isStalled, !isAnswering, !isDraining { drain() }
    }

    /// Reading stops while many requests wait, or while answers pile up that the client does not read.
    private func updateReadiness() {
        guard let source else { return }
        var wanted: DescriptorSource.Readiness = []
        if outputWaiting > 0 { wanted.insert(.write) }
        if mayQueue, parserIsDry, outputWaiting <= Limits.subscriberOutputOctets, !closesWhenFlushed, !inputEnded {
            wanted.insert(.read)
        }
        source.readiness = wanted
    }
}
