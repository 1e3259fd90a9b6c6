import Archive
import CLinux
import ContentHash
import ControlProtocol
import Glibc
import NewswatchModel
import ReaderProtocol
import Systemd

/// SCAN, SUBMIT and RETRY: files that a client hands in.
extension Daemon {
    func scan(_ request: Request, _ connection: Connection) async throws -> Answer {
        let name = try fileName(request) ?? "payload"
        let format = try request.options["format"].map { text in
            guard let format = ArticleFormat(rawValue: text) else {
                let known = ArticleFormat.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal(.badArgument, "format=\(text): known are \(known)")
            }
            return format
        }
        if let overlap = request.options["overlap"], overlap != "all", overlap != "longest" {
            throw Refusal(.badArgument, "overlap=\(overlap): known are longest and all")
        }
        let outcome = await outcome(
            ofFile: name, format: format, overlapAll: request.options["overlap"] == "all",
            explained: request.options["why"] == "yes" ? .all : .none, descriptor: try input(request, connection))
        let result = try result(of: outcome)
        switch result.outcome {
        case .rejected(let rejection):
            throw Refusal(.badArgument, rejection.detail, [("reason", rejection.reason.rawValue)])
        case .articles(let articles):
            return Answer(
                list: articles.map { article in
                    ScanItem(
                        file: name, sha256: result.sha256, scanned: article,
                        withText: request.options["text"] == "yes",
                        name: { current.watchlist[$0]?.entity.name })
                })
        }
    }

    /// Has a worker read a file before the spool's; `descriptor` and `trial` are closed.
    func outcome(
        ofFile name: String, format: ArticleFormat? = nil, overlapAll: Bool = false, explained: ExplainedMentions,
        trial: Work.Trial? = nil, descriptor: Int32
    ) async -> WorkOutcome {
        await withCheckedContinuation { continuation in
            pool.giveSoon(
                Work(
                    fileName: name, format: format, overlapAll: overlapAll, explained: explained, trial: trial,
                    descriptor: descriptor
                ) { continuation.resume(returning: $0) })
        }
    }

    /// What the worker found, or why it found nothing.
    func result(of outcome: WorkOutcome) throws -> ScanResult {
        switch outcome {
        case .overran:
            throw Refusal(.timeout, "reading it took longer than [workers] deadline-milliseconds allows")
        case .crashed(let end):
            throw Refusal(.internal, "the worker that read it ended by \(end)")
        case .notTried:
            throw Refusal(.busy, "no worker could take it", [("retry-ms", "1000")])
        case .scanned(let result): return result
        }
    }

    func submit(_ request: Request, _ connection: Connection) async throws -> Answer {
        guard pipeline.pause == nil else {
            throw Refusal(.readOnly, "nothing is taken at the moment: \(pipeline.pause?.reason ?? "")")
        }
        guard pipeline.room > 0 else { throw Refusal(.busy, "the spool is full of work", [("retry-ms", "500")]) }
        let descriptor = try input(request, connection)
        defer { close(descriptor) }
        let name = try fileName(request) ?? "submitted"
        let file = ClaimedFile(name: name, source: nil, received: clock())
        let folders = shelf.folders
        let limit = configuration.spool.maxFileSize
        // Copying and fsync take milliseconds that the loop has not.
        let copied = await Task.detached { SubmittedFile.copy(descriptor, as: file.work, into: folders, limit: limit) }
            .value
        let sha256: String
        switch copied {
        case .failure(let refusal): throw refusal
        case .success(let hash): sha256 = hash
        }
        let known: Drop?
        do throws(ArchiveError) { known = try await archive.drop(sha256: sha256) } catch {
            unlinkat(folders.work, SubmittedFile.temporaryName(file.work), 0)
            throw error
        }
        if let known {
            unlinkat(folders.work, SubmittedFile.temporaryName(file.work), 0)
            return Answer(fields: [("dup", "\(known.id)")])
        }
        let code = await Task.detached { SubmittedFile.publish(file.work, in: folders) }.value
        guard code == 0 else { throw SubmittedFile.trouble(code) }
        pipeline.take(file)
        audit(request.verb, connection, file.work.rawValue)
        return Answer(fields: [("id", file.work.rawValue)])
    }

