import Glibc
import Logging
import NewswatchModel
import Systemd

/// Moves recorded files out of `work/`, some in a turn of the loop. What cannot be moved is kept and tried again:
/// the archive has it, only its place is not yet the last one.
@LoopActor
final class Mover {
    /// Files that are moved in one turn of the loop, at about 40 µs each, before others get theirs.
    private static let turn = 32

    private let shelf: Shelf
    private let log: Logger
    /// Files that are being moved.
    private(set) var underWay = 0
    /// Those that could not be, with the reason of the last one.
    private(set) var stuck: [Drop] = []
    private(set) var reason: String?

    init(shelf: Shelf, log: Logger) { (self.shelf, self.log) = (shelf, log) }

    /// Moves the files and has the folders written to the disk in the background.
    func put(away drops: [Drop]) async {
        guard !drops.isEmpty else { return }
        underWay += drops.count
        for start in stride(from: 0, to: drops.count, by: Self.turn) {
            let slice = Array(drops[start..<min(start + Self.turn, drops.count)])
            let (codes, folder) = shelf.put(away: slice)
            for (drop, code) in zip(slice, codes) { note(drop, code) }
            underWay -= slice.count
            CrashPoint.afterRename.reached()
            let shelf = shelf
            Task.detached {
                shelf.sync(folder)
                CrashPoint.afterSync.reached()
            }
            await Task.yield()
        }
    }

    /// Tries those that are stuck once more.
    func tryAgain() async {
        let drops = stuck
        (stuck, reason) = ([], nil)
        await put(away: drops)
    }

    /// A file that is stuck is somebody else's from now on.
    func forget(_ work: WorkName) { stuck.removeAll { $0.work == work } }

    private func note(_ drop: Drop, _ code: Int32) {
        guard code == 0 else {
            let text = String(cString: strerror(code))
            guard code != ENOENT else {
                return log.error("\(drop.work) is recorded, and somebody took it out of work/")
            }
            stuck.append(drop)
            reason = "\(drop.work) cannot be moved out of work/: \(text)"
            return
        }
        guard drop.state == .quarantined else { return }
        log.warning(
            "quarantined \(drop.name): \(drop.rejection?.detail ?? "")",
            metadata: [
                "MESSAGE_ID": "\(MessageID.quarantined)", "file": "\(drop.name)", "work": "\(drop.work)",
                "reason": "\(drop.rejection?.reason.rawValue ?? "")",
            ])
    }
}
