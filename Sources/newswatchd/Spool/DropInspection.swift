import Glibc
import NewswatchModel

/// A folder that files are dropped in: `in/` itself, or a source below it.
final class DropFolder {
    let descriptor: Int32
    /// The source's name; `nil` for `in/`.
    let source: String?

    init(descriptor: Int32, source: String?) { (self.descriptor, self.source) = (descriptor, source) }
    deinit { close(descriptor) }

    /// Whether its name in `in/` still means this folder: somebody may have removed it or moved it away, and made
    /// another one.
    func isStill(in incoming: Int32) -> Bool {
        guard let source else { return true }
        var (held, named) = (stat(), stat())
        return fstat(descriptor, &held) == 0 && fstatat(incoming, source, &named, AT_SYMLINK_NOFOLLOW) == 0
            && held.st_dev == named.st_dev && held.st_ino == named.st_ino
    }

    /// How it is called in messages.
    var path: String { source.map { "in/\($0)" } ?? "in" }
}

/// What must stay equal while a file settles.
struct DropLook: Equatable {
    private var size: Int64
    private var modified: Int64
    private var changed: Int64
    private var links: UInt64

    fileprivate init(_ status: stat) {
        size = Int64(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        changed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
        links = UInt64(status.st_nlink)
    }
}

/// Why a file in `in/` may be complete.
enum DropEvidence {
    /// Nothing says so.
    case none
    /// It got its name here by a rename, as careful writers do.
    case renamedIn
    /// It looked like this when the settling time began.
    case settled(DropLook)
}

/// What a look at a name in `in/` says to do with it.
enum DropVerdict {
    case take
    /// Not yet; look again after the settling time.
    case settle(DropLook)
    /// It goes to quarantine unread. `size` in octets.
    case refuse(Rejection, size: Int)
    case folder
    /// Gone, or not ours.
    case ignore

    /// Looks at `name`, octets with a final zero, without following a link or waiting for a writer.
    static func look(at name: [CChar], in folder: DropFolder, evidence: DropEvidence, maxFileSize: Int) -> DropVerdict {
        var status = stat()
        // O_NONBLOCK: a FIFO must not hold the loop.
        let descriptor = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        let openError = errno
        if descriptor >= 0 {
            fstat(descriptor, &status)
            close(descriptor)
        } else if fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) != 0 {
            return .ignore
        }
        let size = Int(status.st_size)
        func refuse(_ reason: QuarantineReason, _ detail: String) -> DropVerdict {
            .refuse(Rejection(reason: reason, detail: detail), size: size)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: return .folder
        default:
            return refuse(.notRegular, "It is \(kind(status.st_mode)), not a regular file; drop the file itself.")
        }
        let now = DropLook(status)
        switch evidence {
        case .none: return .settle(now)
        case .settled(let before): if before != now { return .settle(now) }
        // Whoever links and then unlinks gets the settling time.
        case .renamedIn: if status.st_nlink != 1 { return .settle(now) }
        }
        // Without descriptors or memory for the moment, it is not the file's fault: it is looked at again.
        if descriptor < 0, openError != EACCES, openError != EPERM { return .settle(now) }
        if descriptor < 0 {
            let error = String(cString: strerror(openError))
            return refuse(
                .unreadable, "newswatchd may not read it (\(error)); make it readable for its group, then retry.")
        }
        if status.st_nlink != 1 {
            return refuse(
                .hardLinked, "It has \(status.st_nlink) hard links, so another name can still change it; drop a copy.")
        }
        if size > maxFileSize {
            return refuse(.tooLarge, "It has \(size) octets; [spool] max-file-size allows \(maxFileSize).")
        }
        return .take
    }

    private static func kind(_ mode: mode_t) -> String {
        switch mode & S_IFMT {
        case S_IFLNK: "a symbolic link"
        case S_IFIFO: "a FIFO"
        case S_IFSOCK: "a socket"
        case S_IFBLK, S_IFCHR: "a device"
        default: "something special"
        }
    }
}
