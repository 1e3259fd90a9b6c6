/// Texts of words, marks, quotes, list heads and line breaks in no sensible order; the same for the same seed.
struct RandomText: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    // SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    func make(pieces: Int) -> String {
        var random = self
        var text = ""
        for _ in 0..<pieces { text += RandomText.pieces.randomElement(using: &random) ?? "" }
        return text
    }

    private static let pieces = [
        " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\u{A0}", "\u{2009}", "\u{3000}", "\t", ".", ".", ".", "!", "?", "…",
        "...", "。", "？", "‼", ",", ";", ":", "\"", "'", "’", "‘", "“", "”", "„", "«", "»", "(", ")", "[", "]", "[3]",
        "—", "–", "-", "•", "* ", "1.", "2)", "3.5", "1931", "IV", "Mr", "U.S", "p.m", "г", "т. е", "т", "д", "А", "І",
        "Ж", "руб", "Nr", "z. B", "im", "ul", "etc", "No", "said", "сказал", "Holt", "Котов", "he", "Он", "Ён", "Вона",
        "Sie", "sagte", "The", "they", "слово", "word", "Łódź", "ß", "é", "e\u{301}", "😀", "👩‍🚀", "日本", "ﬁ", "\u{0}",
        "\u{200B}", "\u{FEFF}", "ў", "Ґ", "https://a.b/c.", "a@b.c",
    ]
}
