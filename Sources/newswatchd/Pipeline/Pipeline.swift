import Alerting
import Archive
import Glibc
import Logging
import NewswatchModel
import Systemd

/// The way of a file from `work/` to its shelf: counted, read by a worker, recorded, put away.
///
/// Each step is made durable before the next one begins: attempts are counted before a worker gets a file, drops
/// are committed before the file leaves `work/`. One transaction at a time records what has been read and counts
/// what will be read next. Whatever the moment of a kill, recovery finds in the archive and in `work/` how far
/// each file got.
@LoopActor
final class Pipeline {
    /// Files of one transaction; larger batches gain nothing more per fsync and hold the answer back.
    private static let batch = 256
    /// Files that wait for a worker already counted: as many as the workers read while the archive's one writer is
    /// busy with a batch, behind which counting has to wait.
    private static let countedAhead = 2 * batch
    /// Files in `work/` at the most; beyond it they stay in `in/`, so a flood costs no memory.
    private static let capacity = 1024
    /// Octets of text that wait for the archive, and that one transaction records, at the most (beside the first file).
    private static let octets = 64 << 20
    /// A file that ended a worker this often is quarantined.
    nonisolated static let maximumAttempts = 3
    /// A file that was in hand, alone, at so many ends of the daemon whose cause nobody saw is quarantined. More than
    /// above: the daemon reads no article, so its end is weaker evidence than a worker's.
    nonisolated static let maximumEnds = 6
    /// A file that changed this often while it was read is quarantined.
    static let maximumChanges = 10
    /// Seconds until the archive is tried again after it failed: the first and the longest wait.
    private static let retryWaits = 5...300

    /// Why nothing is claimed at the moment.
    struct Pause {
        var reason: String
        var seconds: Int
    }

    private let shelf: Shelf
    private let archive: Archive
    private let pool: WorkerPool
    private let log: Logger
    private let clock: @Sendable () -> Timestamp
    /// The rules in force; set anew by a reload.
    var rules: AlertRules
    /// The user's words toward every entity.
    var toneWords: ToneWords
    /// Gets what one transaction recorded: the files, and what became of each.
    var recorded: @LoopActor ([Archive.Finished], [Archive.Recorded]) -> Void = { _, _ in }
    /// Called when more files may be claimed.
    var roomFreed: @LoopActor () -> Void = {}
    /// Called when claiming stops or goes on.
    var pauseChanged: @LoopActor () -> Void = {}

    /// Claimed, not yet counted.
    private var claimed: [ClaimedFile] = []
    /// Files that may be to blame for a worker's or the daemon's end: one at a time.
    private var suspects: [ClaimedFile] = []
    /// Counted, waiting for a worker.
    private var ready: [ClaimedFile] = []
    /// When each file that a worker has was received.
    private var inWorkers: [WorkName: Timestamp] = [:]
    private var finished: [Archive.Finished] = []
    private var isCommitting = false
    /// Files that are being counted.
    private var starting: [ClaimedFile] = []
    private var suspectInWork = false
    /// Octets of text in `finished`.
    private var finishedOctets = 0
    private let mover: Mover
    /// A pause is on, and one transaction is tried.
    private var isTrying = false
    private var openTimer: TimerSource?
    private var isStopping = false
    private var retryTimer: TimerSource?
    private(set) var pause: Pause?

    init(
        shelf: Shelf, archive: Archive, pool: WorkerPool, rules: AlertRules, toneWords: ToneWords, log: Logger,
        clock: @escaping @Sendable () -> Timestamp
    ) {
        (self.shelf, self.archive, self.pool, self.rules) = (shelf, archive, pool, rules)
        (self.toneWords, self.log, self.clock) = (toneWords, log, clock)
        mover = Mover(shelf: shelf, log: log)
    }

    /// Files in `work/`.
    var inWork: Int {
        claimed.count + suspects.count + starting.count + ready.count + inWorkers.count + finished.count
            + mover.underWay + mover.stuck.count
    }

    /// When the file that has been here longest was received.
    var oldest: Timestamp? {
        let waiting = [claimed, suspects, starting, ready].compactMap(\.first?.received)
        let others = inWorkers.values.map { $0 } + finished.prefix(1).map(\.received)
        return (waiting + others).min()
    }

    /// How many more files may be claimed.
    var room: Int { isStopping || pause != nil ? 0 : max(0, Self.capacity - inWork) }

    /// Takes a file in.
    func take(_ file: ClaimedFile) {
        if file.attempts > 0 { suspects.append(file) } else { claimed.append(file) }
        advance()
    }

    /// Takes a file that goes to quarantine unread.
    func refuse(_ file: ClaimedFile, _ rejection: Rejection, size: Int) {
        finish(file, .quarantined(rejection, sha256: nil, size: size))
    }

