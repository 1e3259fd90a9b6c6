import ControlProtocol
import Glibc
import Matching
import NewswatchModel
import ReaderProtocol

/// Lines in, answers out, in order: batches of questions for a worker of one's own.
struct ToneStream {
    /// Octets of a line.
    static let lineLimit = 1 << 20
    /// Questions of a batch, and octets of their texts.
    private static let batch = (questions: 64, octets: 4 << 20)

    private enum Entry {
        case question(LineID?)
        case answer(ToneAnswer)
    }

    private let reader: BlockingReader
    private let languages: Set<String>
    private let tell: (ToneAnswer) -> Void
    private var entries: [Entry] = []
    private var questions: [ToneQuestion] = []
    private var octets = 0
    /// Handed in and not answered yet: while the worker is at it, the next batch is read.
    private var underWay: (id: UInt64, entries: [Entry])?
    private(set) var lines = 0
    /// Lines without an answer.
    private(set) var bad = 0

    /// - Parameter tell: gets each answer, in the lines' order.
    init(engine: ToneEngine, tell: @escaping (ToneAnswer) -> Void) throws {
        self.tell = tell
        let index = try FileInput.memory("newswatch-index", try IndexBuilder.build([], version: 1))
        defer { close(index) }
        var configuration = OfflineScanner.limits(engine)
        // Thousands of lines are one long piece of work.
        configuration.cpuSeconds = 0
        reader = try BlockingReader(
            executable: try OfflineScanner.reader(), configuration: configuration, indexDescriptor: index)
        for problem in reader.ready.modelProblems { Output.complain(problem, prefix: "warning: ") }
        languages = Set(reader.ready.models.map(\.language))
        guard !languages.isEmpty else {
            throw Failure(
                .notFound,
                "there are no tone models in \(configuration.modelFolder ?? ModelLocation.installed); "
                    + "name their folder in NEWSWATCH_MODELS")
        }
    }

    mutating func take(_ line: LineReader.Line) throws {
        lines += 1
        switch line {
        case .tooLong: refuse(nil, "it has more than \(Self.lineLimit) octets")
        case .text(let octets):
            if octets.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return refuse(nil, "it is empty") }
            do throws(ToneLine.Fault) {
                let asked = try ToneLine.read(octets)
                entries.append(.question(asked.id))
                questions.append(asked.question)
                self.octets += asked.question.text.utf8.count
            } catch { refuse(error.id, error.message) }
        }
        if questions.count >= Self.batch.questions || octets >= Self.batch.octets { try handIn() }
    }

    /// Returns when every line has its answer.
    mutating func settle() throws {
        try handIn()
        try collect()
    }

    private mutating func refuse(_ id: LineID?, _ message: String) {
        bad += 1
        entries.append(.answer(.error(id: id, line: lines, message: message)))
    }

    private mutating func handIn() throws {
        guard !entries.isEmpty else { return }
        let id = questions.isEmpty ? nil : try asking { () throws(ReaderProcessError) in try reader.ask(questions) }
        try collect()
        if let id { underWay = (id, entries) } else { told(entries, []) }
        (entries, questions, octets) = ([], [], 0)
    }

    private mutating func collect() throws {
        guard let (id, asked) = underWay else { return }
        underWay = nil
        told(asked, try asking { () throws(ReaderProcessError) in try reader.answers(to: id) })
    }

    private func asking<Value>(_ body: () throws(ReaderProcessError) -> Value) throws -> Value {
        do throws(ReaderProcessError) { return try body() } catch { throw Failure(.internal, error.description) }
    }

    private mutating func told(_ entries: [Entry], _ scores: [ToneScore?]) {
        var next = scores.makeIterator()
        for entry in entries {
            switch entry {
            case .answer(let answer): tell(answer)
            case .question(let id):
                if let score = next.next() ?? nil {
                    tell(.score(id: id, score))
                } else {
                    bad += 1
                    let known = languages.sorted().joined(separator: ", ")
                    tell(.error(id: id, line: nil, message: "no tone for this language; there is for \(known)"))
                }
            }
        }
    }
}
