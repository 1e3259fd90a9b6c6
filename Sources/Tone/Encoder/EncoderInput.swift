import NewswatchModel

/// `[CLS] left [unused0] mention [unused1] right [SEP]`, as ids, and the mention's place in it.
struct EncoderInput: Equatable {
    var ids: [UInt32]
    /// Rows of the mention's pieces; at least one.
    var mention: Range<Int>
}

/// Makes an encoder's inputs; keeps its memory from one to the next.
struct EncoderInputs {
    private var pieces: WordPieces
    private let most: Int
    private var left: EndBuffer<UInt32>
    private var mention: EndBuffer<UInt32>
    private var right: EndBuffer<UInt32>

    /// - Parameters:
    ///   - most: ids in an input.
    ///   - mentionPieces: of those, for the mention.
    init(_ vocabulary: Vocabulary, most: Int, mentionPieces: Int) {
        pieces = WordPieces(vocabulary)
        self.most = most
        left = EndBuffer(keeping: .last, most)
        mention = EndBuffer(keeping: .first, mentionPieces)
        right = EndBuffer(keeping: .first, most)
    }

    /// The input for a mention. Of a long passage little more is read than the input holds,
    /// unless it is of signs that give no pieces: who asks bounds the passage (`ToneTarget.near`).
    ///
    /// - Precondition: the ranges are inside the text, the mention inside the passage.
    mutating func input(_ text: UnsafeBufferPointer<UInt8>, _ target: ToneTarget) -> EncoderInput {
        let (passage, name) = (target.passage, target.mention)
        mention.removeAll()
        pieces.split(TextScalars(text, name.start, name.end), into: &mention)
        if mention.count == 0 { mention.append(Vocabulary.unknown) }
        let room = most - 4 - mention.count
        right.removeAll()
        pieces.split(TextScalars(text, name.end, passage.end), into: &right)
        let rightCount = min(right.count, room)
        splitLeft(TextScalars(text, passage.start, name.start), room)
        let leftKept = left.elements.suffix(max(room / 2, room - rightCount))
        let rightKept = right.elements.prefix(room - leftKept.count)

        var ids: [UInt32] = []
        ids.reserveCapacity(leftKept.count + mention.count + rightKept.count + 4)
        ids.append(Vocabulary.classifier)
        ids.append(contentsOf: leftKept)
        ids.append(Vocabulary.opening)
        let first = ids.count
        ids.append(contentsOf: mention.elements)
        let last = ids.count
        ids.append(Vocabulary.closing)
        ids.append(contentsOf: rightKept)
        ids.append(Vocabulary.separator)
        return EncoderInput(ids: ids, mention: first..<last)
    }

    /// The last pieces of `text`: looks back as far as may be enough, and farther when it was not.
    private mutating func splitLeft(_ text: TextScalars, _ room: Int) {
        var reach = 8 * room
        while true {
            let start = pieces.boundary(text, before: text.end - reach)
            left.removeAll()
            pieces.split(text.from(start), into: &left)
            if start == text.start || left.count >= room { return }
            reach = max(4 * reach, 2 * (text.end - start))
        }
    }
}
