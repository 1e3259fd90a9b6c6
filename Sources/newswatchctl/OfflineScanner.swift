import ControlProtocol
import Glibc
import Matching
import NewswatchModel
import ReaderProtocol
import WatchlistFiles

/// The engine of the daemon without the daemon: the index in a memory file and a worker of one's own.
final class OfflineScanner {
    /// A worker may use as much as the daemon's by default.
    static let limits = ReaderConfiguration(memoryLimit: 512 << 20, cpuSeconds: 30, maxFileSize: 16 << 20)

    private let names: [EntityID: String]
    private let index: Int32
    private let executable: String
    /// Started anew after a file that ended it.
    private var reader: BlockingReader?
    private var count: UInt64 = 0

    /// Reads the watchlist's files and builds their index.
    init(watchlist paths: [String]) throws {
        guard let executable = ReaderLocation.find() else {
            throw Failure(
                .internal,
                "newswatch-reader is not found beside newswatchctl nor at \(ReaderLocation.installed); "
                    + "name it in NEWSWATCH_READER")
        }
        self.executable = executable
        let entities = try WatchlistCommand.entries(paths).map(\.entity)
        names = Dictionary(uniqueKeysWithValues: entities.map { ($0.id, $0.name) })
        let image: [UInt8]
        do {
            image = try IndexBuilder.build(entities, version: 1)
        } catch {
            throw Failure(.usage, "the watchlist cannot be compiled: \(error)")
        }
        index = try FileInput.memory("newswatch-index", image)
    }

    deinit { close(index) }

    /// What is in one file, an item for each article.
    func scan(_ input: FileInput, format: ArticleFormat?, overlapAll: Bool, withText: Bool) throws -> [ScanItem] {
        count += 1
        let request = ScanRequest(id: count, fileName: input.shortName, format: format, overlapAll: overlapAll)
        let result: ScanResult
        do throws(ReaderProcessError) {
            result = try worker().scan(request, descriptor: input.descriptor)
        } catch {
            reader = nil
            throw Failure(.internal, error.description)
        }
        switch result.outcome {
        case .rejected(let rejection): throw Failure(.usage, "\(rejection.reason.rawValue): \(rejection.detail)")
        case .articles(let articles):
            return articles.map {
                ScanItem(file: input.name, sha256: result.sha256, scanned: $0, withText: withText) { names[$0] }
            }
        }
    }

    private func worker() throws(ReaderProcessError) -> BlockingReader {
        if let reader { return reader }
        let started = try BlockingReader(executable: executable, configuration: Self.limits, indexDescriptor: index)
        reader = started
        return started
    }
}
