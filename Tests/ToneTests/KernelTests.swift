import CToneKernels
import Glibc
import Testing

/// Every way to compute that this processor has, against plain loops over doubles and whole numbers.
@Suite struct KernelTests {
    /// The names of the ways; tests take them as arguments, since a table is a pointer.
    static let names = KernelTable.all.map(\.name)

    @Test func theLastWayIsScalarAndTheFirstIsTheBest() {
        #expect(Self.names.last == "scalar")
        #expect(String(cString: nw_tone_kernels_best().pointee.name) == Self.names.first)
        #expect(Set(Self.names).count == Self.names.count)
    }

    @Test(arguments: names, [(1, 4), (3, 20), (2, 64), (5, 192), (7, 388)])
    func quantisationRoundsHalvesToEven(name: String, shape: (Int, Int)) throws {
        let table = try KernelTable(named: name)
        let (rows, columns) = shape
        var random = SeededNumbers(seed: UInt64(rows * 1000 + columns))
        for amplitude: Float in [1e-30, 0.01, 1, 3e37] {
            var x = random.floats(rows * columns).map { $0 * amplitude }
            // A row whose products with 127 / m are halves, and one of zeros.
            for column in 0..<columns { x[column] = (Float(column % 127) + 0.5) * (column % 2 == 0 ? 1 : -1) }
            x[columns - 1] = -127
            if rows > 2 { for column in 0..<columns { x[2 * columns + column] = 0 } }
            let (q, scales) = table.quantise(x, rows: rows, columns: columns)
            for row in 0..<rows {
                let values = x[(row * columns)..<((row + 1) * columns)]
                let most = values.map(\.magnitude).max() ?? 0
                #expect(scales[row] == most / 127)
                let expected = values.map { most == 0 ? 0 : Int8(($0 * (127 / most)).rounded(.toNearestOrEven)) }
                #expect(Array(q[(row * columns)..<((row + 1) * columns)]) == expected, "row \(row) of \(rows)")
            }
        }
    }

    @Test(arguments: names) func rowsTooSmallToScaleBecomeZeros(name: String) throws {
        let x: [Float] = [2e-38, -.leastNonzeroMagnitude, 0, 5e-37]
        let (q, scales) = try KernelTable(named: name).quantise(x, rows: 1, columns: 4)
        #expect(q == [0, 0, 0, 0])
        #expect(scales == [5e-37 / 127])
    }

    static let productShapes = [
        (1, 4, 16), (2, 8, 48), (5, 20, 16), (6, 64, 64), (7, 192, 128), (13, 384, 80), (61, 36, 128), (250, 12, 80),
        (9, 1536, 64),
    ]

    @Test(arguments: names, productShapes)
    func productsOfOctetsHaveExactSums(name: String, shape: (Int, Int, Int)) throws {
        let table = try KernelTable(named: name)
        let (rows, columns, channels) = shape
        var random = SeededNumbers(seed: UInt64(rows + columns * 7 + channels))
        // With scales of one and no bias a sum below 2^24 comes out as it is.
        var product = SampleProduct(columns: columns, channels: channels, random: &random)
        product.scales = Array(repeating: 1, count: channels)
        product.bias = Array(repeating: 0, count: channels)
        var q = random.octets(rows * columns)
        for column in 0..<columns { q[column] = column % 2 == 0 ? 127 : -127 }
        let ones = [Float](repeating: 1, count: rows)
        let out = table.productInt8(product, q, scales: ones, rows: rows)
        for row in 0..<rows {
            for channel in 0..<channels {
                var sum = 0
                for column in 0..<columns {
                    sum += Int(q[row * columns + column]) * Int(product.value(channel, column))
                }
                guard out[row * channels + channel] == Float(sum) else {
                    Issue.record("row \(row), channel \(channel): \(out[row * channels + channel]), not \(sum)")
                    return
                }
            }
        }
    }

    @Test(arguments: names, [Int8(127), -127])
    func productsOfTheLargestOctetsDoNotOverflow(name: String, weight: Int8) throws {
        var random = SeededNumbers(seed: 1)
        var product = SampleProduct(columns: 1536, channels: 16, random: &random)
        product.fill(weight)
        product.scales = Array(repeating: 1, count: 16)
        product.bias = Array(repeating: 0, count: 16)
        let q = [Int8](repeating: -127, count: 7 * 1536)
        let out = try KernelTable(named: name)
            .productInt8(product, q, scales: [Float](repeating: 1, count: 7), rows: 7)
        #expect(out == Array(repeating: Float(-127 * Int(weight) * 1536), count: 7 * 16))
    }

