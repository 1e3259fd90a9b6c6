import CToneKernels
import Glibc

/// The forward pass of a convolution over one input (Training/FORMAT.md, Convolution).
struct ConvolutionPass {
    private let shape: ConvolutionShape
    private let linear: LinearProducts

    // Valid while the file lives, which the model keeps.
    private let words: ToneTable
    private let prefixes: ToneTable
    private let suffixes: ToneTable
    private let shapes: ToneTable
    private let positions: ToneTable
    private let layers: [nw_tone_product]
    private let query: nw_tone_product
    private let hidden: nw_tone_product
    private let classes: ToneClasses

    private let x: ScratchBuffer<Float>
    private let beside: ScratchBuffer<Float>
    private let mixed: ScratchBuffer<Float>
    /// Mention, highest, asked: what the head reads.
    private let joined: ScratchBuffer<Float>
    private let asked: ScratchBuffer<Float>
    private let scores: ScratchBuffer<Float>

    init(
        _ file: ToneModelFile, _ shape: ConvolutionShape, _ kernels: ToneKernels, _ precision: TonePrecision
    ) throws(ToneModelError) {
        self.shape = shape
        let (width, channels, rows) = (shape.width, shape.channels, shape.tokens)
        words = try file.table("words", rows: shape.wordBuckets, width: width)
        prefixes = try file.table("prefixes", rows: shape.prefixBuckets, width: width)
        suffixes = try file.table("suffixes", rows: shape.suffixBuckets, width: width)
        shapes = try file.table("shapes", rows: ConvolutionInput.shapes, width: width)
        positions = try file.table("positions", rows: ConvolutionInput.positions, width: width)
        var layers: [nw_tone_product] = []
        for number in shape.dilations.indices {
            let columns = 3 * (number == 0 ? width : channels)
            layers.append(try file.product("layers.\(number)", channels: channels, columns: columns))
        }
        self.layers = layers
        query = try file.product("query", channels: channels, columns: channels)
        hidden = try file.product("hidden", channels: shape.hidden, columns: 3 * channels)
        classes = try ToneClasses(file, columns: shape.hidden)
        let widest = max(width, channels)
        linear = LinearProducts(kernels, precision, cells: rows * 3 * widest, rows: rows)
        x = ScratchBuffer(rows * widest, zero: 0)
        beside = ScratchBuffer(rows * 3 * widest, zero: 0)
        mixed = ScratchBuffer(rows * channels, zero: 0)
        joined = ScratchBuffer(3 * channels, zero: 0)
        asked = ScratchBuffer(max(channels, shape.hidden), zero: 0)
        scores = ScratchBuffer(rows, zero: 0)
    }

    /// - Precondition: the input has the model's number of tokens at most.
    func logits(_ input: ConvolutionInput) -> SIMD3<Float> {
        let rows = input.tokens.count
        precondition((1...shape.tokens).contains(rows))
        embed(input)
        for (number, dilation) in shape.dilations.enumerated() {
            let width = number == 0 ? shape.width : shape.channels
            layBeside(rows, width, dilation)
            if number == 0 {
                linear(layers[0], beside.start, rows, x.start)
                kernels.relu(x.start, rows * shape.channels)
            } else {
                linear(layers[number], beside.start, rows, mixed.start)
                kernels.relu(mixed.start, rows * shape.channels)
                kernels.add(x.start, mixed.start, rows * shape.channels)
            }
        }
        summarise(rows, input.mention)
        linear(hidden, joined.start, 1, asked.start)
        return classes.logits(asked.start, linear.kernels)
    }

    private var kernels: nw_tone_kernels { linear.kernels.table.pointee }

    private func embed(_ input: ConvolutionInput) {
        for (index, token) in input.tokens.enumerated() {
            let row = x.start + index * shape.width
            row.update(repeating: 0, count: shape.width)
            words.add(token.word, to: row, linear.kernels)
            prefixes.add(token.prefix, to: row, linear.kernels)
            suffixes.add(token.suffix, to: row, linear.kernels)
            shapes.add(token.shape, to: row, linear.kernels)
            positions.add(input.position(index), to: row, linear.kernels)
        }
    }

    /// Each row between its neighbours at `dilation`, zeros beyond the ends.
    private func layBeside(_ rows: Int, _ width: Int, _ dilation: Int) {
        var out = beside.start
        for row in 0..<rows {
            for neighbour in [row - dilation, row, row + dilation] {
                if (0..<rows).contains(neighbour) {
                    out.update(from: x.start + neighbour * width, count: width)
                } else {
                    out.update(repeating: 0, count: width)
                }
                out += width
            }
        }
    }

    /// Fills `joined`: the mention's mean, the highest value of each channel, and what the mention asks for.
    private func summarise(_ rows: Int, _ mention: Range<Int>) {
        let channels = shape.channels
        let (mean, highest, found) = (joined.start, joined.start + channels, joined.start + 2 * channels)
        mean.update(repeating: 0, count: channels)
        for row in mention { kernels.add(mean, x.start + row * channels, channels) }
        for place in 0..<channels { mean[place] /= Float(mention.count) }

        highest.update(from: x.start, count: channels)
        for row in 1..<max(rows, 1) {
            let values = x.start + row * channels
            for place in 0..<channels where values[place] > highest[place] { highest[place] = values[place] }
        }

        linear(query, mean, 1, asked.start)
        let scale = Float(channels).squareRoot()
        var most = -Float.infinity
        for row in 0..<rows {
            scores.start[row] = kernels.dot(x.start + row * channels, asked.start, channels) / scale
            most = max(most, scores.start[row])
        }
        var sum: Float = 0
        for row in 0..<rows {
            scores.start[row] = expf(scores.start[row] - most)
            sum += scores.start[row]
        }
        found.update(repeating: 0, count: channels)
        for row in 0..<rows {
            let (share, values) = (scores.start[row] / sum, x.start + row * channels)
            for place in 0..<channels { found[place] += share * values[place] }
        }
    }
}
