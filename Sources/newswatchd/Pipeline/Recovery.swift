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
    static func look(at folders: SpoolFolders, archive: Archive, log: Logger) async throws(ArchiveError) -> Found {
        var found = Found()
        let attempts = try await archive.attempts()
        var files: [ClaimedFile] = []
        for octets in SpoolFolders.names(in: folders.work) {
            let name = String(decoding: octets.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard var file = ClaimedFile(work: WorkName(rawValue: name)) else {
                log.warning("work/\(name) is no name that Newswatch gives; it is left alone")
                continue
            }
            file.attempts = attempts[file.work] ?? 0
            files.append(file)
        }
        files.sort { $0.work.rawValue < $1.work.rawValue }
        let drops = try await archive.drops(works: files.map(\.work))
        for file in files {
            if let drop = drops[file.work] {
                found.recorded.append(drop)
            } else if file.attempts >= Pipeline.maximumAttempts {
                found.poisoned.append(file)
            } else {
                found.files.append(file)
            }
        }
        return found
    }
}
