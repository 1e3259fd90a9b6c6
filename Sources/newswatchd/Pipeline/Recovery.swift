import Archive
import Glibc
import Logging
import NewswatchModel

/// What a start finds in `work/` and makes of it, before READY=1.
enum Recovery {
    struct Found {
        /// To be read, those with attempts one at a time.
        var files: [ClaimedFile] = []
        /// Recorded before the last end; only the rename is missing.
        var recorded: [Drop] = []
        /// Blamed too often.
        var poisoned: [ClaimedFile] = []
    }

    /// Looks at every name in `work/`. Names that Newswatch does not give are left alone and told.
    static func look(at folders: SpoolFolders, archive: Archive, log: Logger) async throws -> Found {
        var found = Found()
        let attempts = try await archive.attempts()
        var files: [ClaimedFile] = []
        let code = SpoolFolders.forEachName(in: folders.work) { octets in
            let name = String(decoding: octets.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if var file = ClaimedFile(work: WorkName(rawValue: name)) {
                file.attempts = attempts[file.work] ?? 0
                files.append(file)
            } else if SubmittedFile.isTemporary(name) {
                // A client's file that was never whole, so that the client was never told it is safe.
                unlinkat(folders.work, octets, 0)
                log.notice("work/\(name) is the beginning of a submission that was cut off; it is removed")
            } else {
                log.warning("work/\(name) is no name that Newswatch gives; it is left alone")
            }
            return true
        }
        guard code == 0 else {
            throw SpoolError.unusable(path: folders.path + "/work", doing: "read the folder", errno: code)
        }
        // The least suspected first, so that no file stands in for another that ends the daemon.
        files.sort { ($0.attempts, $0.work.rawValue) < ($1.attempts, $1.work.rawValue) }
        let drops = try await archive.drops(works: files.map(\.work))
        for file in files {
            if let drop = drops[file.work] {
                found.recorded.append(drop)
            } else if file.attempts >= Pipeline.maximumEnds {
                found.poisoned.append(file)
            } else {
                found.files.append(file)
            }
        }
        return found
    }
}
