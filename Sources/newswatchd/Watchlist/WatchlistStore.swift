import CLinux
import Glibc
import Matching
import NewswatchModel
import WatchlistFiles

/// Why a live change of the watchlist is refused.
enum WatchlistChangeError: Error {
    case exists(EntityID, EntityOrigin)
    case notFound(EntityID)
    /// The definition stands in a file that only its owner edits.
    case inFile(EntityID, EntityOrigin)
    /// Others are only counted with it.
    case needed(EntityID, by: [EntityID])
    case invalid(String)
    case notDurable(String)
}

/// The state folder cannot be used: nothing that the user wrote is wrong, and another try may succeed.
struct StateProblem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A watchlist that can be put in force: parsed, checked, compiled and mapped.
struct CompiledWatchlist: Sendable {
    let watchlist: Watchlist
    /// What the files said, without the live changes.
    let files: WatchlistSnapshot
    let overlay: WatchlistOverlay
    /// Names that ordinary words will be taken for, and those of them that were not told before.
    let noise: [FileProblem]
    let newNoise: [FileProblem]
    /// What changed in the files behind live edits, which stay in force.
    var covered: [String] = []
    /// The index, open for reading.
    let index: Int32
    /// Whether anything differs from the one in force.
    let isChanged: Bool

    /// How many covered changes are told: a list that is imported anew may change whatever was edited.
    private static let shownCovered = 20

    /// What is odd but in force. Of names that are ordinary words the worst new ones: a long list has hundreds, and
    /// `watchlist check` tells all.
    var warnings: [String] {
        let more = covered.count - Self.shownCovered
        return files.warnings.map(\.description) + NoiseWarnings.told(newNoise, of: newNoise.count)
            + covered.prefix(Self.shownCovered)
            + (more > 0 ? ["\(more) more change\(more == 1 ? " is" : "s are") covered by live edits"] : [])
    }
}

/// Loads and compiles the watchlist, and keeps live changes in the state folder. It holds nothing that changes:
/// what is in force is the daemon's.
struct WatchlistStore: Sendable {
    /// Folder with the user's TOML files.
    let directory: String
    let overlayPath: String
    let indexPath: String

    init(directory: String, state: String) {
        self.directory = directory
        overlayPath = state + "/watchlist-overlay.json"
        indexPath = state + "/watchlist.index"
    }

    /// Reads files and overlay and compiles them. The version grows when an entity differs from `current`.
    /// - Throws: `FileProblems` for what the user wrote, `StateProblem` when the state folder cannot be used.
    func load(current: CompiledWatchlist?) throws -> CompiledWatchlist {
        let overlay = try WatchlistOverlay.load(path: overlayPath)
        let live = Set(overlay.entities.keys)
        guard let current else {
            return try compile(try WatchlistFolder.snapshot(directory, alsoKnown: live), overlay, current: nil)
        }
        guard let files = try WatchlistFolder.load(directory, alsoKnown: live, since: current.files) else {
            return overlay == current.overlay
                ? try kept(current) : try compile(current.files, overlay, current: current)
        }
        var compiled = try compile(files, overlay, current: current)
        compiled.covered = Self.covered(by: overlay, before: current.files, after: files)
        return compiled
    }

    /// What changed in definitions that live edits cover.
    private static func covered(
        by overlay: WatchlistOverlay, before: WatchlistSnapshot, after: WatchlistSnapshot
    ) -> [String] {
        if overlay.entities.isEmpty { return [] }
        let (before, after) = (
            Watchlist(version: 0, entries: before.entries), Watchlist(version: 0, entries: after.entries)
        )
        return overlay.entities.keys.sorted().compactMap { id in
            guard let old = before[id], old.entity != after[id]?.entity else { return nil }
            let what = after[id].map { "\($0.origin) has changed" } ?? "it is gone from \(old.origin)"
            return "\(id): \(what), and the live edit that covers it stays in force; "
                + "newswatchctl watchlist remove \(id) ends that"
        }
    }

    /// Makes ADD, or SET when `replacing`: durable, then compiled.
    func put(_ entity: Entity, replacing: Bool, current: CompiledWatchlist) throws -> CompiledWatchlist {
        if !replacing, let entry = current.watchlist[entity.id] {
            throw WatchlistChangeError.exists(entity.id, entry.origin)
        }
        var overlay = current.overlay
        overlay.entities[entity.id] = entity
        return try change(to: overlay, current: current)
    }

