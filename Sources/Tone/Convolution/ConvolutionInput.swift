import NewswatchModel

/// The tokens around a mention, and the mention's place among them.
struct ConvolutionInput: Equatable {
    var tokens: [ConvolutionToken]
    /// At least one token.
    var mention: Range<Int>

    /// Rows of the table of positions: one for the mention, nine for distances to its left, nine to its right.
    static let positions = 19
    /// Rows of the table of shapes.
    static let shapes = 5

    /// The row of the table of positions for token `index`.
    func position(_ index: Int) -> Int {
        if mention.contains(index) { return 0 }
        let isLeft = index < mention.lowerBound
        let distance = isLeft ? mention.lowerBound - index : index - mention.upperBound + 1
        let group =
            switch distance {
            case ...4: distance - 1
            case 5...6: 4
            case 7...8: 5
            case 9...12: 6
            case 13...20: 7
            default: 8
            }
        return group + (isLeft ? 1 : 10)
    }
}

/// Makes a convolution's inputs; keeps its memory from one to the next.
struct ConvolutionInputs {
    private var reader: TokenReader
    private var left: EndBuffer<ConvolutionToken>
    private var mention: EndBuffer<ConvolutionToken>
    private var right: EndBuffer<ConvolutionToken>

    init(_ shape: ConvolutionShape) {
        reader = TokenReader(shape)
        left = EndBuffer(keeping: .last, shape.sideTokens)
        mention = EndBuffer(keeping: .first, shape.mentionTokens)
        right = EndBuffer(keeping: .first, shape.sideTokens)
    }

    /// The input for a mention. Of a long passage little more is read than the input holds,
    /// unless it is of signs that give no tokens: who asks bounds the passage (`ToneTarget.near`).
    ///
    /// - Precondition: the ranges are inside the text, the mention inside the passage.
    mutating func input(_ text: UnsafeBufferPointer<UInt8>, _ target: ToneTarget) -> ConvolutionInput {
        let (passage, name) = (target.passage, target.mention)
        mention.removeAll()
        reader.split(TextScalars(text, name.start, name.end), into: &mention)
        if mention.count == 0 { mention.append(reader.empty()) }
        right.removeAll()
        reader.split(TextScalars(text, name.end, passage.end), into: &right)
        splitLeft(TextScalars(text, passage.start, name.start))
        let first = left.count
        return ConvolutionInput(
            tokens: Array(left.elements) + mention.elements + right.elements, mention: first..<(first + mention.count))
    }

    /// The last tokens of `text`: looks back as far as may be enough, and farther when it was not.
    private mutating func splitLeft(_ text: TextScalars) {
        var reach = 8 * left.limit
        while true {
            let start = reader.boundary(text, before: text.end - reach)
            left.removeAll()
            reader.split(text.from(start), into: &left)
            if start == text.start || left.count >= left.limit { return }
            reach = max(4 * reach, 2 * (text.end - start))
        }
    }
}
