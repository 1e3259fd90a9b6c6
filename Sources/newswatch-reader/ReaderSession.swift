import Articles
import CLinux
import Glibc
import Matching
import NewswatchModel
import ReaderProtocol
import Scanning
import Tone

/// The worker's life: requests in, replies out, one at a time.
struct ReaderSession {
    private let socket: Int32
    private var input = FrameBuffer(limit: ReaderRequest.limit)
    private var descriptors: [Int32] = []
    private var configuration: ReaderConfiguration?
    private var scanner: Scanner?
    /// Octets of the mapped index.
    private var indexSize = 0
    /// Octets of the mapped tone models.
    private var modelSize = 0
    /// Grows to the largest file and stays, so that a file costs no new memory.
    private var contents: [UInt8] = []
    private var limits = ReadingLimits()
    private var models = ToneModels()
    private var toneWords = ToneWordLists()
    /// For the next scan alone.
    private var trial: Scanner?

    init(socket: Int32) { self.socket = socket }

    /// Serves until the socket closes. The exit status: 0, or 1 when it could not go on.
    mutating func run() -> Int32 {
        do throws(FrameError) {
            while let request = try nextRequest() {
                if let reason = serve(request) { return fail(reason) }
            }
            return 0
        } catch { return fail("\(error)") }
    }

    /// Why it cannot go on, if it cannot.
    private mutating func serve(_ request: ReaderRequest) -> String? {
        if case .judge(let id, let questions) = request {
            guard var scanner = scanner.take() else { return "a question came before the configuration" }
            defer { self.scanner = scanner }
            Sandbox.allowProcessorTime(configuration?.cpuSeconds ?? 0)
            send(.judged(id: id, questions.map { scanner.judge($0) }))
            return nil
        }
        guard let descriptor = descriptors.isEmpty ? nil : descriptors.removeFirst() else {
            return "a request came without its descriptor"
        }
        defer { close(descriptor) }
        switch request {
        case .configure(let wanted): return configure(wanted, index: descriptor)
        case .index(let words):
            toneWords = words
            return replaceIndex(descriptor)
        case .trial(let words): return tryIndex(descriptor, words)
        case .scan(let request):
            guard scanner != nil else { return "a file came before the configuration" }
            send(.scanned(id: request.id, result: scan(request, descriptor)))
            return nil
        case .judge: return nil
        }
    }

    private mutating func configure(_ wanted: ReaderConfiguration, index: Int32) -> String? {
        guard configuration == nil else { return "configured twice" }
        configuration = wanted
        limits.maxBytes = wanted.maxFileSize
        toneWords = wanted.toneWords
        // Whatever is found by path must be found now: later there is no open.
        ArticleReader.prepare()
        let folder = ModelFolder(path: wanted.modelFolder, engine: wanted.toneEngine)
        models = folder.models
        modelSize = folder.octets
        if let reason = load(index) { return reason }
        indexSize = Self.size(of: index)
        if let reason = Sandbox.enter(wanted, mapped: indexSize + modelSize) {
            return "the sandbox cannot be entered: \(reason)"
        }
        send(
            .ready(
                ReaderReady(
                    watchlistVersion: scanner?.watchlistVersion ?? 0, models: folder.facts,
                    modelProblems: folder.problems)))
        return nil
    }

    private mutating func replaceIndex(_ descriptor: Int32) -> String? {
        guard let memory = configuration?.memoryLimit else { return "an index came before the configuration" }
        // For a moment both are mapped.
        let newSize = Self.size(of: descriptor)
        Sandbox.allowMemory(memory + modelSize + indexSize + newSize)
        if let reason = load(descriptor) { return reason }
        indexSize = newSize
        Sandbox.allowMemory(memory + modelSize + indexSize)
        return nil
    }

