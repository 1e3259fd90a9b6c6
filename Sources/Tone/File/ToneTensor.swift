/// What a header says of one tensor. Offsets are octets from the start of the body.
struct ToneTensor: Hashable {
    enum Element: String {
        case i8, u8, u32, f32

        var octets: Int { self == .i8 || self == .u8 ? 1 : 4 }
    }

    enum Layout: String {
        /// Row after row.
        case rows
        /// Blocks of 16 rows by 4 columns, as the products read them.
        case blocks16x4
    }

    var name: String
    var element: Element
    var layout: Layout
    var rows: Int
    /// `nil` where it has one dimension.
    var columns: Int?
    var offset: Int
    /// One f32 for each row of an i8 tensor.
    var scales: Int?

    var count: Int { rows * (columns ?? 1) }
    var shape: String { columns.map { "\(rows) by \($0)" } ?? "\(rows)" }

    /// What makes the tensor unfit for a body of so many octets; `nil` when nothing does.
    func flaw(body: Int) -> String? {
        guard rows > 0, columns ?? 1 > 0 else { return "is empty" }
        guard (element == .i8) == (scales != nil) else { return "must have scales if it is i8, and only then" }
        if layout == .blocks16x4 {
            guard element == .i8, let columns, rows % 16 == 0, columns % 4 == 0 else {
                return "is \(element) \(shape), and blocks16x4 needs i8, rows in sixteens, columns in fours"
            }
        }
        let (cells, overflow) = rows.multipliedReportingOverflow(by: columns ?? 1)
        guard !overflow, cells <= body else { return "has more values (\(shape)) than the body has octets" }
        let parts: [(String, Int?, Int)] = [
            ("values", offset, cells * element.octets), ("scales", scales, 4 * rows),
        ]
        for case (let what, let place?, let length) in parts {
            guard place % 64 == 0 else { return "has its \(what) at \(place), which is no multiple of 64" }
            guard place <= body, length <= body - place else {
                return "has its \(what) at \(place)…\(place + length), beyond the body's \(body) octets"
            }
        }
        return nil
    }
}
