import NewswatchModel

/// Splits a text into sentences.
///
/// The rules are the language's own for English, Russian, Ukrainian, Belarusian, German and Polish; texts in other
/// languages, or in an unknown one, are split by what these have in common.
public enum Sentences {
    /// The sentences as byte ranges: ascending, apart, none empty, without white space at their ends; together they
    /// cover all that is not white space, and each begins and ends between characters.
    ///
    /// - An empty line ends a sentence, so that a heading is one of its own; so does a line break before a list item.
    ///   Any other line break is white space.
    /// - `.`, `!`, `?` and `…`, alone or in runs, end one when white space and no lower-case letter follow. A full
    ///   stop does not after a title or an initial, inside a number or an ordinal, or after an abbreviation whose
    ///   next word goes on with it. `;` and `:` never do.
    /// - Closing quotes and brackets belong to the sentence before them. What follows a quotation and says who spoke
    ///   belongs to it (`“We won!” he said`, `«Мы победим!» — сказал он`).
    ///
    /// `language` is a BCP 47 primary subtag ("en"). The time is linear in the text's length.
    public static func ranges(in text: String, language: String?) -> [ByteRange] {
        var text = text
        return text.withUTF8 { utf8 in
            var splitter = SentenceSplitter(TextOctets(utf8), Abbreviations.of(language))
            return splitter.split()
        }
    }
}
