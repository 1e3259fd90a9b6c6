import CToneKernels
import Testing

/// One way to compute, with arrays for pointers. Results are written between guards, which must not change, and to places
/// that are not aligned.
struct KernelTable {
    let name: String
    private let table: nw_tone_kernels

    static var all: [KernelTable] {
        var tables: [KernelTable] = []
        guard var next = nw_tone_kernels_all() else { return [] }
        while let table = next.pointee {
            tables.append(KernelTable(name: String(cString: table.pointee.name), table: table.pointee))
            next += 1
        }
        return tables
    }

    private init(name: String, table: nw_tone_kernels) {
        self.name = name
        self.table = table
    }

    init(named name: String) throws {
        self = try #require(Self.all.first { $0.name == name })
    }

    /// `count` values that `body` writes over `start`, with guards on both sides.
    private func guarded<Value: Equatable>(
        _ start: [Value], fence: Value, _ body: (UnsafeMutablePointer<Value>) -> Void
    ) -> [Value] {
        var room = [fence] + start + Array(repeating: fence, count: 17)
        room.withUnsafeMutableBufferPointer { buffer in
            if let base = buffer.baseAddress { body(base + 1) }
        }
        #expect(room[0] == fence && room[(start.count + 1)...].allSatisfy { $0 == fence }, "written out of bounds")
        return Array(room[1..<(start.count + 1)])
    }

    private func blank(_ count: Int) -> [Float] { Array(repeating: .nan, count: count) }

    func quantise(_ x: [Float], rows: Int, columns: Int) -> (q: [Int8], scales: [Float]) {
        var q: [Int8] = []
        let scales = guarded(blank(rows), fence: 7) { scales in
            q = guarded([Int8](repeating: 99, count: rows * columns), fence: 77) { q in
                table.quantise(x, rows, columns, q, scales)
            }
        }
        return (q, scales)
    }

    func productInt8(_ product: SampleProduct, _ q: [Int8], scales: [Float], rows: Int) -> [Float] {
        product.withKernelProduct { w in
            guarded(blank(rows * product.channels), fence: 7) { table.product_int8(w, q, scales, rows, $0) }
        }
    }

    func productFP32(_ product: SampleProduct, _ x: [Float], rows: Int) -> [Float] {
        product.withKernelProduct { w in
            guarded(blank(rows * product.channels), fence: 7) { table.product_fp32(w, x, rows, $0) }
        }
    }

    func add(_ x: [Float], _ y: [Float]) -> [Float] {
        guarded(x, fence: 7) { table.add($0, y, y.count) }
    }

    func norm(_ x: [Float], width: Int, weight: [Float], bias: [Float], epsilon: Float) -> [Float] {
        guarded(x, fence: 7) { table.norm($0, x.count / width, width, weight, bias, epsilon) }
    }

    func gelu(_ x: [Float]) -> [Float] { guarded(x, fence: 7) { table.gelu($0, x.count) } }

    func relu(_ x: [Float]) -> [Float] { guarded(x, fence: 7) { table.relu($0, x.count) } }

    func attention(_ qkv: [Float], rows: Int, heads: Int, width: Int) -> [Float] {
        var out: [Float] = []
        let scratch = blank(nw_tone_attention_scratch(rows, heads, width))
        _ = guarded(scratch, fence: 7) { scratch in
            out = guarded(blank(rows * width), fence: 7) { table.attention(qkv, rows, heads, width, scratch, $0) }
        }
        return out
    }

    func dot(_ a: [Float], _ b: [Float]) -> Float { table.dot(a, b, a.count) }

    func addScaledRow(_ values: [Int8], _ scale: Float, to out: [Float]) -> [Float] {
        guarded(out, fence: 7) { table.add_scaled_row(values, scale, $0, values.count) }
    }
}
