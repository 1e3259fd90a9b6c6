/// The sizes of an encoder.
struct EncoderShape {
    let width: Int
    let layers: Int
    let heads: Int
    let inner: Int
    /// Ids in an input, at most.
    let pieces: Int
    let mentionPieces: Int
    let vocabulary: Int
    let epsilon: Float

    /// The bounds keep what a model allocates below some 30 MB, whatever its file says.
    init(_ file: ToneModelFile) throws(ToneModelError) {
        width = try file.dimension("width", 16...1024)
        layers = try file.dimension("layers", 1...24)
        heads = try file.dimension("heads", 1...64)
        inner = try file.dimension("inner", 16...4096)
        pieces = try file.dimension("pieces", 8...256)
        mentionPieces = try file.dimension("mentionPieces", 1...256)
        vocabulary = try file.dimension("vocabulary", 6...1_000_000)
        guard width % 16 == 0, inner % 16 == 0, width % heads == 0 else {
            throw file.unfit(
                "its width is \(width), its inner width \(inner), its heads \(heads)",
                "widths are multiples of 16, and the heads share the width evenly")
        }
        guard mentionPieces <= pieces - 4 else {
            throw file.unfit(
                "a mention may have \(mentionPieces) of \(pieces) pieces", "four are left for the marks around it")
        }
        let words = file.header.dimensions["epsilon"] ?? []
        guard words.count == 1, let epsilon = Float(words[0]), epsilon >= 0, epsilon < 1 else {
            throw file.unfit(
                "its dimension epsilon is \(words.isEmpty ? "missing" : words.joined(separator: " "))",
                "it must be a number from 0 to 1")
        }
        self.epsilon = epsilon
    }
}