    func retry(_ request: Request, _ connection: Connection) async throws -> Answer {
        let name = request.positional[0]
        let drop: Drop?
        if let id = Int64(name) {
            drop = try await archive.drop(id: id)
        } else {
            drop = try await archive.drop(work: WorkName(rawValue: name))
        }
        guard let drop else { throw Refusal(.notFound, "there is no file \(name); FILES state=quarantined lists them") }
        guard drop.state == .quarantined else {
            throw Refusal(.badArgument, "file \(name) is \(drop.state.rawValue), not quarantined")
        }
        // What could not be put away yet is still in work/.
        var status = stat()
        let wasInWork = fstatat(shelf.folders.work, drop.work.rawValue, &status, AT_SYMLINK_NOFOLLOW) == 0
        if !wasInWork {
            let code = shelf.takeBack(drop.work)
            if code == ENOENT {
                _ = try await archive.retry(dropID: drop.id)
                audit(.retry, connection, drop.work.rawValue)
                throw Refusal(.notFound, "\(Shelf.place(of: drop)) is gone; it counts as quarantined no longer")
            }
            guard code == 0 else {
                throw Refusal(
                    .notFound, "\(Shelf.place(of: drop)) cannot be moved back: \(String(cString: strerror(code)))")
            }
        }
        do throws(ArchiveError) { _ = try await archive.retry(dropID: drop.id) } catch {
            if !wasInWork { _ = shelf.put(away: [drop]) }
            throw error
        }
        pipeline.forgetStuck(drop.work)
        let file = ClaimedFile(drop)
        pipeline.take(file)
        audit(.retry, connection, drop.work.rawValue)
        return Answer(fields: [("id", drop.work.rawValue)])
    }

    /// The name that a client gives a file.
    private func fileName(_ request: Request) throws -> String? {
        guard let name = request.options["name"] else { return nil }
        let isGood =
            (1...255).contains(name.utf8.count) && !name.utf8.contains { $0 == 0x2F || $0 < 0x20 || $0 == 0x7F }
        guard isGood else {
            throw Refusal(.badArgument, "name: 1 to 255 octets without / and control characters are wanted")
        }
        return name
    }

    /// The payload in a file in memory, or the descriptor that came with the line. The caller closes it.
    private func input(_ request: Request, _ connection: Connection) throws -> Int32 {
        if request.verb.takesDescriptor {
            guard let descriptor = connection.takeDescriptor() else {
                throw Refusal(.noDescriptor, "\(request.verb.rawValue) wants a descriptor sent with its line")
            }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                fcntl(descriptor, F_GETFL) & O_ACCMODE != O_WRONLY
            else {
                close(descriptor)
                throw Refusal(.badArgument, "the descriptor is not of a regular file open for reading")
            }
            return descriptor
        }
        let payload = request.payload ?? []
        let descriptor = nw_memfd("newswatch-payload")
        let written = payload.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard descriptor >= 0, written == payload.count else {
            if descriptor >= 0 { close(descriptor) }
            throw Refusal(.busy, "no memory for the payload", [("retry-ms", "1000")])
        }
        return descriptor
    }
}

/// A file on its way from a client into the spool.
enum SubmittedFile {
    /// A name in `work/` that recovery passes over: no ULID stands in front.
    static func temporaryName(_ work: WorkName) -> String { ".\(work)" }

    static func isTemporary(_ name: String) -> Bool {
        name.first == "." && ClaimedFile(work: WorkName(rawValue: String(name.dropFirst()))) != nil
    }

    /// Copies at most `limit` octets under a temporary name, has them on disk, and gives their hash.
    static func copy(
        _ descriptor: Int32, as work: WorkName, into folders: SpoolFolders, limit: Int
    ) -> Result<String, Refusal> {
        let name = temporaryName(work)
        let target = openat(folders.work, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard target >= 0 else { return .failure(trouble(errno)) }
        defer { close(target) }
        func failed(_ refusal: Refusal) -> Result<String, Refusal> {
            unlinkat(folders.work, name, 0)
            return .failure(refusal)
        }
        var hash = SHA256()
        var offset = 0
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            let count = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
            if count < 0 {
                return failed(
                    Refusal(.badArgument, "the descriptor cannot be read: \(String(cString: strerror(errno)))"))
            }
            if count == 0 { break }
            offset += count
            if offset > limit {
                return failed(
                    Refusal(
                        .tooBig, "it has more than the \(limit) octets that [spool] max-file-size allows",
                        [("limit", "\(limit)")]))
            }
            let written = buffer.withUnsafeBytes { bytes in
                hash.update(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
                return write(target, bytes.baseAddress, count)
            }
            if written != count { return failed(trouble(written < 0 ? errno : ENOSPC)) }
        }
        guard fsync(target) == 0 else { return failed(trouble(errno)) }
        return .success(hash.finish())
    }

    /// Gives it the name under which recovery takes it, on disk when this returns. An errno, or 0; then it is gone.
    static func publish(_ work: WorkName, in folders: SpoolFolders) -> Int32 {
        let temporary = temporaryName(work)
        guard nw_rename_noreplace(folders.work, temporary, folders.work, work.rawValue) == 0 else {
            defer { unlinkat(folders.work, temporary, 0) }
            return errno
        }
        guard fsync(folders.work) == 0 else {
            defer { unlinkat(folders.work, work.rawValue, 0) }
            return errno
        }
        return 0
    }

    static func trouble(_ code: Int32) -> Refusal {
        Refusal(
            code == ENOSPC || code == EROFS ? .readOnly : .internal,
            "the spool cannot be written: \(String(cString: strerror(code)))")
    }
}
