import Glibc
import Logging
import NewswatchModel
import ReaderProtocol
import Systemd

/// Keeps the reader processes running and hands them files.
@LoopActor
final class WorkerPool {
    /// A worker that ends before it was ready is tried again after this many milliseconds.
    private static let respawnDelay = 1000
    /// Milliseconds between two looks at the deadlines: how far one may be overrun.
    private static let deadlineCheck = 100
    /// Milliseconds by which that look must be late to count as a stall of the loop.
    private static let stall = 500

    private let executable: String
    private let settings: Configuration.Workers
    private let maxFileSize: Int
    private let tone: Configuration.Tone
    private var words: ToneWordLists
    private let log: Logger
    private var workers: [Worker] = []
    private var index: Int32
    /// SCAN requests that wait for a free worker; they go before the spool's files.
    private var urgent: [Work] = []
    private var deadlineTimer: TimerSource?
    private var respawns: [TimerSource] = []
    private var isStopping = false
    private(set) var restarts = 0
    /// What the workers judge tone with, as the last one that became ready said.
    private(set) var toneModels: [ToneModelFacts] = []
    private(set) var toneProblems: [String] = []
    /// Called when a worker can take more.
    var roomFreed: @LoopActor () -> Void = {}
    /// Gets the seconds that a worker took for each file.
    var scanned: @LoopActor (Double) -> Void = { _ in }

    let size: Int

    /// - Parameters:
    ///   - index: the compiled watchlist, open for reading; the pool closes it.
    ///   - words: the user's, which go with it.
    init(
        executable: String, configuration: Configuration, index: Int32, words: ToneWordLists, log: Logger
    ) {
        (self.executable, settings, tone) = (executable, configuration.workers, configuration.tone)
        maxFileSize = configuration.spool.maxFileSize
        (self.index, self.words, self.log) = (index, words, log)
        size = settings.count > 0 ? settings.count : min(4, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }

    /// What STATUS shows of each worker.
    var states: [(pid: pid_t, busy: Bool, file: String?)] { workers.map { ($0.pid, $0.isBusy, $0.currentFile) } }

    /// How many files could be given now without waiting.
    var room: Int { isStopping ? 0 : workers.reduce(0) { $0 + $1.room } }
    /// Whether a worker waits with nothing to do.
    var hasIdle: Bool { !isStopping && workers.contains { $0.room == Worker.depth } }

    func start() {
        for _ in 0..<size { spawn() }
    }

    /// False while a worker that was told to end long ago is still there: a process that SIGKILL does not end hangs
    /// in the kernel, and so does its file. The service manager then restarts it all.
    var makesProgress: Bool { workers.allSatisfy { !$0.isStuck } }

    /// Looks after deadlines while a worker is busy; an idle daemon wakes for nothing.
    private func watchDeadlines() {
        guard deadlineTimer == nil, !isStopping else { return }
        let due = monotonicMilliseconds() + Int64(Self.deadlineCheck)
        deadlineTimer = TimerSource(milliseconds: Self.deadlineCheck) { [unowned self] in
            deadlineTimer = nil
            // A loop that stood still, or a machine that slept, must not cost files their place.
            if monotonicMilliseconds() - due > Self.stall { for worker in workers { worker.forgiveStall() } }
            for worker in workers { worker.check(deadline: Int64(settings.deadlineMilliseconds)) }
            if workers.contains(where: { $0.isBusy || !$0.isReady }) { watchDeadlines() }
        }
    }

    /// Takes a new watchlist into use for every file given from now on.
    func use(index new: Int32, words: ToneWordLists) {
        close(index)
        index = new
        self.words = words
        for worker in workers { worker.use(index: new, words: words) }
    }

    /// Gives `work` to the least busy worker. False when none has room: then it stays the caller's.
    func give(_ work: Work) -> Bool {
        let candidates = workers.filter { work.alone ? $0.room == Worker.depth : $0.room > 0 }
        guard !isStopping, let worker = candidates.max(by: { $0.room < $1.room }) else { return false }
        worker.give(work)
        watchDeadlines()
        return true
    }

    /// Gives `work` as soon as a worker has room, before anything else.
    func giveSoon(_ work: Work) {
        if isStopping { return abandon(work) }
        if urgent.isEmpty, give(work) { return }
        urgent.append(work)
    }

    /// Ends all workers. Files that they had get `notTried` or `crashed`.
    func stop() {
        isStopping = true
        deadlineTimer?.cancel()
        respawns.forEach { $0.cancel() }
        for work in urgent { abandon(work) }
        urgent = []
        for worker in workers { worker.terminate() }
    }

    /// Returns when the workers that `stop` ended are gone and reaped, or after half a second.
    func ended() async {
        for _ in 0..<100 where !workers.isEmpty { try? await Task.sleep(for: .milliseconds(5)) }
    }

    private func abandon(_ work: Work) {
        work.closeDescriptors()
        work.finish(.notTried)
    }

    private func spawn() {
        guard !isStopping else { return }
        let configuration = ReaderConfiguration(
            memoryLimit: settings.memoryMiB << 20, cpuSeconds: 0, maxFileSize: maxFileSize,
            toneEngine: tone.engine, modelFolder: tone.modelFolder, toneWords: words)
        do {
            workers.append(
                try Worker(
                    executable: executable, configuration: configuration, index: index,
                    scanned: { [unowned self] in scanned($0) },
                    became: { [unowned self] in became($0) },
                    progressed: { [unowned self] _ in hasRoom() },
                    ended: { [unowned self] worker, end, complaint in ended(worker, end, complaint) }))
            watchDeadlines()
        } catch {
            log.error("a worker cannot be started: \(error)")
            respawnLater()
        }
    }

    private func became(_ told: ReaderReady) {
        toneModels = told.models
        var problems = told.modelProblems
        if tone.engine != .off, told.models.isEmpty, problems.isEmpty {
            problems = [
                "there are no tone models in \(tone.modelFolder ?? ModelLocation.installed): mentions get no tone; "
                    + "install them, or set [tone] engine = \"off\""
            ]
        }
        // Each worker says the same: once is enough.
        for problem in problems where !toneProblems.contains(problem) { log.warning("\(problem)") }
        toneProblems = problems
    }

    private func respawnLater() {
        respawns.append(
            TimerSource(milliseconds: Self.respawnDelay) { [unowned self] in
                respawns.removeAll()
                for _ in workers.count..<max(size, workers.count) { spawn() }
            })
    }

    private func hasRoom() {
        while let next = urgent.first, give(next) { urgent.removeFirst() }
        if urgent.isEmpty { roomFreed() }
    }

    private func ended(_ worker: Worker, _ end: ChildEnd, _ complaint: String?) {
        workers.removeAll { $0 === worker }
        guard !isStopping else { return }
        restarts += 1
        log.warning("worker \(worker.pid) ended by \(end)\(complaint.map { ": " + $0 } ?? ""); another takes its place")
        // At once when it had worked; with a delay when it never got so far, so that a broken installation
        // does not spin.
        if worker.isReady { spawn() } else { respawnLater() }
        hasRoom()
    }
}