    @Test(arguments: names, productShapes)
    func productsAreScaledAndMovedByTheBias(name: String, shape: (Int, Int, Int)) throws {
        let table = try KernelTable(named: name)
        let (rows, columns, channels) = shape
        var random = SeededNumbers(seed: UInt64(rows * 3 + columns + channels))
        let product = SampleProduct(columns: columns, channels: channels, random: &random)
        let q = random.octets(rows * columns)
        let scales = random.floats(rows).map { $0 * $0 + 0.01 }
        let x = (0..<(rows * columns)).map { Float(q[$0]) * scales[$0 / columns] }
        let int8 = table.productInt8(product, q, scales: scales, rows: rows)
        let fp32 = table.productFP32(product, x, rows: rows)
        for row in 0..<rows {
            for channel in 0..<channels {
                var exact = Double(product.bias[channel])
                var size = abs(exact)
                for column in 0..<columns {
                    let term =
                        Double(x[row * columns + column]) * Double(product.value(channel, column))
                        * Double(product.scales[channel])
                    exact += term
                    size += abs(term)
                }
                let place = row * channels + channel
                guard abs(Double(int8[place]) - exact) <= 4e-7 * size, abs(Double(fp32[place]) - exact) <= 4e-7 * size
                else {
                    Issue.record("\(place): \(int8[place]), \(fp32[place]), not \(exact)")
                    return
                }
            }
        }
    }

    @Test(arguments: names) func noRowsAreNoWork(name: String) throws {
        let table = try KernelTable(named: name)
        var random = SeededNumbers(seed: 3)
        let product = SampleProduct(columns: 8, channels: 16, random: &random)
        #expect(table.productInt8(product, [], scales: [], rows: 0).isEmpty)
        #expect(table.productFP32(product, [], rows: 0).isEmpty)
        #expect(table.attention([], rows: 0, heads: 1, width: 16).isEmpty)
        #expect(table.gelu([]).isEmpty)
        #expect(table.dot([], []) == 0)
    }

    @Test(arguments: names) func geluIsNearTheTrueValue(name: String) throws {
        let x = (0..<240_001).map { Float($0 - 120_000) / 10_000 }
        let out = try KernelTable(named: name).gelu(x)
        var worst = 0.0
        for (value, result) in zip(x, out) {
            let exact = Double(value) / 2 * erfc(-Double(value) / 2.0.squareRoot())
            worst = max(worst, abs(Double(result) - exact) / max(1, abs(exact)))
        }
        #expect(worst <= 2e-7)
    }

    @Test(arguments: names) func geluOfTheEndsOfTheScaleIsZeroOrTheValue(name: String) throws {
        let x: [Float] = [0, 100, -100, 1e30, -1e30, .infinity, -.infinity]
        let out = try KernelTable(named: name).gelu(x)
        #expect(out.map { $0.magnitude < 1e-30 ? 0 : $0 } == [0, 100, 0, 1e30, 0, .infinity, 0])
    }

    @Test(arguments: names, [1, 3, 8, 16, 17, 64, 101, 384])
    func sumsAndLimitsHoldForAnyCount(name: String, count: Int) throws {
        let table = try KernelTable(named: name)
        var random = SeededNumbers(seed: UInt64(count))
        let x = random.floats(count)
        let y = random.floats(count)
        let values = random.octets(count)
        #expect(table.add(x, y) == zip(x, y).map { $0 + $1 })
        #expect(table.relu(x) == x.map { max(0, $0) })
        let products = zip(x, y).map { Double($0) * Double($1) }
        let size = products.reduce(0) { $0 + abs($1) }
        #expect(abs(Double(table.dot(x, y)) - products.reduce(0, +)) <= 2e-7 * size)
        for (result, (before, value)) in zip(table.addScaledRow(values, 0.37, to: x), zip(x, values)) {
            let exact = Double(before) + Double(value) * Double(Float(0.37))
            #expect(abs(Double(result) - exact) <= 2e-7 * (abs(Double(before)) + abs(Double(value)) * 0.37))
        }
        for (result, value) in zip(table.gelu(x), x) {
            let exact = Double(value) / 2 * (1 + erf(Double(value) / 2.0.squareRoot()))
            #expect(abs(Double(result) - exact) <= 2e-7)
        }
    }

