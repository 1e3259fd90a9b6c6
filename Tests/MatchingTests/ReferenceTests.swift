import NewswatchModel
import Testing

@testable import Matching

/// SplitMix64, so that a failure can be run again.
struct FixedSeed: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// A text whose words and gaps are known because it was put together from them, searched by trying each name at
/// each word. It shares no code with the matcher.
private struct SlowText {
    /// Spelling and its folded form.
    static let words: [(String, String)] = [
        ("Ab", "ab"), ("ab", "ab"), ("AB", "ab"), ("Żar", "zar"), ("zar", "zar"), ("Ёж", "еж"), ("еж", "еж"),
        ("İs", "is"), ("of", "of"), ("Cd", "cd"), ("Weiß", "weiss"), ("WEISS", "weiss"), ("Café", "cafe"),
    ]
    static let gaps: [(String, joins: Bool)] = [
        (" ", true), (" ", true), (" ", true), ("-", true), ("\u{A0}", true), ("\n", true), ("\u{2014}", true),
        (", ", false), ("\n\n", false), (" - ", false), ("/", false), ("_", false),
    ]
    var text = ""
    var tokens: [(word: Int, range: ByteRange, joins: Bool)] = []

    init(_ random: inout FixedSeed, count: Int) {
        var joins = false
        for _ in 0..<count {
            let word = Int.random(in: 0..<Self.words.count, using: &random)
            let start = text.utf8.count
            text += Self.words[word].0
            tokens.append((word, ByteRange(start, text.utf8.count), joins))
            let gap = Self.gaps[Int.random(in: 0..<Self.gaps.count, using: &random)]
            text += gap.0
            joins = gap.joins
        }
    }

    private static func reads(_ word: String, wanted: String, nameCase: NameCase) -> Bool {
        switch nameCase {
        case .any: return true
        case .exact: return word.map { $0.isUppercase } == wanted.map { $0.isUppercase }
        case .smart:
            guard wanted.first?.isUppercase == true else { return true }
            let isAcronym = wanted.count <= 3 && wanted.allSatisfy { $0.isUppercase }
            return isAcronym ? word.allSatisfy { $0.isUppercase } : word.first?.isUppercase == true
        }
    }

    /// (first token, range, name) of each name that stands anywhere.
    func all(_ names: [[Int]], _ nameCase: NameCase) -> [(first: Int, range: ByteRange, name: Int)] {
        var result: [(Int, ByteRange, Int)] = []
        for start in tokens.indices {
            for (number, name) in names.enumerated() where start + name.count <= tokens.count {
                let fits = name.indices.allSatisfy { place in
                    let token = tokens[start + place]
                    let (have, want) = (Self.words[token.word], Self.words[name[place]])
                    return have.1 == want.1 && (place == 0 || token.joins)
                        && Self.reads(have.0, wanted: want.0, nameCase: nameCase)
                }
                guard fits else { continue }
                result.append(
                    (start, ByteRange(tokens[start].range.start, tokens[start + name.count - 1].range.end), number))
            }
        }
        return result
    }

    func longest(_ names: [[Int]], _ nameCase: NameCase) -> [(first: Int, range: ByteRange, name: Int)] {
        let all = all(names, nameCase)
        var result: [(Int, ByteRange, Int)] = []
        var from = 0
        for start in tokens.indices where tokens[start].range.start >= from {
            let here = all.filter { $0.first == start }
            guard let end = here.map(\.range.end).max() else { continue }
            result += here.filter { $0.range.end == end }
            from = end
        }
        return result
    }
}

@Suite("Against a slow matcher")
struct ReferenceTests {
    @Test(arguments: [NameCase.smart, .any, .exact]) func bothFindTheSame(_ nameCase: NameCase) throws {
        var random = FixedSeed(state: 20_261_124)
        var total = 0
        for round in 0..<200 {
            let names = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                (0..<Int.random(in: 1...3, using: &random)).map { _ in
                    Int.random(in: 0..<SlowText.words.count, using: &random)
                }
            }
            // A name all in capitals with a long word among them has a rule of its own, tested elsewhere.
            let spellings = names.map { $0.map { SlowText.words[$0].0 }.joined(separator: " ") }
            let kept = spellings.indices.filter { spellings[$0].uppercased() != spellings[$0] || names[$0].count == 1 }
            let entities = try kept.enumerated().map { place, index in
                try entity(place, spellings[index]) { $0.nameCase = nameCase }
            }
            let text = SlowText(&random, count: 40)
            let paths = kept.map { names[$0] }
            for overlap in Overlap.allCases {
                let slow = overlap == .all ? text.all(paths, nameCase) : text.longest(paths, nameCase)
                let wanted = Set(slow.map { "\($0.range.start)-\($0.range.end) e\($0.name)" })
                let found = try mentions(entities, text.text, overlap: overlap)
                let got = Set(found.map { "\($0.range.start)-\($0.range.end) \($0.entity)" })
                #expect(got == wanted, "round \(round): \(spellings) in \(text.text.debugDescription)")
                #expect(found.count == got.count)
                total += found.count
            }
        }
        #expect(total > 1000)
    }
}
