import CLinux
import ControlProtocol
import Glibc
import NewswatchModel

/// Moves finished files out of `work/`. Nothing is ever deleted or overwritten.
struct Shelf: Sendable {
    let folders: SpoolFolders

    /// Moves the files of a batch from `work/` to where their drops say: `archive/YYYY/MM/DD/NAME`, by the day it
    /// was received, or `quarantine/NAME` with the reason beside it in `NAME.why`. Done twice, it does nothing the
    /// second time.
    /// - Returns: an errno, or 0, for each; and the last day's folder, open, for `sync`.
    func put(away drops: [Drop]) -> (codes: [Int32], folder: Int32?) {
        // Files of one batch are of one day as a rule.
        var open: (day: String, folder: Int32)?
        let codes = drops.map { drop -> Int32 in
            guard drop.state != .quarantined else {
                let code = writeReason(drop)
                return code != 0 ? code : move(drop.work, to: folders.quarantine)
            }
            let day = Self.day(of: drop.received)
            if open?.day != day {
                if let open { sync(open.folder) }
                open = nil
                let folder = makeFolder(of: day)
                guard folder >= 0 else { return errno }
                open = (day, folder)
            }
            return move(drop.work, to: open?.folder ?? -1)
        }
        return (codes, open?.folder)
    }

    /// Opens `archive/YYYY/MM/DD`, making what is missing; -1 with errno.
    private func makeFolder(of day: String) -> Int32 {
        var folder = folders.archive
        for part in day.split(separator: "/") {
            let made = mkdirat(folder, String(part), 0o700)
            let next =
                made != 0 && errno != EEXIST
                ? -1 : openat(folder, String(part), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
            // Once a day: the new name must be there after a power cut, with all that is below it.
            if made == 0 { fsync(folder) }
            let code = errno
            if folder != folders.archive { close(folder) }
            errno = code
            guard next >= 0 else { return -1 }
            folder = next
        }
        return folder
    }

    /// Makes the renames of a batch durable, and closes `folder`.
    func sync(_ folder: Int32?) {
        if let folder {
            fsync(folder)
            close(folder)
        }
        for folder in [folders.work, folders.quarantine] { fsync(folder) }
    }

    /// `work/NAME` back to `work/` from quarantine; the reason's file goes with the reason. An errno, or 0.
    func takeBack(_ work: WorkName) -> Int32 {
        guard nw_rename_noreplace(folders.quarantine, work.rawValue, folders.work, work.rawValue) == 0 else {
            return errno
        }
        unlinkat(folders.quarantine, work.rawValue + ".why", 0)
        return 0
    }

    /// Opens an archived file for reading; -1 with errno. One that is not moved yet is still in `work/`.
    func open(_ drop: Drop) -> Int32 {
        let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
        let put = openat(folders.archive, "\(Self.day(of: drop.received))/\(drop.work)", flags)
        return put >= 0 || errno != ENOENT ? put : openat(folders.work, drop.work.rawValue, flags)
    }

    /// Where a drop's file stands below the spool.
    static func place(of drop: Drop) -> String {
        drop.state == .quarantined
            ? "quarantine/\(drop.work)" : "archive/\(day(of: drop.received))/\(drop.work)"
    }

    private static func day(of moment: Timestamp) -> String {
        moment.rfc3339.prefix(10).split(separator: "-").joined(separator: "/")
    }

    private func move(_ work: WorkName, to folder: Int32) -> Int32 {
        guard nw_rename_noreplace(folders.work, work.rawValue, folder, work.rawValue) != 0 else { return 0 }
        let code = errno
        // Gone from work/ and there already: an earlier try got so far.
        var status = stat()
        if code == ENOENT, fstatat(folder, work.rawValue, &status, AT_SYMLINK_NOFOLLOW) == 0 { return 0 }
        return code
    }

    private func writeReason(_ drop: Drop) -> Int32 {
        let name = drop.work.rawValue + ".why"
        let descriptor = openat(folders.quarantine, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        let text = ControlJSON.encode(FileItem(drop)) + "\n"
        let written = text.withCString { write(descriptor, $0, strlen($0)) }
        return written == text.utf8.count ? 0 : (written < 0 ? errno : ENOSPC)
    }
}
