import ControlProtocol
import NewswatchModel
import ReaderProtocol

/// What a line is called by: text or a number, given back as it came.
enum LineID: Codable {
    case text(String)
    case whole(Int)
    case number(Double)

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let whole = try? value.decode(Int.self) {
            self = .whole(whole)
        } else {
            self = .number(try value.decode(Double.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .text(let text): try value.encode(text)
        case .whole(let whole): try value.encode(whole)
        case .number(let number): try value.encode(number)
        }
    }

    var shown: String {
        switch self {
        case .text(let text): text
        case .whole(let whole): "\(whole)"
        case .number(let number): "\(number)"
        }
    }
}

/// A line of `newswatchctl tone`.
enum ToneLine {
    /// Why a line is no question.
    struct Fault: Error {
        let id: LineID?
        let message: String
    }

    private struct Fields: Decodable {
        let id: LineID?
        let text: String
        let from: Int
        let to: Int
        let lang: String?
    }

    private struct Named: Decodable { let id: LineID? }

    static func read(_ octets: [UInt8]) throws(Fault) -> (id: LineID?, question: ToneQuestion) {
        let fields: Fields
        do {
            fields = try ControlJSON.decode(Fields.self, from: octets)
        } catch {
            let id = (try? ControlJSON.decode(Named.self, from: octets))?.id
            throw Fault(id: id, message: ControlJSON.explain(error))
        }
        guard let mention = range(fields) else {
            let length = fields.text.unicodeScalars.count
            throw Fault(
                id: fields.id,
                message:
                    "from \(fields.from), to \(fields.to): 0 ≤ from < to ≤ \(length), the text's characters, is wanted")
        }
        return (fields.id, ToneQuestion(text: fields.text, mention: mention, language: fields.lang ?? ""))
    }

    /// Code points as octets.
    private static func range(_ fields: Fields) -> ByteRange? {
        let scalars = fields.text.unicodeScalars
        guard fields.from >= 0, fields.from < fields.to,
            let start = scalars.index(scalars.startIndex, offsetBy: fields.from, limitedBy: scalars.endIndex),
            let end = scalars.index(start, offsetBy: fields.to - fields.from, limitedBy: scalars.endIndex)
        else { return nil }
        let utf8 = fields.text.utf8
        return ByteRange(utf8.distance(from: utf8.startIndex, to: start), utf8.distance(from: utf8.startIndex, to: end))
    }
}

/// What a line is answered by.
enum ToneAnswer {
    case score(id: LineID?, ToneScore)
    /// `line` counts from 1.
    case error(id: LineID?, line: Int?, message: String)

    private struct Score: Encodable {
        var schema = ControlJSON.schema
        var type = "tone"
        let id: LineID?
        /// −1, 0 or 1.
        let label: Int
        let score: Double
        /// Negative, neutral, positive.
        let probabilities: [Double]
        let model: String
    }

    private struct Problem: Encodable {
        var schema = ControlJSON.schema
        var type = "error"
        let id: LineID?
        let line: Int?
        let message: String
    }

    var json: String {
        switch self {
        case .score(let id, let tone):
            let p = tone.probabilities
            return ControlJSON.encode(
                Score(
                    id: id, label: Self.number(tone.label), score: Self.short(tone.score),
                    probabilities: [p.negative, p.neutral, p.positive].map(Self.short), model: tone.model))
        case .error(let id, let line, let message):
            return ControlJSON.encode(Problem(id: id, line: line, message: message))
        }
    }

    /// For people.
    func text(_ output: Output) -> String {
        switch self {
        case .score(let id, let tone): (id.map { $0.shown + "  " } ?? "") + output.tone(ToneItem(tone))
        case .error(let id, let line, let message):
            (id.map { $0.shown + "  " } ?? "") + (line.map { "line \($0): " } ?? "") + message
        }
    }

    private static func number(_ label: ToneLabel) -> Int {
        switch label {
        case .negative: -1
        case .neutral: 0
        case .positive: 1
        }
    }

    /// Six decimals: what differs further behind is the rounding of sums.
    private static func short(_ value: Double) -> Double { (value * 1_000_000).rounded() / 1_000_000 }
}
