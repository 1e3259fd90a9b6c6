import NewswatchModel

/// Finds what stands in quotation marks as someone's words, so that it is not taken for the author's.
///
/// Marks: “…”, "…", „…“, „…”, «…», »…«, ”…”, ‹…›, 「…」 and, where they cannot be apostrophes, ‘…’ and '…'. A quotation
/// inside another is part of it.
///
/// What is in marks counts as speech when it
/// - has four words or more, unless it looks like a name and no verb of speech stands beside it: every longer word has
///   a capital ("The Lord of the Rings"), a legal form or a kind of work stands before it (ООО «…», film „…”), or it
///   has at most six words, the first with a capital, amid a sentence (the order «За заслуги перед Отечеством»); or
/// - ends in a comma, full stop, question or exclamation mark or ellipsis, inside the marks or right behind them, or
///   follows a colon, and a verb of speech stands among the three words behind it (“Never,” said Holt) or before it.
///   Before it the verb counts only when a colon follows it, the words begin in lower case or end in ! or ?, so that
///   «…, пишет «Вечерняя газета».» quotes no paper.
///
/// All else is a name, a title or a word that the author doubts (so-called “experts”).
public enum Quotations {
    /// The speech as byte ranges without their marks: ascending and apart.
    ///
    /// A quotation ends in its paragraph (an empty line ends one). One whose closing mark is missing there ends with
    /// the paragraph, and goes on in the next if that opens with the same mark, as the press quotes several
    /// paragraphs; a straight mark or a single one without its partner opens nothing else. The time is linear in
    /// the text's length.
    public static func ranges(in text: String) -> [ByteRange] {
        var text = text
        return text.withUTF8 { utf8 in
            var reader = QuotationReader(TextOctets(utf8))
            return reader.read()
        }
    }

    /// Whether `range` lies in one of `ranges`, which are as `ranges(in:)` gives them; a binary search.
    public static func isQuoted(_ range: ByteRange, in ranges: [ByteRange]) -> Bool {
        // The first range that ends after the sought one begins.
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].end <= range.start { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(range)
    }
}
