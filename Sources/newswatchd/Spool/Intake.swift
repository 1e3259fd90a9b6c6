import CLinux
import CSystemd
import Glibc
import Logging
import NewswatchModel
import Systemd

/// Watches `in/` and claims what is complete.
///
/// inotify is a hint only: it tells of renamed files at once, of others that they may be finished. A rescan at
/// start, after an overflow, and on a timer finds the rest. A file that was not renamed in must look the same
/// twice, `settle` apart.
@LoopActor
final class Intake {
    /// A folder that files are dropped in: `in/` itself or a source below it.
    private final class DropFolder {
        let descriptor: Int32
        let source: String?
        init(descriptor: Int32, source: String?) { (self.descriptor, self.source) = (descriptor, source) }
        deinit { close(descriptor) }
    }

    /// What must stay equal while a file settles.
    private struct Look: Equatable {
        var size: Int64
        var modified: Int64
        var changed: Int64
        var links: UInt64

        init(_ status: stat) {
            size = Int64(status.st_size)
            modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
            changed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
            links = UInt64(status.st_nlink)
        }
    }

    private struct Place: Hashable {
        let watch: Int32
        let name: [CChar]
    }

    /// What a look at a file says to do with it.
    private enum Verdict {
        case take
        /// Not yet; look again after the settling time.
        case settle(Look)
        case refuse(Rejection)
        case ignore
    }

    private let folders: SpoolFolders
    private let settings: Configuration.Spool
    private let log: Logger
    private let clock: @Sendable () -> Timestamp
    private let room: @LoopActor () -> Int
    private let claimed: @LoopActor (ClaimedFile) -> Void
    private let refused: @LoopActor (ClaimedFile, Rejection, Int) -> Void

    private var inotify: Int32 = -1
    private var inotifySource: DescriptorSource?
    private var timers: [TimerSource] = []
    private var watched: [Int32: DropFolder] = [:]
    private var settling: [Place: Look] = [:]
    /// Names that were told once as impossible to take, so that each rescan does not tell them again.
    private var told: Set<Place> = []
    private var leftBehind = false
    private(set) var lastArrival: Timestamp?

    /// - Parameters:
    ///   - room: how many more files may be claimed now.
    ///   - claimed: gets each file that is now in `work/`.
    ///   - refused: gets each that is in `work/` but cannot be read, with its size.
    init(
        folders: SpoolFolders, settings: Configuration.Spool, log: Logger, clock: @escaping @Sendable () -> Timestamp,
        room: @escaping @LoopActor () -> Int, claimed: @escaping @LoopActor (ClaimedFile) -> Void,
        refused: @escaping @LoopActor (ClaimedFile, Rejection, Int) -> Void
    ) {
        (self.folders, self.settings, self.log, self.clock) = (folders, settings, log, clock)
        (self.room, self.claimed, self.refused) = (room, claimed, refused)
    }

    /// How many files wait in `in/` as far as is known: those that settle.
    var waiting: Int { settling.count }

    func start() {
        inotify = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        if inotify >= 0 {
            inotifySource = DescriptorSource(inotify, .read) { [unowned self] _ in readEvents() }
        } else {
            log.warning("no inotify (\(String(cString: strerror(errno)))): dropped files are found by rescans only")
        }
        rescan()
        timers = [
            TimerSource(milliseconds: settings.settleMilliseconds, repeats: true) { [unowned self] in lookAgain() },
            TimerSource(milliseconds: settings.rescanSeconds * 1000, repeats: true) { [unowned self] in rescan() },
        ]
    }

    /// Claims nothing more.
    func stop() {
        inotifySource?.cancel()
        timers.forEach { $0.cancel() }
        timers = []
        if inotify >= 0 { close(inotify) }
        inotify = -1
    }

    /// To be called when `room` has grown again.
    func roomFreed() {
        if leftBehind, room() > 0 { rescan() }
    }

    /// Looks at every name in `in/` and its sources.
    func rescan() {
        leftBehind = false
        // inotify gives a folder that is watched already the number that it has.
        watch(folders.incoming, path: folders.path + "/in", source: nil)
        told = told.filter { Self.exists($0, watched) }
        for (number, folder) in watched {
            for name in SpoolFolders.names(in: folder.descriptor) {
                consider(Place(watch: number, name: name), renamedIn: false)
            }
        }
    }

    private func watch(_ directory: Int32, path: String, source: String?) {
        guard watched.values.allSatisfy({ $0.source != source }) else { return }
        let descriptor = openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        let mask = UInt32(IN_MOVED_TO | IN_CLOSE_WRITE | IN_CREATE | IN_ONLYDIR)
        var number = inotify >= 0 ? inotify_add_watch(inotify, "/proc/self/fd/\(descriptor)", mask) : -1
        if number < 0 {
            if inotify >= 0 { log.warning("\(path): no watch (\(String(cString: strerror(errno)))); rescans find its files") }
            number = -Int32(watched.count) - 2
        }
        watched[number] = DropFolder(descriptor: descriptor, source: source)
    }