    /// Moves everything on that can move.
    func advance() {
        handOut()
        commit()
    }

    // MARK: Workers

    private func handOut() {
        guard !isStopping else { return }
        // What has been read waits in memory for the archive: while that cannot be written, or much waits, no more.
        while pool.room > 0, !ready.isEmpty, pause == nil, finishedOctets < Self.octets {
            let file = ready.removeFirst()
            guard give(file) else {
                ready.insert(file, at: 0)
                return
            }
        }
    }

    /// True when the file is in a worker or finished.
    private func give(_ file: ClaimedFile) -> Bool {
        var before = stat()
        let descriptor = openat(shelf.folders.work, file.work.rawValue, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0, fstat(descriptor, &before) == 0 else {
            let code = errno
            if descriptor >= 0 { close(descriptor) }
            if code != ENOENT, code != EACCES, code != EPERM, code != ELOOP {
                // Not the file's fault.
                log.error("\(file.work) cannot be opened yet: \(String(cString: strerror(code)))")
                openTimer = TimerSource(milliseconds: 1000) { [unowned self] in advance() }
                return false
            }
            if file.attempts > 1 { suspectInWork = false }
            let detail = "It could not be opened in work/: \(String(cString: strerror(code)))."
            finish(file, .quarantined(Rejection(reason: .unreadable, detail: detail), sha256: nil, size: 0))
            return true
        }
        let isSuspect = file.attempts > 1
        inWorkers[file.work] = file.received
        let work = Work(fileName: file.name, descriptor: descriptor, alone: isSuspect) { [unowned self] outcome in
            inWorkers[file.work] = nil
            if isSuspect { suspectInWork = false }
            settle(file, outcome, before: before)
            advance()
        }
        if pool.give(work) { return true }
        inWorkers[file.work] = nil
        close(descriptor)
        return false
    }

    private func settle(_ file: ClaimedFile, _ outcome: WorkOutcome, before: stat) {
        switch outcome {
        case .scanned(let result):
            CrashPoint.afterRead.reached()
            if result.outcome.isTooLarge || !hasChanged(file, since: before) {
                finish(file, .scanned(result))
            } else {
                readAgain(file)
            }
        case .overran:
            let detail = "Reading it took longer than [workers] deadline-milliseconds allows; the worker was ended."
            finish(
                file, .quarantined(Rejection(reason: .deadline, detail: detail), sha256: nil, size: Int(before.st_size))
            )
        case .crashed(let end):
            if isStopping {
                ready.append(file)
            } else if file.attempts >= Self.maximumAttempts {
                finish(
                    file,
                    .quarantined(
                        Self.poison(attempts: file.attempts, end: "\(end)"), sha256: nil, size: Int(before.st_size)))
            } else {
                suspects.append(file)
            }
        case .notTried:
            ready.insert(file, at: 0)
        }
    }

    static func poison(attempts: Int, end: String) -> Rejection {
        Rejection(reason: .poison, detail: "It ended the process that read it \(attempts) times, at last by \(end).")
    }

    private func hasChanged(_ file: ClaimedFile, since before: stat) -> Bool {
        var now = stat()
        guard fstatat(shelf.folders.work, file.work.rawValue, &now, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
        return now.st_size != before.st_size || now.st_mtim.tv_sec != before.st_mtim.tv_sec
            || now.st_mtim.tv_nsec != before.st_mtim.tv_nsec
    }

    /// Somebody still writes to it: it gets a second to settle and is read anew.
    private func readAgain(_ file: ClaimedFile) {
        var file = file
        file.changes += 1
        guard file.changes <= Self.maximumChanges else {
            let detail =
                "It changed each of the \(Self.maximumChanges) times that it was read; write it elsewhere and rename it in."
            finish(file, .quarantined(Rejection(reason: .changing, detail: detail), sha256: nil, size: 0))
            return
        }
        inWorkers[file.work] = file.received
        let again = file
        Task { @LoopActor in
            try? await Task.sleep(for: .seconds(1))
            inWorkers[again.work] = nil
            ready.append(again)
            advance()
        }
    }

    // MARK: Recording

    private func finish(_ file: ClaimedFile, _ result: Archive.FinishedResult) {
        let entry = Archive.Finished(
            work: file.work, name: file.name, source: file.source, received: file.received, result: result)
        finished.append(entry)
        finishedOctets += entry.octets
        commit()
    }

    /// One transaction: what has been read is recorded, what will be read next is counted.
    private func commit() {
        guard !isCommitting, pause == nil || isTrying else { return }
        let batch = nextToRecord()
        if !isStopping, !isTrying { starting = nextToCount() }
        guard !batch.isEmpty || !starting.isEmpty else { return }
        isCommitting = true
        let (rules, toneWords) = (rules, toneWords)
        let moment = clock()
        let names = starting.map(\.work)
        let folders = shelf.folders
        Task { @LoopActor in
            // The claims before what follows from them: after a power cut no drop may lack its file.
            if !batch.isEmpty { await Task.detached { _ = fsync(folders.work) }.value }
            do throws(ArchiveError) {
                let done = try await archive.record(
                    batch, starting: names, at: moment,
                    rules: { article, sha256, at, raised in
                        CrashPoint.insideTransaction.reached()
                        return rules.evaluate(article, sha256: sha256, at: at, history: AlertHistory(raised))
                    },
                    definitions: { RecordedDefinition.bodies(of: rules.definitions(in: $0), words: toneWords) })
                CrashPoint.afterCommit.reached()
                for var file in starting {
                    file.attempts += 1
                    ready.append(file)
                }
                starting = []
                finished.removeFirst(batch.count)
                finishedOctets -= batch.reduce(0) { $0 + $1.octets }
                isCommitting = false
                if isTrying {
                    isTrying = false
                    goOn()
                }
                // Workers and the archive go on while the files are put away.
                advance()
                recorded(batch, done)
                roomFreed()
                await putAway(done.map(\.drop))
            } catch {
                if starting.first?.attempts ?? 0 > 0 {
                    suspects.insert(contentsOf: starting, at: 0)
                    suspectInWork = false
                } else {
                    claimed.insert(contentsOf: starting, at: 0)
                }
                starting = []
                isCommitting = false
                isTrying = false
                stop(for: Self.text(error))
            }
            advance()
        }
    }

    /// What the next transaction records: at least one file, and no more octets than the memory is for.
    private func nextToRecord() -> [Archive.Finished] {
        var octets = 0
        return Array(
            finished.prefix(Self.batch).prefix { file in
                defer { octets += file.octets }
                return octets == 0 || octets + file.octets <= Self.octets
            })
    }

    /// Takes out what is to be counted now: a suspect when a worker waits for it, else what was claimed.
    private func nextToCount() -> [ClaimedFile] {
        if !suspects.isEmpty, !suspectInWork, pool.hasIdle {
            suspectInWork = true
            return [suspects.removeFirst()]
        }
        guard ready.count < Self.countedAhead else { return [] }
        defer { claimed.removeAll(keepingCapacity: true) }
        return claimed
    }

    /// Puts away what was recorded.
    func putAway(_ drops: [Drop]) async {
        await mover.put(away: drops)
        if let reason = mover.reason, pause == nil { stop(for: reason) }
    }

    /// A file that could not be put away is read again instead.
    func forgetStuck(_ work: WorkName) { mover.forget(work) }

    // MARK: Trouble and stop

    /// Claims nothing until the disk takes what there is.
    private func stop(for reason: String) {
        // At the end there is no later: what is not recorded is read by the next start.
        guard !isStopping else { return pause = Pause(reason: reason, seconds: 0) }
        let seconds = min(Self.retryWaits.upperBound, pause.map { $0.seconds * 2 } ?? Self.retryWaits.lowerBound)
        if pause == nil {
            log.critical(
                "nothing is claimed: \(reason)", metadata: ["MESSAGE_ID": "\(MessageID.diskTrouble)"])
        }
        pause = Pause(reason: reason, seconds: seconds)
        pauseChanged()
        retryTimer = TimerSource(milliseconds: seconds * 1000) { [unowned self] in
            Task { @LoopActor in await tryAgain() }
        }
    }

    /// Goes on when a write that matters succeeds: what waits to be put away and to be recorded, else a probe.
    private func tryAgain() async {
        await mover.tryAgain()
        if let reason = mover.reason { return stop(for: reason) }
        do throws(ArchiveError) { try await archive.probe() } catch { return stop(for: Self.text(error)) }
        guard finished.isEmpty else {
            isTrying = true
            return commit()
        }
        goOn()
    }

    private func goOn() {
        guard pause != nil else { return }
        pause = nil
        log.notice("the disk can be written again")
        pauseChanged()
        roomFreed()
        advance()
    }

    private static func text(_ error: ArchiveError) -> String { "the archive cannot be written: \(error)" }

    /// From now on the end of a worker is no file's fault.
    func beginStop() { isStopping = true }

    /// Claims and hands out nothing more; returns when what had been read is recorded. Files that a worker
    /// had or that only waited are not counted against them.
    func stop() async {
        beginStop()
        while isCommitting || mover.underWay > 0 || (!finished.isEmpty && pause == nil) {
            commit()
            try? await Task.sleep(for: .milliseconds(5))
        }
        // Those that were read and could not be recorded, too: the next start reads them, and blames them for nothing.
        let counted = ready.map(\.work) + inWorkers.keys + finished.map(\.work)
        try? await archive.forgetAttempts(counted)
    }
}
