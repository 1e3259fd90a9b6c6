/// A token as the convolution's tables know it.
struct ConvolutionToken: Equatable {
    var word: Int
    var prefix: Int
    var suffix: Int
    var shape: Int
}

/// Splits text into tokens and hashes them as it goes: no token takes more memory than another.
struct TokenReader {
    private let shape: ConvolutionShape
    private let folding = TokenFolding.rules

    // The run at hand.
    private var scalars = 0
    private var word = FoldedHash()
    private var prefix = FoldedHash()
    /// The last scalars, as many as a suffix has.
    private var tail: [UInt32] = []
    private var beginsWithDigit = false
    private var beginsWithCapital = false
    private var hasOnlyCapitals = true

    private enum Shape {
        static let plain = 0
        static let capital = 1
        static let allCapitals = 2
        static let number = 3
        static let sign = 4
    }

    init(_ shape: ConvolutionShape) {
        self.shape = shape
        tail.reserveCapacity(shape.suffixLetters + 1)
    }

    /// Adds the tokens of `text` to `tokens`, until that is full.
    mutating func split(_ text: TextScalars, into tokens: inout EndBuffer<ConvolutionToken>) {
        clear()
        var place = text.start
        while place < text.end, !tokens.isFull {
            let next = text.scalar(at: place)
            place = next.end
            let scalar = folding[next.scalar]
            switch scalar.kind {
            case .mark: continue
            case .part: add(scalar)
            case .apostrophe where scalars > 0 && isPart(text, place): add(scalar)
            case .apostrophe, .sign:
                close(into: &tokens)
                add(scalar)
                tokens.append(token(Shape.sign))
                clear()
            case .blank: close(into: &tokens)
            }
        }
        close(into: &tokens)
    }

    /// The token of a mention that has none.
    mutating func empty() -> ConvolutionToken {
        clear()
        return token(Shape.plain)
    }

    /// The last place at or before `place` where no run goes on, so that splitting may begin there.
    func boundary(_ text: TextScalars, before place: Int) -> Int {
        var found = text.aligned(place)
        while found > text.start, found < text.end {
            let before = text.scalar(before: found)
            let kind = folding[before.scalar].kind
            if kind == .blank || kind == .sign { return found }
            found = before.start
        }
        return found
    }

    /// Whether the next scalar that is no mark is a word part.
    private func isPart(_ text: TextScalars, _ place: Int) -> Bool {
        var place = place
        while place < text.end {
            let next = text.scalar(at: place)
            let kind = folding[next.scalar].kind
            if kind != .mark { return kind == .part }
            place = next.end
        }
        return false
    }

    private mutating func clear() {
        scalars = 0
        word = FoldedHash("w")
        prefix = FoldedHash("p")
        tail.removeAll(keepingCapacity: true)
        hasOnlyCapitals = true
    }

    private mutating func add(_ scalar: TokenFolding.Scalar) {
        if scalars == 0 { (beginsWithDigit, beginsWithCapital) = (scalar.isDigit, scalar.isCapital) }
        if !scalar.isCapital { hasOnlyCapitals = false }
        word.add(scalar: scalar.folded)
        if scalars < shape.prefixLetters { prefix.add(scalar: scalar.folded) }
        if tail.count == shape.suffixLetters { tail.removeFirst() }
        tail.append(scalar.folded)
        scalars += 1
    }

    private mutating func close(into tokens: inout EndBuffer<ConvolutionToken>) {
        guard scalars > 0 else { return }
        tokens.append(token(form))
        clear()
    }

    /// The shape of the run at hand.
    private var form: Int {
        if beginsWithDigit { return Shape.number }
        if !beginsWithCapital { return Shape.plain }
        return scalars > 1 && hasOnlyCapitals ? Shape.allCapitals : Shape.capital
    }

    private func token(_ form: Int) -> ConvolutionToken {
        var suffix = FoldedHash("s")
        for scalar in tail { suffix.add(scalar: scalar) }
        func row(_ hash: FoldedHash, _ buckets: Int) -> Int { Int(hash.value % UInt64(buckets)) }
        return ConvolutionToken(
            word: row(word, shape.wordBuckets), prefix: row(prefix, shape.prefixBuckets),
            suffix: row(suffix, shape.suffixBuckets), shape: form)
    }
}
