/// The sizes of a convolution.
struct ConvolutionShape {
    let width: Int
    let channels: Int
    let hidden: Int
    /// How far each layer's neighbours stand.
    let dilations: [Int]
    let wordBuckets: Int
    let prefixBuckets: Int
    let suffixBuckets: Int
    /// Scalars of a prefix and of a suffix.
    let prefixLetters: Int
    let suffixLetters: Int
    /// Tokens on each side, and of the mention, at most.
    let sideTokens: Int
    let mentionTokens: Int

    /// Tokens of an input, at most.
    var tokens: Int { 2 * sideTokens + mentionTokens }
}

extension ConvolutionShape {
    init(_ file: ToneModelFile) throws(ToneModelError) {
        let width = try file.dimension("width", 4...512)
        let channels = try file.dimension("channels", 16...512)
        let hidden = try file.dimension("hidden", 16...1024)
        let words = file.header.dimensions["dilations"] ?? []
        let numbers = words.compactMap(ToneHeaderReader.whole)
        guard (1...8).contains(words.count), numbers.count == words.count, numbers.allSatisfy({ (1...64).contains($0) })
        else {
            throw file.unfit(
                "its dilations are \(words.isEmpty ? "missing" : words.joined(separator: " "))",
                "they are 1 to 8 numbers from 1 to 64")
        }
        guard width % 4 == 0, channels % 16 == 0, hidden % 16 == 0 else {
            throw file.unfit(
                "its width is \(width), its channels \(channels), its hidden width \(hidden)",
                "the first is a multiple of 4, the others of 16")
        }
        self.init(
            width: width, channels: channels, hidden: hidden, dilations: numbers,
            wordBuckets: try file.dimension("wordBuckets", 1...10_000_000),
            prefixBuckets: try file.dimension("prefixBuckets", 1...10_000_000),
            suffixBuckets: try file.dimension("suffixBuckets", 1...10_000_000),
            prefixLetters: try file.dimension("prefixLetters", 1...16),
            suffixLetters: try file.dimension("suffixLetters", 1...8),
            sideTokens: try file.dimension("sideTokens", 1...256),
            mentionTokens: try file.dimension("mentionTokens", 1...64))
    }
}
