import Glibc
import NewswatchModel
import ReaderProtocol
import Systemd

/// How a worker's turn with a file ended.
enum WorkOutcome: Sendable {
    case scanned(ScanResult)
    /// The worker was ended because it took longer than the deadline.
    case overran
    /// The worker ended while it had this file.
    case crashed(ChildEnd)
    /// The worker ended before it came to this file.
    case notTried
}

/// One file for a worker.
@LoopActor
final class Work {
    let fileName: String
    let format: ArticleFormat?
    let overlapAll: Bool
    let explained: ExplainedMentions
    /// Another watchlist than the one in force, for this file alone.
    let trial: Trial?
    /// The file, open for reading; closed when the worker has it.
    let descriptor: Int32
    /// Nothing else may wait behind it in the same worker: a suspect.
    let alone: Bool
    private let completion: @LoopActor (WorkOutcome) -> Void

    /// A compiled watchlist, open for reading and closed when the worker has it, and the words that go with it.
    struct Trial: Sendable {
        let index: Int32
        let words: ToneWordLists
    }

    init(
        fileName: String, format: ArticleFormat? = nil, overlapAll: Bool = false,
        explained: ExplainedMentions = .none, trial: Trial? = nil, descriptor: Int32, alone: Bool = false,
        completion: @escaping @LoopActor (WorkOutcome) -> Void
    ) {
        (self.fileName, self.format, self.overlapAll) = (fileName, format, overlapAll)
        (self.explained, self.trial) = (explained, trial)
        (self.descriptor, self.alone, self.completion) = (descriptor, alone, completion)
    }

    /// Closes what no worker got.
    func closeDescriptors() {
        close(descriptor)
        if let trial { close(trial.index) }
    }

    func finish(_ outcome: WorkOutcome) { completion(outcome) }
}

/// Milliseconds of CLOCK_MONOTONIC, for deadlines and intervals.
func monotonicMilliseconds() -> Int64 { monotonicMicroseconds() / 1000 }

/// Microseconds of CLOCK_MONOTONIC, for what is measured.
func monotonicMicroseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
}
