import Foundation
import NewswatchModel

@testable import Tone

/// What Training wrote beside a model: inputs, and what they become.
struct GoldenFile {
    struct Head: Decodable {
        var model: String
        var bodySHA256: String
        var count: Int
    }

    struct Case: Decodable {
        var text: String
        var from: Int
        var to: Int
        var mentionFrom: Int
        var mentionTo: Int
        var ids: [Int]?
        var words: [Int]?
        var prefixes: [Int]?
        var suffixes: [Int]?
        var shapes: [Int]?
        var positions: [Int]?
        var fp32: [Float]
        var int8: [Float]

        /// Offsets in the file count scalars.
        var target: ToneTarget {
            let scalars = text.unicodeScalars
            func octets(_ count: Int) -> Int { scalars.prefix(count).reduce(0) { $0 + UTF8.width($1) } }
            return ToneTarget(
                passage: ByteRange(0, text.utf8.count), mention: ByteRange(octets(from), octets(to)))
        }
    }

    let head: Head
    let cases: [Case]

    init(_ model: String) throws {
        let text = try String(contentsOfFile: "\(ModelFolder.golden)/\(model).golden.jsonl", encoding: .utf8)
        let lines = text.split(separator: "\n").map { Data($0.utf8) }
        head = try JSONDecoder().decode(Head.self, from: lines[0])
        cases = try lines.dropFirst().map { try JSONDecoder().decode(Case.self, from: $0) }
    }
}
