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
/// twice, the settling time apart. What is complete waits in `ready` until the pipeline has room.
@LoopActor
final class Intake {
    private struct Place: Hashable {
        let folder: Int32
        /// Octets with a final zero.
        let name: [CChar]

        /// For people: octets that are no UTF-8 stand as U+FFFD.
        var text: String { String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) }
    }

    private struct Settling {
        var look: DropLook
        /// CLOCK_MONOTONIC in milliseconds.
        var since: Int64
    }

    /// Names that are remembered in `settling` and in `ready`, at most; a rescan finds the others when these are
    /// done. Twice the kernel's queue of 16,384 events, at about 200 octets a name.
    private static let memory = 32_768
    /// Files that are claimed in one turn of the loop, at about 50 µs each, before others get theirs.
    private static let turn = 32

    /// Seconds after which a file under a temporary name counts as abandoned.
    private static let abandonedAfter: Int64 = 3600

    private let folders: SpoolFolders
    private let settings: Configuration.Spool
    private let log: Logger
    private let clock: @Sendable () -> Timestamp
    private let room: @LoopActor () -> Int
    private let claimed: @LoopActor (ClaimedFile) -> Void
    private let refused: @LoopActor (ClaimedFile, Rejection, Int) -> Void

    private var inotify: Int32 = -1
    private var inotifySource: DescriptorSource?
    private var rescanTimer: TimerSource?
    private var settleTimer: TimerSource?
    private var watched: [Int32: DropFolder] = [:]
    private var settling: [Place: Settling] = [:]
    /// Complete and not yet claimed, in the order of their coming from `readyHead` on.
    private var ready: [(place: Place, evidence: DropEvidence, since: Timestamp)] = []
    private var readyHead = 0
    private var readyNames: Set<Place> = []
    /// Names that were told once as impossible to take, so that each rescan does not tell them again.
    private var told: Set<Place> = []
    /// There was more than the memory holds; a rescan will find it.
    private var passedOver = false
    private var isStopped = false
    /// Files under temporary names that nobody has written to for an hour, at the last rescan.
    private(set) var abandoned = 0
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

    /// How many files wait in `in/`, as far as is known.
    var waiting: Int { settling.count + ready.count - readyHead }

    /// When the file that has waited longest was found complete.
    var oldest: Timestamp? { readyHead < ready.count ? ready[readyHead].since : nil }

    func start() {
        inotify = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        if inotify >= 0 {
            inotifySource = DescriptorSource(inotify, .read) { [unowned self] _ in readEvents() }
        } else {
            log.warning("no inotify (\(String(cString: strerror(errno)))): dropped files are found by rescans only")
        }
        rescan()
        rescanTimer = TimerSource(milliseconds: settings.rescanSeconds * 1000, repeats: true) { [unowned self] in
            rescan()
        }
    }

    /// Claims nothing more.
    func stop() {
        isStopped = true
        inotifySource?.cancel()
        rescanTimer?.cancel()
        settleTimer?.cancel()
        if inotify >= 0 { close(inotify) }
        inotify = -1
    }

    /// To be called when `room` has grown again.
    func roomFreed() { claimReady() }

    // MARK: Finding

    /// Looks at every name in `in/` and its sources.
    private func rescan() {
        passedOver = false
        for (number, folder) in watched where !folder.isStill(in: folders.incoming) {
            if number > 0 { inotify_rm_watch(inotify, number) }
            watched[number] = nil
        }
        watch(folders.incoming, source: nil)
        told = told.filter(exists)
        abandoned = 0
        for number in watched.keys { look(through: number) }
        claimReady()
    }

    private func look(through number: Int32) {
        guard let folder = watched[number] else { return }
        SpoolFolders.forEachName(in: folder.descriptor) { name in
            if Self.isTemporary(name) {
                if isAbandoned(name, in: folder) { abandoned += 1 }
            } else {
                consider(Place(folder: number, name: name))
            }
            return !passedOver
        }
    }

    /// A writer's file under a temporary name that nobody has written to for long: he died, or his names are not what
    /// he thinks they are.
    private func isAbandoned(_ name: [CChar], in folder: DropFolder) -> Bool {
        var status = stat()
        return fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
            && clock().milliseconds / 1000 - Int64(status.st_mtim.tv_sec) > Self.abandonedAfter
    }

    /// Returns the number of a new watch, `nil` when there is one already or the folder cannot be opened.
    @discardableResult
    private func watch(_ directory: Int32, source: String?) -> Int32? {
        guard watched.values.allSatisfy({ $0.source != source }) else { return nil }
        let descriptor = openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        let folder = DropFolder(descriptor: descriptor, source: source)
        let mask = UInt32(
            IN_MOVED_TO | IN_CLOSE_WRITE | IN_CREATE | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF | IN_ONLYDIR)
        var number = inotify >= 0 ? inotify_add_watch(inotify, "/proc/self/fd/\(descriptor)", mask) : -1
        if number < 0 {
            if inotify >= 0 {
                log.warning("\(folder.path): no watch (\(String(cString: strerror(errno)))); rescans find its files")
            }
            // Numbers of the kernel's are positive.
            number = (watched.keys.min().map { min($0, 0) } ?? 0) - 1
        }
        watched[number] = folder
        return number
    }

    private func readEvents() {
        // A page of events a turn, so that a flood leaves the loop to others; one event is 16 octets and a name.
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let length = buffer.withUnsafeMutableBytes { read(inotify, $0.baseAddress, $0.count) }
        guard length > 0 else { return }
        var wantsRescan = false
        var events: [(place: Place, renamedIn: Bool)] = []
        buffer.withUnsafeBytes { bytes in
            var offset = 0
            while offset + 16 <= length {
                let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                let start = offset + 16
                offset = start + Int(event.len)
                // A rescan finds what was lost, and what a folder's name means now.
                if event.mask & UInt32(IN_Q_OVERFLOW | IN_MOVE_SELF | IN_DELETE_SELF) != 0 { wantsRescan = true }
                guard event.len > 0, watched[event.wd] != nil else { continue }
                let name = bytes[start..<offset].prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
                events.append((Place(folder: event.wd, name: name), event.mask & UInt32(IN_MOVED_TO) != 0))
            }
        }
        for event in events {
            if !event.renamedIn {
                consider(event.place, isNews: true)
            } else if !Self.isTemporary(event.place.name) {
                settling[event.place] = nil
                makeReady(event.place, .renamedIn)
            }
        }
        if wantsRescan { rescan() } else { claimReady() }
    }

    /// A first look at a name that may be anything.
    ///
    /// - Parameter isNews: the kernel told of it: what has changed since the first look settles from now on.
    private func consider(_ place: Place, isNews: Bool = false) {
        guard let folder = watched[place.folder], !Self.isTemporary(place.name), isNews || settling[place] == nil,
            !readyNames.contains(place)
        else { return }
        switch DropVerdict.look(at: place.name, in: folder, evidence: .none, maxFileSize: settings.maxFileSize) {
        case .settle(let look): settle(place, look)
        case .refuse: makeReady(place, .none)
        case .folder: enter(place, in: folder)
        case .take, .ignore: break
        }
    }

    /// A folder directly in `in/` is a source; deeper ones are told once and left.
    private func enter(_ place: Place, in folder: DropFolder) {
        let name = place.text
        guard folder.source == nil, !name.contains("@"), !name.contains("\u{FFFD}"), name.utf8.count <= 64 else {
            if told.insert(place).inserted {
                log.warning(
                    "\(folder.path)/\(name) is left alone: a source is a folder directly in in/, its name at most 64 octets of UTF-8 without @"
                )
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
        // Files may have come before the watch.
        if let number = watch(descriptor, source: name) { look(through: number) }
    }

    // MARK: Settling

    private func settle(_ place: Place, _ look: DropLook) {
        if let before = settling[place] {
            if before.look == look { return }
        } else if settling.count >= Self.memory {
            passedOver = true
            return
        }
        settling[place] = Settling(look: look, since: monotonicMilliseconds())
        lookAgain(in: settings.settleMilliseconds)
    }

    private func lookAgain(in milliseconds: Int) {
        guard settleTimer == nil, !isStopped else { return }
        settleTimer = TimerSource(milliseconds: max(1, milliseconds)) { [unowned self] in
            settleTimer = nil
            let due = monotonicMilliseconds() - Int64(settings.settleMilliseconds)
            for (place, entry) in settling where entry.since <= due {
                settling[place] = nil
                makeReady(place, .settled(entry.look))
            }
            if let next = settling.values.map(\.since).min() { lookAgain(in: Int(next - due)) }
            claimReady()
        }
    }

    // MARK: Claiming

    private func makeReady(_ place: Place, _ evidence: DropEvidence) {
        guard ready.count - readyHead < Self.memory else {
            passedOver = true
            return
        }
        if readyNames.insert(place).inserted { ready.append((place, evidence, clock())) }
    }

    /// Claims what is complete while there is room.
    private func claimReady() {
        var left = Self.turn
        while !isStopped, readyHead < ready.count, room() > 0 {
            guard left > 0 else {
                Task { @LoopActor in claimReady() }
                return
            }
            left -= 1
            let (place, evidence, _) = ready[readyHead]
            readyHead += 1
            readyNames.remove(place)
            claim(place, evidence)
        }
        if readyHead == ready.count {
            ready.removeAll(keepingCapacity: ready.capacity <= 4096)
            readyHead = 0
            if passedOver, settling.isEmpty, !isStopped, room() > 0 { rescan() }
        }
    }

    private func claim(_ place: Place, _ evidence: DropEvidence) {
        guard let folder = watched[place.folder] else { return }
        switch DropVerdict.look(at: place.name, in: folder, evidence: evidence, maxFileSize: settings.maxFileSize) {
        case .take: if let file = move(place, from: folder) { claimed(file) }
        case .refuse(let rejection, let size):
            if let file = move(place, from: folder) { refused(file, rejection, size) }
        case .settle(let look): settle(place, look)
        case .folder: enter(place, in: folder)
        case .ignore: break
        }
    }

    /// Moves a file into `work/` under a name of its own.
    private func move(_ place: Place, from folder: DropFolder) -> ClaimedFile? {
        let now = clock()
        let file = ClaimedFile(name: place.text, source: folder.source, received: now)
        guard nw_rename_noreplace(folder.descriptor, place.name, folders.work, file.work.rawValue) == 0 else {
            let code = errno
            // Gone means that its owner took it back; anything else is told once.
            if code != ENOENT, told.insert(place).inserted {
                log.error(
                    "\(folder.path)/\(place.text) cannot be taken: \(String(cString: strerror(code))); is in/ owned by uid \(geteuid())?"
                )
            }
            return nil
        }
        lastArrival = now
        return file
    }

    private func exists(_ place: Place) -> Bool {
        guard let folder = watched[place.folder] else { return false }
        var status = stat()
        return fstatat(folder.descriptor, place.name, &status, AT_SYMLINK_NOFOLLOW) == 0
    }

    /// Names that writers use for files they have not finished.
    private static func isTemporary(_ name: [CChar]) -> Bool {
        let octets = name.dropLast().map { UInt8(bitPattern: $0) }
        guard let first = octets.first, first != UInt8(ascii: ".") else { return true }
        return [".part", ".tmp", ".swp", "~"].contains { octets.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
}
