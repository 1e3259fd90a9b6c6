/// The common words of one language as they are written down in the sources.
struct WordList: Sendable {
    /// ISO 639-1.
    var language: String
    /// `word any capitalised`, separated by commas or line ends: occurrences per million words, with one decimal place
    /// at most.
    var counted: String
    /// The most frequent words by rank, without figures: see `ZipfMandelbrot`. A capital says that the word is
    /// always written with one.
    var ranked = ""

    /// About one occurrence in twenty begins a sentence or stands in a title: 5.6% for the hundred most frequent
    /// English words that were counted, 4.5% for the next seven hundred.
    private static let capitalisedShare = 0.05

    /// Calls `body` with each word and its frequency.
    func forEach(_ body: (FoldedWord, WordFrequency) -> Void) {
        Self.forEachField(of: counted, fieldsInRow: 3) { fields in
            guard let word = Self.word(fields[0]), let any = Self.number(fields[1]),
                let capitalised = Self.number(fields[2])
            else { preconditionFailure("a row of \(language) is no word with two figures") }
            body(word, frequency(any, capitalised))
        }
        var rank = 0
        Self.forEachField(of: ranked, fieldsInRow: 1) { fields in
            guard let word = Self.word(fields[0]) else { preconditionFailure("a field of \(language) is no word") }
            rank += 1
            let any = ZipfMandelbrot.perMillion(rank: rank)
            body(word, frequency(any, word.beginsUpper ? any : any * Self.capitalisedShare))
        }
    }

    private func frequency(_ any: Double, _ capitalised: Double) -> WordFrequency {
        WordFrequency(language: language, perMillion: any, capitalisedPerMillion: capitalised)
    }

    /// Splits by bytes: splitting by characters would take longer than everything else at the first look-up.
    private static func forEachField(
        of text: String, fieldsInRow: Int, _ body: ([ArraySlice<UInt8>]) -> Void
    ) {
        let bytes = Array(text.utf8)
        var fields: [ArraySlice<UInt8>] = []
        var start = 0
        for end in 0...bytes.count {
            let isSeparator = end == bytes.count || bytes[end] <= UInt8(ascii: " ") || bytes[end] == UInt8(ascii: ",")
            guard isSeparator else { continue }
            if end > start { fields.append(bytes[start..<end]) }
            start = end + 1
            if fields.count == fieldsInRow {
                body(fields)
                fields.removeAll(keepingCapacity: true)
            }
        }
        precondition(fields.isEmpty, "a row is incomplete")
    }

    private static func word(_ field: ArraySlice<UInt8>) -> FoldedWord? {
        FoldedWord(String(decoding: field, as: UTF8.self))
    }

    /// A decimal number with one place at most after the point.
    private static func number(_ field: ArraySlice<UInt8>) -> Double? {
        var tenths = 0
        var places = -1
        for byte in field {
            if byte == UInt8(ascii: "."), places < 0 {
                places = 0
            } else {
                guard (0x30...0x39).contains(byte), places < 1 else { return nil }
                tenths = tenths * 10 + Int(byte & 0xF)
                if places >= 0 { places += 1 }
            }
        }
        return places == 1 ? Double(tenths) / 10 : Double(tenths)
    }
}