    private mutating func tryIndex(_ descriptor: Int32, _ words: ToneWordLists) -> String? {
        guard let memory = configuration?.memoryLimit else { return "an index came before the configuration" }
        Sandbox.allowMemory(memory + modelSize + indexSize + Self.size(of: descriptor))
        do throws(IndexError) {
            trial = Scanner(
                index: try WatchlistIndex(descriptor: descriptor), models: models, words: words, limits: limits)
            return nil
        } catch { return "the compiled watchlist cannot be used: \(error)" }
    }

    private static func size(of descriptor: Int32) -> Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    private mutating func load(_ descriptor: Int32) -> String? {
        do throws(IndexError) {
            scanner = Scanner(
                index: try WatchlistIndex(descriptor: descriptor), models: models, words: toneWords, limits: limits)
            return nil
        } catch { return "the compiled watchlist cannot be used: \(error)" }
    }

    private mutating func scan(_ request: ScanRequest, _ descriptor: Int32) -> ScanResult {
        // Taken before anything can fail: it is for this file, and no other.
        var once = trial.take()
        defer { if once != nil { Sandbox.allowMemory((configuration?.memoryLimit ?? 0) + modelSize + indexSize) } }
        let count: Int
        switch read(descriptor) {
        case .success(let length): count = length
        case .failure(let error):
            let detail = "It could not be read: \(String(cString: strerror(error.code)))."
            return ScanResult(sha256: "", size: 0, outcome: .rejected(Rejection(reason: .unreadable, detail: detail)))
        }
        Sandbox.allowProcessorTime(configuration?.cpuSeconds ?? 0)
        if once != nil { return scan(request, count, with: &once!) }
        // Taken out for the time of the scan, since the bytes are borrowed from the same value.
        guard var scanner = scanner.take() else { preconditionFailure("serve() has looked") }
        defer { self.scanner = scanner }
        return scan(request, count, with: &scanner)
    }

    private func scan(_ request: ScanRequest, _ count: Int, with scanner: inout Scanner) -> ScanResult {
        contents.withUnsafeBytes { whole in
            let bytes = UnsafeRawBufferPointer(rebasing: whole[..<count])
            Fault.strike(bytes)
            return scanner.scan(bytes, request: request)
        }
    }

    private struct ReadError: Error { let code: Int32 }

    /// Reads from the beginning to the end, or to one octet beyond the limit; how many octets there are.
    private mutating func read(_ descriptor: Int32) -> Result<Int, ReadError> {
        let size = Self.size(of: descriptor)
        var filled = 0
        while filled <= limits.maxBytes {
            let wanted = min(max(size + 1, filled + 4096), limits.maxBytes + 1)
            if contents.count < wanted { contents.append(contentsOf: repeatElement(0, count: wanted - contents.count)) }
            let count = contents.withUnsafeMutableBytes { buffer in
                pread(
                    descriptor, buffer.baseAddress! + filled, min(buffer.count, limits.maxBytes + 1) - filled,
                    off_t(filled))
            }
            if count < 0, errno == EINTR { continue }
            if count < 0 { return .failure(ReadError(code: errno)) }
            if count == 0 { break }
            filled += count
        }
        return .success(filled)
    }

    // MARK: The socket

    private mutating func nextRequest() throws(FrameError) -> ReaderRequest? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var received: [Int32] = [0, 0, 0, 0]
        while true {
            if let payload = try input.next() { return try ReaderRequest(payload: payload) }
            var fds: Int32 = 0
            let count = buffer.withUnsafeMutableBytes {
                nw_receive(socket, $0.baseAddress, $0.count, &received, 4, &fds)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            descriptors += received.prefix(Int(fds))
            buffer.withUnsafeBytes { input.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }

    private func send(_ reply: ReaderReply) {
        let bytes = reply.encoded()
        var offset = 0
        while offset < bytes.count {
            let sent = bytes.withUnsafeBytes { nw_send(socket, $0.baseAddress! + offset, $0.count - offset, nil, 0) }
            if sent < 0, errno == EINTR { continue }
            // Nobody listens any more: the next read ends the run.
            guard sent > 0 else { return }
            offset += sent
        }
    }

    private func fail(_ reason: String) -> Int32 {
        send(.failed(reason))
        return 1
    }
}
