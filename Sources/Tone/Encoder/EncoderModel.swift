import NewswatchModel

/// The encoder: a transformer over word pieces, for the languages that have one.
public final class EncoderModel: ToneModel {
    public let identity: ToneModelIdentity
    // Weights and vocabulary point into it.
    private let file: ToneModelFile
    private let pass: EncoderPass
    private var inputs: EncoderInputs

    /// Takes what it needs out of `file`, which need not be verified but should be: weights that were changed give
    /// other scores, and no other harm.
    ///
    /// - Parameters:
    ///   - rows: how many word pieces are computed at once, those of several mentions together; each takes some 15 kB.
    ///     One input always fits. More than 128 gain nothing: the weights stay in the cache from one pass to the next.
    public init(
        _ file: ToneModelFile, precision: TonePrecision = .int8, kernels: ToneKernels = .best, rows: Int = 128
    ) throws(ToneModelError) {
        guard file.header.engine == .encoder else {
            throw ToneModelError(
                file: file.file, kind: .unsupported, wrong: "its engine is \(file.header.engine.rawValue)",
                right: "an encoder is needed here")
        }
        let shape = try EncoderShape(file)
        let weights = try EncoderWeights(file, shape)
        (self.file, identity) = (file, file.identity)
        pass = EncoderPass(shape, weights, kernels, precision, most: min(max(rows, 1), 4096))
        inputs = EncoderInputs(
            try Vocabulary(file, count: shape.vocabulary), most: shape.pieces, mentionPieces: shape.mentionPieces)
    }

    public func judge(_ text: UnsafeBufferPointer<UInt8>, _ targets: [ToneTarget]) -> [ToneProbabilities] {
        logits(text, targets).map(ToneClasses.probabilities)
    }

    func input(_ text: UnsafeBufferPointer<UInt8>, _ target: ToneTarget) -> EncoderInput {
        inputs.input(text, target.clamped(to: text.count))
    }

    func logits(_ text: UnsafeBufferPointer<UInt8>, _ targets: [ToneTarget]) -> [SIMD3<Float>] {
        var found: [SIMD3<Float>] = []
        found.reserveCapacity(targets.count)
        var waiting: [EncoderInput] = []
        var rows = 0
        for target in targets {
            let next = input(text, target)
            if rows + next.ids.count > pass.most {
                found += pass.logits(waiting[...])
                waiting.removeAll(keepingCapacity: true)
                rows = 0
            }
            rows += next.ids.count
            waiting.append(next)
        }
        return found + pass.logits(waiting[...])
    }
}
