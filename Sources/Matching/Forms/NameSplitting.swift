/// Splits a name into its words.
enum NameSplitting {
    /// The words of `name`, and what stands after the last one. The letters with a breve or diaeresis are put
    /// together when they come in two code points, and stress marks dropped, so that endings are seen.
    static func split(_ name: String, latin: Bool) -> (tokens: [NameToken], rest: [Unicode.Scalar]) {
        var tokens: [NameToken] = []
        var separator: [Unicode.Scalar] = []
        var word: [Unicode.Scalar] = []
        var isQuoted = false
        func finish(stop: Bool) {
            guard !word.isEmpty else { return }
            tokens.append(token(word, separator: separator, stop: stop, quoted: isQuoted, latin: latin))
            (word, separator) = ([], [])
        }
        for scalar in name.unicodeScalars {
            if isLetter(scalar) {
                word.append(scalar)
            } else if scalar == "\u{306}" || scalar == "\u{308}", let last = word.last {
                word[word.count - 1] = composed(last, scalar)
            } else if scalar == "\u{301}", !word.isEmpty, !latin {
                continue
            } else if scalar.isApostrophe, !word.isEmpty {
                word.append(scalar)
            } else {
                finish(stop: scalar == ".")
                if "«\"“„".unicodeScalars.contains(scalar), !isQuoted || scalar != "\"" {
                    isQuoted = true
                } else if "»\"”“".unicodeScalars.contains(scalar) {
                    isQuoted = false
                }
                separator.append(scalar)
            }
        }
        finish(stop: false)
        return (tokens, separator)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "\u{400}"..."\u{52F}": true
        case "\u{0}"..."\u{BF}": false
        default: scalar.properties.isAlphabetic
        }
    }

    private static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar {
        switch (letter, mark) {
        case ("и", "\u{306}"): "й"
        case ("И", "\u{306}"): "Й"
        case ("у", "\u{306}"): "ў"
        case ("У", "\u{306}"): "Ў"
        case ("е", "\u{308}"): "ё"
        case ("Е", "\u{308}"): "Ё"
        case ("і", "\u{308}"): "ї"
        case ("І", "\u{308}"): "Ї"
        default: letter
        }
    }

    private static func token(
        _ text: [Unicode.Scalar], separator: [Unicode.Scalar], stop: Bool, quoted: Bool, latin: Bool
    ) -> NameToken {
        var key: [Unicode.Scalar] = []
        key.reserveCapacity(text.count)
        var (capitals, small, others) = (0, 0, 0)
        for scalar in text {
            let lower = scalar.lowercasedLetter
            if scalar.isApostrophe {
                key.append("'")
                continue
            }
            if lower != scalar { capitals += 1 } else { small += 1 }
            if lower.isCyrillic == latin || ("0"..."9").contains(lower) { others += 1 }
            key.append(lower == "ё" ? "е" : lower)
        }
        // "д'Ивуар" is capitalised.
        let start = key.count > 2 && key[1] == "'" ? text[2] : text[0]
        let shape: NameToken.Shape =
            if quoted || others > 0 {
                .fixed
            } else if (text.count == 1 && small == 0) || (stop && text.count <= 2) {
                .initial
            } else if capitals > 1 && small == 0 {
                .capitals
            } else {
                capitals == 0 || (start.lowercasedLetter == start && text[0] == key[0]) ? .small : .name
            }
        return NameToken(
            separator: separator, text: text, nominative: text, key: key, word: String(scalars: key), shape: shape)
    }
}
