import Glibc
import NewswatchModel

/// The last product of both engines: three rows in f32, and what they mean.
struct ToneClasses {
    // Valid while the file lives, which the model keeps.
    private let weight: UnsafePointer<Float>
    private let bias: UnsafePointer<Float>
    private let columns: Int

    init(_ file: ToneModelFile, columns: Int) throws(ToneModelError) {
        weight = try file.floats("classes.weight", 3, columns)
        bias = try file.floats("classes.bias", 3)
        self.columns = columns
    }

    /// Logits of negative, neutral, positive from a row of `columns`, which becomes its hyperbolic tangent.
    func logits(_ row: UnsafeMutablePointer<Float>, _ kernels: ToneKernels) -> SIMD3<Float> {
        for place in 0..<columns { row[place] = tanhf(row[place]) }
        var found = SIMD3<Float>()
        for label in 0..<3 {
            found[label] = kernels.table.pointee.dot(weight + label * columns, row, columns) + bias[label]
        }
        return found
    }

    /// Softmax.
    static func probabilities(_ logits: SIMD3<Float>) -> ToneProbabilities {
        let highest = Double(logits.max())
        let negative = exp(Double(logits[0]) - highest)
        let neutral = exp(Double(logits[1]) - highest)
        let positive = exp(Double(logits[2]) - highest)
        let sum = negative + neutral + positive
        // Weights that are no numbers, in a file that was made so, say nothing.
        guard sum.isFinite, sum > 0 else { return ToneProbabilities(negative: 0, neutral: 1, positive: 0) }
        return ToneProbabilities(negative: negative / sum, neutral: neutral / sum, positive: positive / sum)
    }
}
