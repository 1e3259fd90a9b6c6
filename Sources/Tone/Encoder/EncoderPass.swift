import CToneKernels

/// The forward pass of an encoder over several inputs at once (Training/FORMAT.md, Encoder).
///
/// Their rows lie one after another: products and norms go over all of them, attention over each input by itself. No
/// row of a result depends on other inputs, not even in its last bit.
struct EncoderPass {
    /// Rows of a pass, all inputs together.
    let most: Int
    private let shape: EncoderShape
    private let weights: EncoderWeights
    private let linear: LinearProducts

    // What is written in one step and read in the next, `most` rows of each.
    private let x: ScratchBuffer<Float>
    private let mixed: ScratchBuffer<Float>
    private let projected: ScratchBuffer<Float>
    /// Query, key and value, and later the inner rows: they are never needed together.
    private let wide: ScratchBuffer<Float>
    private let attention: ScratchBuffer<Float>

    init(
        _ shape: EncoderShape, _ weights: EncoderWeights, _ kernels: ToneKernels, _ precision: TonePrecision, most: Int
    ) {
        (self.shape, self.weights) = (shape, weights)
        // At least one input of the greatest length must fit.
        let rows = max(most, shape.pieces)
        self.most = rows
        let width = shape.width
        linear = LinearProducts(kernels, precision, cells: rows * max(shape.inner, 2 * width), rows: rows)
        x = ScratchBuffer(rows * width, zero: 0)
        mixed = ScratchBuffer(rows * width, zero: 0)
        projected = ScratchBuffer(rows * width, zero: 0)
        wide = ScratchBuffer(rows * max(3 * width, shape.inner), zero: 0)
        attention = ScratchBuffer(nw_tone_attention_scratch(shape.pieces, shape.heads, width), zero: 0)
    }

    /// Logits of each input.
    ///
    /// - Precondition: the inputs' ids are `most` together at most, and none has more than the model's `pieces`.
    func logits(_ inputs: ArraySlice<EncoderInput>) -> [SIMD3<Float>] {
        precondition(inputs.allSatisfy { $0.ids.count <= shape.pieces })
        var rows = inputs.reduce(0) { $0 + $1.ids.count }
        precondition(rows <= most)
        guard rows > 0 else { return [] }
        embed(inputs)
        for (number, layer) in weights.layers.enumerated() {
            linear(layer.attentionIn, x.start, rows, wide.start)
            attend(inputs)
            // After the last attention only the rows that the head looks at are of use.
            if number == weights.layers.count - 1 { rows = gather(inputs) }
            linear(layer.attentionOut, mixed.start, rows, projected.start)
            normalise(rows, layer.attentionNorm)
            linear(layer.innerIn, x.start, rows, wide.start)
            kernels.gelu(wide.start, rows * shape.inner)
            linear(layer.innerOut, wide.start, rows, projected.start)
            normalise(rows, layer.innerNorm)
        }
        return judge(inputs)
    }

    private var kernels: nw_tone_kernels { linear.kernels.table.pointee }

    private func embed(_ inputs: ArraySlice<EncoderInput>) {
        var row = x.start
        for input in inputs {
            for (position, id) in input.ids.enumerated() {
                row.update(repeating: 0, count: shape.width)
                weights.words.add(Int(id), to: row, linear.kernels)
                weights.positions.add(position, to: row, linear.kernels)
                row += shape.width
            }
        }
        let norm = weights.embeddingNorm
        kernels.norm(x.start, (row - x.start) / shape.width, shape.width, norm.weight, norm.bias, shape.epsilon)
    }

    private func attend(_ inputs: ArraySlice<EncoderInput>) {
        var first = 0
        for input in inputs {
            kernels.attention(
                wide.start + first * 3 * shape.width, input.ids.count, shape.heads, shape.width, attention.start,
                mixed.start + first * shape.width)
            first += input.ids.count
        }
    }

    /// x = norm(x + projected).
    private func normalise(_ rows: Int, _ norm: EncoderWeights.Norm) {
        kernels.add(x.start, projected.start, rows * shape.width)
        kernels.norm(x.start, rows, shape.width, norm.weight, norm.bias, shape.epsilon)
    }

    /// Moves each input's first row and its mention's rows to the front, in `x` and in `mixed`; how many they are.
    private func gather(_ inputs: ArraySlice<EncoderInput>) -> Int {
        var (kept, first) = (0, 0)
        func keep(_ row: Int, _ count: Int) {
            // Rows only move toward the front, and `update` may overlap.
            for buffer in [x, mixed] {
                (buffer.start + kept * shape.width).update(
                    from: buffer.start + row * shape.width, count: count * shape.width)
            }
            kept += count
        }
        for input in inputs {
            keep(first, 1)
            keep(first + input.mention.lowerBound, input.mention.count)
            first += input.ids.count
        }
        return kept
    }

    /// From the rows that `gather` has left.
    private func judge(_ inputs: ArraySlice<EncoderInput>) -> [SIMD3<Float>] {
        let width = shape.width
        var row = x.start
        // `wide` has three times the width for each row, and each input has two rows or more left.
        var joined = wide.start
        for input in inputs {
            let count = input.mention.count
            joined.update(from: row, count: width)
            (joined + width).update(from: row + width, count: width)
            for other in 1..<max(count, 1) { kernels.add(joined + width, row + (other + 1) * width, width) }
            for place in width..<2 * width { joined[place] /= Float(count) }
            row += (count + 1) * width
            joined += 2 * width
        }
        linear(weights.head, wide.start, inputs.count, projected.start)
        return inputs.indices.map {
            weights.classes.logits(projected.start + ($0 - inputs.startIndex) * width, linear.kernels)
        }
    }
}