    private func readEvents() {
        // A page of events at a time; one event is 16 octets and a name.
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let length = buffer.withUnsafeMutableBytes { read(inotify, $0.baseAddress, $0.count) }
            guard length > 0 else { return }
            var overflow = false
            var places: [(Place, Bool)] = []
            buffer.withUnsafeBytes { bytes in
                var offset = 0
                while offset + 16 <= length {
                    let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                    let start = offset + 16
                    offset = start + Int(event.len)
                    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { overflow = true }
                    guard event.len > 0, watched[event.wd] != nil else { continue }
                    let name = bytes[start..<offset].prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
                    places.append((Place(watch: event.wd, name: name), event.mask & UInt32(IN_MOVED_TO) != 0))
                }
            }
            for (place, renamedIn) in places { consider(place, renamedIn: renamedIn) }
            if overflow { rescan() }
        }
    }

    /// The second look at what settles.
    private func lookAgain() {
        for (place, before) in settling {
            consider(place, renamedIn: false, before: before)
        }
    }

    private func consider(_ place: Place, renamedIn: Bool, before: Look? = nil) {
        guard let folder = watched[place.watch], !Self.isTemporary(place.name) else { return }
        if before == nil, !renamedIn, settling[place] != nil { return }
        if told.contains(place) { return }
        guard room() > 0 else {
            leftBehind = true
            return
        }
        switch look(at: place, in: folder, renamedIn: renamedIn, before: before) {
        case .ignore: settling[place] = nil
        case .settle(let look): settling[place] = look
        case .take:
            settling[place] = nil
            if let file = claim(place, from: folder) { claimed(file) }
        case .refuse(let rejection):
            settling[place] = nil
            var status = stat()
            fstatat(folder.descriptor, place.name, &status, AT_SYMLINK_NOFOLLOW)
            if let file = claim(place, from: folder) { refused(file, rejection, Int(status.st_size)) }
        }
    }

    private func look(at place: Place, in folder: DropFolder, renamedIn: Bool, before: Look?) -> Verdict {
        var status = stat()
        let descriptor = openat(folder.descriptor, place.name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        let openError = errno
        if descriptor >= 0 {
            fstat(descriptor, &status)
            close(descriptor)
        } else if fstatat(folder.descriptor, place.name, &status, AT_SYMLINK_NOFOLLOW) != 0 {
            return .ignore
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR:
            enter(place, in: folder)
            return .ignore
        default:
            return .refuse(
                Rejection(reason: .notRegular, detail: "It is \(Self.kind(status.st_mode)), not a regular file; drop the file itself."))
        }
        let now = Look(status)
        let settled = renamedIn || before == now
        if !settled { return .settle(now) }
        if descriptor < 0 {
            return .refuse(
                Rejection(
                    reason: .unreadable,
                    detail: "newswatchd may not read it (\(String(cString: strerror(openError)))); make it readable for its group, then retry."))
        }
        if status.st_nlink != 1 {
            // Whoever links and then unlinks gets the settling time.
            if before == nil { return .settle(now) }
            return .refuse(
                Rejection(reason: .hardLinked, detail: "It has \(status.st_nlink) hard links, so another name can still change it; drop a copy."))
        }
        if Int(status.st_size) > settings.maxFileSize {
            return .refuse(
                Rejection(
                    reason: .tooLarge,
                    detail: "It has \(status.st_size) octets; spool.max-file-size allows \(settings.maxFileSize)."))
        }
        return .take
    }

    private func claim(_ place: Place, from folder: DropFolder) -> ClaimedFile? {
        let name = String(decoding: place.name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let now = clock()
        let file = ClaimedFile(name: name, source: folder.source, received: now)
        guard nw_rename_noreplace(folder.descriptor, place.name, folders.work, file.work.rawValue) == 0 else {
            let code = errno
            // Gone means that its owner took it back; anything else is told once.
            if code != ENOENT, told.insert(place).inserted {
                log.error("in/\(name) cannot be taken: \(String(cString: strerror(code))); is in/ owned by uid \(geteuid())?")
            }
            return nil
        }
        lastArrival = now
        return file
    }

    /// A folder directly in `in/` is a source; deeper ones are told once and left.
    private func enter(_ place: Place, in folder: DropFolder) {
        let name = String(decoding: place.name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard folder.source == nil, !name.contains("@"), !name.contains("\u{FFFD}"), name.utf8.count <= 64 else {
            if told.insert(place).inserted {
                log.warning("in/\(folder.source.map { $0 + "/" } ?? "")\(name) is left alone: a source is a folder directly in in/, its name at most 64 octets of UTF-8 without @")
            }
            return
        }
        guard watched.values.allSatisfy({ $0.source != name }) else { return }
        let descriptor = openat(folder.descriptor, place.name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            if told.insert(place).inserted {
                log.warning("in/\(name) cannot be opened: \(String(cString: strerror(errno)))")
            }
            return
        }
        defer { close(descriptor) }
        let known = Set(watched.keys)
        watch(descriptor, path: "in/\(name)", source: name)
        for (number, fresh) in watched where !known.contains(number) {
            for found in SpoolFolders.names(in: fresh.descriptor) {
                consider(Place(watch: number, name: found), renamedIn: false)
            }
        }
    }

    private static func exists(_ place: Place, _ watched: [Int32: DropFolder]) -> Bool {
        guard let folder = watched[place.watch] else { return false }
        var status = stat()
        return fstatat(folder.descriptor, place.name, &status, AT_SYMLINK_NOFOLLOW) == 0
    }

    /// Names that writers use for files they have not finished.
    private static func isTemporary(_ name: [CChar]) -> Bool {
        let octets = name.dropLast().map { UInt8(bitPattern: $0) }
        guard let first = octets.first, first != UInt8(ascii: ".") else { return true }
        return [".part", ".tmp", ".swp", "~"].contains { octets.suffix($0.utf8.count).elementsEqual($0.utf8) }
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