    /// Makes REMOVE. An entity that a file defines stays; a live change that covers it may go.
    func remove(_ id: EntityID, current: CompiledWatchlist) throws -> CompiledWatchlist {
        guard let entry = current.watchlist[id] else { throw WatchlistChangeError.notFound(id) }
        guard entry.origin == .overlay else { throw WatchlistChangeError.inFile(id, entry.origin) }
        var overlay = current.overlay
        overlay.entities[id] = nil
        let left = overlay.applied(to: current.files.entries)
        let needing = left.map(\.entity).filter { $0.onlyWith.contains(id) }.map(\.id)
        if !needing.isEmpty, !left.contains(where: { $0.entity.id == id }) {
            throw WatchlistChangeError.needed(id, by: needing)
        }
        return try change(to: overlay, current: current)
    }

    private func change(to overlay: WatchlistOverlay, current: CompiledWatchlist) throws -> CompiledWatchlist {
        let dangling = WatchlistFolder.danglingReferences(in: overlay.applied(to: current.files.entries))
        if let problem = dangling.first { throw WatchlistChangeError.invalid("\(problem)") }
        do {
            return try compile(current.files, overlay, current: current)
        } catch { throw WatchlistChangeError.notDurable("\(error)") }
    }

    /// The watchlist in force once more, where files say the same in other places.
    private func kept(
        _ current: CompiledWatchlist, entries: [WatchlistEntry]? = nil, files: WatchlistSnapshot? = nil
    ) throws -> CompiledWatchlist {
        let index = fcntl(current.index, F_DUPFD_CLOEXEC, 0)
        guard index >= 0 else { throw StateProblem("no descriptor is left: \(String(cString: strerror(errno)))") }
        let watchlist = entries.map { Watchlist(version: current.watchlist.version, entries: $0) }
        return CompiledWatchlist(
            watchlist: watchlist ?? current.watchlist, files: files ?? current.files, overlay: current.overlay,
            noise: current.noise, newNoise: [], index: index, isChanged: false)
    }

    private func compile(
        _ files: WatchlistSnapshot, _ overlay: WatchlistOverlay, current: CompiledWatchlist?
    ) throws -> CompiledWatchlist {
        var overlay = overlay
        let applied = overlay.applied(to: files.entries)
        // A start without a change keeps the version that the overlay remembers, if its index is of it, and writes
        // nothing: the disk may be full.
        let isKept = current == nil && isSame(applied, version: overlay.version)
        let version: Int
        if let current {
            let old = current.watchlist.entries
            if old.count == applied.count, zip(old, applied).allSatisfy({ $0.entity == $1.entity }) {
                return try kept(current, entries: applied, files: files)
            }
            // The overlay may have been moved away meanwhile.
            version = max(overlay.version, current.watchlist.version) + 1
        } else {
            version = isKept ? overlay.version : overlay.version + 1
        }
        let watchlist = Watchlist(version: version, entries: applied)
        if !isKept {
            do {
                let image = try IndexBuilder.build(applied.map(\.entity), version: version)
                try IndexFile.write(image, to: indexPath)
                overlay.version = version
                try overlay.save(path: overlayPath)
            } catch {
                throw StateProblem("the compiled watchlist cannot be written; see that there is room: \(error)")
            }
        }
        let index = open(indexPath, O_RDONLY | O_CLOEXEC)
        guard index >= 0 else {
            throw StateProblem(
                "\(indexPath): \(String(cString: strerror(errno))); see that its folder belongs to uid \(geteuid())")
        }
        let noise = NoiseWarnings.of(applied)
        let told = Set((current?.noise ?? []).map(\.message))
        return CompiledWatchlist(
            watchlist: watchlist, files: files, overlay: overlay, noise: noise,
            newNoise: noise.filter { !told.contains($0.message) }, index: index, isChanged: true)
    }

    /// Whether the index file on disk is that of these entities: built anew, it has the same octets.
    private func isSame(_ entries: [WatchlistEntry], version: Int) -> Bool {
        guard version > 0, let image = try? IndexBuilder.build(entries.map(\.entity), version: version) else {
            return false
        }
        let descriptor = open(indexPath, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, Int(status.st_size) == image.count else { return false }
        var held = [UInt8](repeating: 0, count: image.count)
        let count = held.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        return count == image.count && held == image
    }
}
