import NewswatchModel
import Testing

@testable import Tone

@Suite struct GoldenTests {
    @Test func thereAreModels() {
        #expect(!ModelFolder.names.isEmpty, "none in \(ModelFolder.models)")
    }

    @Test(arguments: ModelFolder.names)
    func filesAreWholeAndTheOnesTheirGoldenOutputsBelongTo(name: String) throws {
        let file = try ModelFolder.open(name)
        try file.verify()
        let golden = try GoldenFile(name)
        #expect(golden.head.bodySHA256 == file.identity.bodySHA256)
        #expect(golden.head.count == golden.cases.count && golden.cases.count >= 10)
        #expect(file.identity.name == "\(golden.head.model)@\(golden.head.bodySHA256.prefix(8))")
        #expect(name.hasSuffix(file.identity.engine))
        #expect(!file.identity.figures.isEmpty)
        for figures in file.identity.figures {
            #expect(figures.low <= figures.macroF1 && figures.macroF1 <= figures.high && figures.high <= 1)
        }
    }

    @Test(arguments: ModelFolder.names)
    func textsBecomeTheSameTokensAsInTraining(name: String) throws {
        let model = try ModelFolder.model(try ModelFolder.open(name), .int8, .best)
        for one in try GoldenFile(name).cases {
            let text = Array(one.text.utf8)
            text.withUnsafeBufferPointer { bytes in
                if let encoder = model as? EncoderModel {
                    let input = encoder.input(bytes, one.target)
                    #expect(input.ids.map(Int.init) == one.ids, "\(one.text)")
                    #expect(input.mention == one.mentionFrom..<one.mentionTo, "\(one.text)")
                } else if let convolution = model as? ConvolutionModel {
                    let input = convolution.input(bytes, one.target)
                    #expect(input.tokens.map(\.word) == one.words, "\(one.text)")
                    #expect(input.tokens.map(\.prefix) == one.prefixes, "\(one.text)")
                    #expect(input.tokens.map(\.suffix) == one.suffixes, "\(one.text)")
                    #expect(input.tokens.map(\.shape) == one.shapes, "\(one.text)")
                    #expect(input.tokens.indices.map(input.position) == one.positions, "\(one.text)")
                    #expect(input.mention == one.mentionFrom..<one.mentionTo, "\(one.text)")
                }
            }
        }
    }

    @Test(arguments: ModelFolder.names, ToneKernels.all.map(\.name))
    func exactLogitsAreThoseOfTheReference(name: String, kernels: String) throws {
        let apart = try farthest(name, kernels, .fp32) { $0.fp32 }
        #expect(apart < 1e-5, "\(name), \(kernels): \(apart)")
    }

    /// A value may round to its other neighbour when sums are added in another order; more than that is an error.
    @Test(arguments: ModelFolder.names, ToneKernels.all.map(\.name))
    func roundedLogitsAreNearThoseOfTheReference(name: String, kernels: String) throws {
        let apart = try farthest(name, kernels, .int8) { $0.int8 }
        #expect(apart < 0.1, "\(name), \(kernels): \(apart)")
    }

    private func farthest(
        _ name: String, _ kernels: String, _ precision: TonePrecision, _ wanted: (GoldenFile.Case) -> [Float]
    ) throws -> Float {
        let kernels = try #require(ToneKernels.all.first { $0.name == kernels })
        let model = try ModelFolder.model(try ModelFolder.open(name), precision, kernels)
        var apart: Float = 0
        for one in try GoldenFile(name).cases {
            let logits = model.logits(Array(one.text.utf8), [one.target])[0]
            for label in 0..<3 { apart = max(apart, abs(logits[label] - wanted(one)[label])) }
        }
        return apart
    }
}
