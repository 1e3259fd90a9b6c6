import CToneKernels

/// A linear product of random weights, in the layout of the model files.
struct SampleProduct {
    let columns: Int
    let channels: Int
    var scales: [Float]
    var bias: [Float]
    private var rows: [Int8]

    init(columns: Int, channels: Int, random: inout SeededNumbers) {
        self.columns = columns
        self.channels = channels
        scales = random.floats(channels).map { $0 * 0.001 + 0.002 }
        bias = random.floats(channels)
        rows = random.octets(columns * channels)
    }

    func value(_ channel: Int, _ column: Int) -> Int8 { rows[channel * columns + column] }

    mutating func fill(_ value: Int8) { rows = Array(repeating: value, count: rows.count) }

    /// Calls `body` with the product as the kernels want it.
    func withKernelProduct<Result>(_ body: (UnsafePointer<nw_tone_product>) -> Result) -> Result {
        let blocks = UnsafeMutableRawBufferPointer.allocate(byteCount: rows.count, alignment: 64)
        defer { blocks.deallocate() }
        for channel in 0..<channels {
            for column in 0..<columns {
                let block = (channel / 16) * (columns / 4) + column / 4
                let place = block * 64 + (channel % 16) * 4 + column % 4
                blocks[place] = UInt8(bitPattern: value(channel, column))
            }
        }
        return scales.withUnsafeBufferPointer { scales in
            bias.withUnsafeBufferPointer { bias in
                var product = nw_tone_product(
                    weights: blocks.baseAddress?.assumingMemoryBound(to: Int8.self), scales: scales.baseAddress,
                    bias: bias.baseAddress, columns: columns, channels: channels)
                return body(&product)
            }
        }
    }
}
