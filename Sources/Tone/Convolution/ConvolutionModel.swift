import NewswatchModel

/// The convolution: small, fast, over hashed words; for every language there is data for.
public final class ConvolutionModel: ToneModel {
    public let identity: ToneModelIdentity
    // Weights point into it.
    private let file: ToneModelFile
    private let pass: ConvolutionPass
    private var inputs: ConvolutionInputs

    /// Takes what it needs out of `file`, which need not be verified but should be: weights that were changed give
    /// other scores, and no other harm.
    public init(
        _ file: ToneModelFile, precision: TonePrecision = .int8, kernels: ToneKernels = .best
    ) throws(ToneModelError) {
        guard file.header.engine == .convolution else {
            throw ToneModelError(
                file: file.file, kind: .unsupported, wrong: "its engine is \(file.header.engine.rawValue)",
                right: "a convolution is needed here")
        }
        let shape = try ConvolutionShape(file)
        (self.file, identity) = (file, file.identity)
        pass = try ConvolutionPass(file, shape, kernels, precision)
        inputs = ConvolutionInputs(shape)
    }

    public func judge(_ text: UnsafeBufferPointer<UInt8>, _ targets: [ToneTarget]) -> [ToneProbabilities] {
        logits(text, targets).map(ToneClasses.probabilities)
    }

    func input(_ text: UnsafeBufferPointer<UInt8>, _ target: ToneTarget) -> ConvolutionInput {
        inputs.input(text, target.clamped(to: text.count))
    }

    func logits(_ text: UnsafeBufferPointer<UInt8>, _ targets: [ToneTarget]) -> [SIMD3<Float>] {
        targets.map { pass.logits(input(text, $0)) }
    }
}
