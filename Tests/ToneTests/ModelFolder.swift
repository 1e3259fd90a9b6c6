import Foundation
import NewswatchModel

@testable import Tone

/// Where the shipped models and their golden outputs lie.
enum ModelFolder {
    private static let root =
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    static let golden = root + "/Tests/ToneTests/Golden"
    static let models = root + "/Sources/Tone/Resources"

    /// "english-encoder" and so on: every model file there is.
    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: models)) ?? [])
        .filter { $0.hasSuffix(".nwtone") }.map { String($0.dropLast(7)) }.sorted()

    static func open(_ name: String) throws -> ToneModelFile {
        try ToneModelFile(path: "\(models)/\(name).nwtone")
    }

    /// The first model of an engine, for tests that need one and not a certain one.
    static func model(
        _ engine: ToneHeader.Engine, precision: TonePrecision = .int8, kernels: ToneKernels = .best, rows: Int = 256
    ) throws -> any TestedModel {
        for name in names {
            let file = try open(name)
            if file.header.engine == engine { return try model(file, precision, kernels, rows) }
        }
        throw Missing(engine: engine)
    }

    static func model(
        _ file: ToneModelFile, _ precision: TonePrecision, _ kernels: ToneKernels, _ rows: Int = 256
    ) throws -> any TestedModel {
        switch file.header.engine {
        case .encoder: try EncoderModel(file, precision: precision, kernels: kernels, rows: rows)
        case .convolution: try ConvolutionModel(file, precision: precision, kernels: kernels)
        }
    }

    struct Missing: Error { var engine: ToneHeader.Engine }
}

/// Both engines, with what lies before the probabilities.
protocol TestedModel: ToneModel {
    func logits(_ text: UnsafeBufferPointer<UInt8>, _ targets: [ToneTarget]) -> [SIMD3<Float>]
}

extension EncoderModel: TestedModel {}
extension ConvolutionModel: TestedModel {}

extension TestedModel {
    func logits(_ text: [UInt8], _ targets: [ToneTarget]) -> [SIMD3<Float>] {
        text.withUnsafeBufferPointer { logits($0, targets) }
    }
    func judge(_ text: [UInt8], _ targets: [ToneTarget]) -> [ToneProbabilities] {
        text.withUnsafeBufferPointer { judge($0, targets) }
    }
}
