import CToneKernels

/// Linear products in the precision of a model, with the memory that rounding takes.
struct LinearProducts {
    let kernels: ToneKernels
    private let precision: TonePrecision
    private let rounded: ScratchBuffer<Int8>
    private let scales: ScratchBuffer<Float>

    /// - Parameters:
    ///   - cells: rows times columns of the largest product's activations.
    ///   - rows: of the product with the most.
    init(_ kernels: ToneKernels, _ precision: TonePrecision, cells: Int, rows: Int) {
        (self.kernels, self.precision) = (kernels, precision)
        rounded = ScratchBuffer(precision == .int8 ? cells : 0, zero: 0)
        scales = ScratchBuffer(rows, zero: 0)
    }

    /// `out` becomes `rows` rows of `product.channels`. Each depends on its own row of `x` alone.
    func callAsFunction(
        _ product: nw_tone_product, _ x: UnsafePointer<Float>, _ rows: Int, _ out: UnsafeMutablePointer<Float>
    ) {
        withUnsafePointer(to: product) { product in
            switch precision {
            case .fp32: kernels.table.pointee.product_fp32(product, x, rows, out)
            case .int8:
                precondition(rows <= scales.count && rows * product.pointee.columns <= rounded.count)
                kernels.table.pointee.quantise(x, rows, product.pointee.columns, rounded.start, scales.start)
                kernels.table.pointee.product_int8(product, rounded.start, scales.start, rows, out)
            }
        }
    }
}
