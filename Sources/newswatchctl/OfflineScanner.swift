import ControlProtocol
import Glibc
import Matching
import NewswatchModel
import ReaderProtocol
import WatchlistFiles

/// The engine of the daemon without the daemon: the index in a memory file and a worker of one's own.
final class OfflineScanner {
    /// A worker may use as much as the daemon's by default.
    static func limits(_ engine: ToneEngine, _ words: ToneWordLists = ToneWordLists()) -> ReaderConfiguration {
        ReaderConfiguration(
            memoryLimit: 512 << 20, cpuSeconds: 30, maxFileSize: 16 << 20, toneEngine: engine,
            modelFolder: ModelLocation.find(), toneWords: words)
    }

    private let names: [EntityID: String]
    private let index: Int32
    private let executable: String
    private let configuration: ReaderConfiguration
    /// Started anew after a file that ended it.
    private var reader: BlockingReader?
    private var count: UInt64 = 0

    /// Reads the watchlist's files and builds their index.
    init(watchlist paths: [String]) throws {
        executable = try Self.reader()
        let entities = try WatchlistCommand.entries(paths).map(\.entity)
        configuration = Self.limits(.auto, ToneWordLists(everywhere: ToneWords(), entities: entities))
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

    /// Path of the worker program.
    static func reader() throws -> String {
        if let executable = ReaderLocation.find() { return executable }
        throw Failure(
            .internal,
            "newswatch-reader is not found beside newswatchctl nor at \(ReaderLocation.installed); "
                + "name it in NEWSWATCH_READER")
    }

    /// What is in one file, an item for each article.
    func scan(_ input: FileInput, format: ArticleFormat?, overlapAll: Bool, withText: Bool, explained: Bool) throws
        -> [ScanItem]
    {
        count += 1
        let request = ScanRequest(
            id: count, fileName: input.shortName, format: format, overlapAll: overlapAll,
            explained: explained ? .all : .none)
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
        let started = try BlockingReader(
            executable: executable, configuration: configuration, indexDescriptor: index)
        for problem in started.ready.modelProblems { Output.complain(problem, prefix: "warning: ") }
        reader = started
        return started
    }
}
