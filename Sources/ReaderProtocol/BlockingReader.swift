import CLinux
import Glibc
import NewswatchModel

/// A worker of one's own, driven one file at a time: for the offline scan and for tests.
public final class BlockingReader {
    /// No reply is larger (see the daemon's own limit).
    private static let replyLimit = 128 << 20

    public let process: ReaderProcess
    /// What the worker said when it was ready.
    public private(set) var ready: ReaderReady
    private var input = FrameBuffer(limit: BlockingReader.replyLimit)
    private var nextID: UInt64 = 1

    /// Starts the worker and waits until it is ready. `indexDescriptor` stays the caller's.
    public convenience init(
        executable: String, configuration: ReaderConfiguration, indexDescriptor: Int32
    ) throws(ReaderProcessError) {
        try self.init(
            ReaderProcess.spawn(executable: executable), configuration: configuration,
            indexDescriptor: indexDescriptor)
    }

    /// Takes a worker over that was just started, and waits until it is ready.
    init(
        _ process: ReaderProcess, configuration: ReaderConfiguration, indexDescriptor: Int32
    ) throws(ReaderProcessError) {
        self.process = process
        ready = ReaderReady(watchlistVersion: 0, models: [])
        try send(.configure(configuration), indexDescriptor)
        switch try receive() {
        case .ready(let told): ready = told
        case .failed(let reason): throw .gone(reason)
        case .scanned, .judged: throw .gone("it answered before it was asked")
        }
    }

    deinit {
        close(process.socket)
        kill(process.pid, SIGKILL)
        var status: Int32 = 0
        while waitpid(process.pid, &status, 0) < 0, errno == EINTR {}
    }

    /// Has the worker read one file; `request.id` is set here, `descriptor` stays the caller's.
    public func scan(_ request: ScanRequest, descriptor: Int32) throws(ReaderProcessError) -> ScanResult {
        var request = request
        request.id = nextID
        nextID += 1
        try send(.scan(request), descriptor)
        switch try receive() {
        case .scanned(let id, let result) where id == request.id: return result
        case .failed(let reason): throw .gone(reason)
        case .scanned, .judged, .ready: throw .gone("it answered something else")
        }
    }

    /// Hands in tone questions without waiting for their answer; at most a few batches may be on their way.
    /// - Returns: what `answers(to:)` takes.
    public func ask(_ questions: [ToneQuestion]) throws(ReaderProcessError) -> UInt64 {
        defer { nextID += 1 }
        try send(.judge(id: nextID, questions), nil)
        return nextID
    }

    /// The scores for the batch `id`, which must be the oldest without an answer; `nil` for a language without a model.
    public func answers(to id: UInt64) throws(ReaderProcessError) -> [ToneScore?] {
        switch try receive() {
        case .judged(let answered, let scores) where answered == id: return scores
        case .failed(let reason): throw .gone(reason)
        case .scanned, .judged, .ready: throw .gone("it answered something else")
        }
    }

    private func send(_ request: ReaderRequest, _ descriptor: Int32?) throws(ReaderProcessError) {
        let bytes = request.encoded()
        var (descriptor, attached) = (descriptor ?? -1, descriptor == nil ? 0 : 1)
        var offset = 0
        while offset < bytes.count {
            let sent = bytes.withUnsafeBytes {
                nw_send(process.socket, $0.baseAddress! + offset, $0.count - offset, &descriptor, Int32(attached))
            }
            if sent < 0, errno == EINTR { continue }
            guard sent > 0 else { throw .gone(String(cString: strerror(errno))) }
            attached = 0
            offset += sent
        }
    }

    private func receive() throws(ReaderProcessError) -> ReaderReply {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            do throws(FrameError) {
                if let payload = try input.next() { return try ReaderReply(payload: payload) }
            } catch { throw .frame(error) }
            let count = buffer.withUnsafeMutableBytes { recv(process.socket, $0.baseAddress, $0.count, 0) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .gone(count == 0 ? "its socket is closed" : String(cString: strerror(errno))) }
            buffer.withUnsafeBytes { input.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }
}
