import NewswatchModel
import Testing

@testable import Tone

@Suite struct OcclusionTests {
    private func evidence(
        _ text: String, _ name: String, most: Int, _ model: any ToneModel
    ) throws -> [(word: String, weight: Double)] {
        let bytes = Array(text.utf8)
        let wanted = Array(name.utf8)
        let start = try #require(
            (0...(bytes.count - wanted.count)).first { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) })
        let target = ToneTarget(
            passage: ByteRange(0, bytes.count), mention: ByteRange(start, start + wanted.count))
        return bytes.withUnsafeBufferPointer { buffer in
            Occlusion.evidence(of: model, buffer, target, most: most).map {
                (String(decoding: buffer[$0.range.start..<$0.range.end], as: UTF8.self), $0.weight)
            }
        }
    }

    @Test func theWordsThatMakeAScoreAreFound() throws {
        let model = try ModelFolder.model(.encoder)
        let against = try evidence("A court in the town said on Monday that Holt is corrupt.", "Holt", most: 3, model)
        #expect(against.contains { $0.word == "corrupt" && $0.weight < 0 }, "\(against)")
        #expect(against.allSatisfy { $0.word != "Holt" } && against.count <= 3)
        let praise = try evidence("Residents praised Holt on Monday.", "Holt", most: 2, model)
        #expect(praise.contains { $0.word == "praised" && $0.weight > 0 }, "\(praise)")
    }

    /// A model that counts: −0.1 for each "bad" in the passage, +0.1 for each "good".
    private final class Counter: ToneModel {
        let identity = ToneModelIdentity(name: "c", language: "en", engine: "c", bodySHA256: "", figures: [])
        private(set) var asked = 0

        func judge(_ text: UnsafeBufferPointer<UInt8>, _ targets: [ToneTarget]) -> [ToneProbabilities] {
            targets.map { target in
                asked += 1
                let passage = target.passage
                #expect(text[target.mention.start..<target.mention.end].elementsEqual("Holt".utf8))
                let words = String(decoding: text[passage.start..<passage.end], as: UTF8.self).split(separator: " ")
                let bad = 0.1 * Double(words.count { $0 == "bad" })
                let good = 0.1 * Double(words.count { $0 == "good" })
                return ToneProbabilities(negative: bad, neutral: 1 - bad - good, positive: good)
            }
        }
    }

    @Test func weightsAreWhatTheScoreLosesWithoutAWord() throws {
        let found = try evidence("A bad day , says Holt and good people", "Holt", most: 5, Counter())
        #expect(found.map(\.word) == ["bad", "good"])
        #expect(abs(found[0].weight + 0.1) < 1e-9 && abs(found[1].weight - 0.1) < 1e-9)
        #expect(
            try evidence("A bad day , says Holt and good people", "Holt", most: 1, Counter()).map(\.word) == ["bad"])
        #expect(try evidence("A bad day , says Holt", "Holt", most: 0, Counter()).isEmpty)
        #expect(try evidence("Holt", "Holt", most: 3, Counter()).isEmpty)
    }

    @Test func theNearestWordsOfALongPassageAreTried() throws {
        let counter = Counter()
        let far = String(repeating: "word ", count: 200_000)
        let text = "bad \(far)good Holt bad \(far)good"
        #expect(try evidence(text, "Holt", most: 9, counter).map(\.word) == ["good", "bad"])
        #expect(counter.asked == 2 + 2 * 32)
    }
}
