/// A table of a model file whose rows are looked up: row r is `values[r] · scales[r]`. Valid while the file lives.
struct ToneTable {
    let values: UnsafePointer<Int8>
    let scales: UnsafePointer<Float>
    let rows: Int
    let width: Int

    /// Adds row `row` to `out`, which has `width` places.
    func add(_ row: Int, to out: UnsafeMutablePointer<Float>, _ kernels: ToneKernels) {
        // Rows are ids of the vocabulary or remainders by the number of rows; should that ever fail, this must not read
        // beyond the table.
        precondition((0..<rows).contains(row), "row \(row) of a table of \(rows)")
        kernels.table.pointee.add_scaled_row(values + row * width, scales[row], out, width)
    }
}