    @Test(arguments: names, [(1, 4), (3, 21), (2, 64), (5, 384), (4, 130)])
    func normTakesTheMeanAndTheSpreadOut(name: String, shape: (Int, Int)) throws {
        let (rows, width) = shape
        var random = SeededNumbers(seed: UInt64(width))
        var x = random.floats(rows * width).map { $0 * 3 + 0.5 }
        // A row without spread: what is left is the bias.
        for column in 0..<width { x[column] = 0.25 }
        let weight = random.floats(width).map { $0 + 1 }
        let bias = random.floats(width)
        let out = try KernelTable(named: name).norm(x, width: width, weight: weight, bias: bias, epsilon: 1e-12)
        for row in 0..<rows {
            let values = x[(row * width)..<((row + 1) * width)].map(Double.init)
            let mean = values.reduce(0, +) / Double(width)
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
            for column in 0..<width {
                let part = (values[column] - mean) / (variance + 1e-12).squareRoot() * Double(weight[column])
                let exact = part + Double(bias[column])
                #expect(abs(Double(out[row * width + column]) - exact) <= 1e-6 * (1 + abs(part)))
            }
        }
    }

    static let sequences = [
        (1, 1, 32), (2, 12, 384), (5, 3, 51), (6, 2, 32), (17, 4, 80), (33, 1, 20), (64, 2, 64), (112, 2, 64),
    ]

    @Test(arguments: names, sequences)
    func attentionMixesRowsByTheirScores(name: String, shape: (Int, Int, Int)) throws {
        try checkAttention(name, shape, amplitude: 1)
    }

    /// Scores reach thousands, and all weights but the largest vanish.
    @Test(arguments: names, sequences)
    func attentionIsStableWithLargeScores(name: String, shape: (Int, Int, Int)) throws {
        try checkAttention(name, shape, amplitude: 40)
    }

    private func checkAttention(_ name: String, _ shape: (Int, Int, Int), amplitude: Float) throws {
        let (rows, heads, width) = shape
        var random = SeededNumbers(seed: UInt64(rows * heads + width))
        let qkv = random.floats(rows * 3 * width).map { $0 * amplitude }
        let out = try KernelTable(named: name).attention(qkv, rows: rows, heads: heads, width: width)
        let columns = width / heads
        func at(_ part: Int, _ row: Int, _ head: Int, _ column: Int) -> Double {
            Double(qkv[row * 3 * width + part * width + head * columns + column])
        }
        for head in 0..<heads {
            for row in 0..<rows {
                var scores = [Double](repeating: 0, count: rows)
                for other in 0..<rows {
                    for column in 0..<columns { scores[other] += at(0, row, head, column) * at(1, other, head, column) }
                    scores[other] /= Double(columns).squareRoot()
                }
                let top = scores.max() ?? 0
                let weights = scores.map { exp($0 - top) }
                let sum = weights.reduce(0, +)
                for column in 0..<columns {
                    var exact = 0.0
                    for other in 0..<rows { exact += weights[other] / sum * at(2, other, head, column) }
                    let result = Double(out[row * width + head * columns + column])
                    // An error of a score is one of its weight; scores grow with the square of the amplitude.
                    let tolerance = Double(1e-6 * amplitude * amplitude * amplitude)
                    #expect(result.isFinite && abs(result - exact) <= tolerance, "\(result), not \(exact)")
                }
            }
        }
    }

    @Test(arguments: names) func attentionWithHugeScoresTakesTheLargest(name: String) throws {
        // Head of one column: scores 1e30, 0, -1e30 against keys 1e15, 0, -1e15.
        let qkv: [Float] = [1e15, 1e15, 1, 0, 0, 2, -1e15, -1e15, 3]
        let out = try KernelTable(named: name).attention(qkv, rows: 3, heads: 1, width: 1)
        #expect(out == [1, 2, 3])
    }
}
