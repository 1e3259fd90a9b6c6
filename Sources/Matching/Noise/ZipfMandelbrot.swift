/// The frequency of a word by its rank alone, for languages whose words were not counted.
///
/// f(r) = C / (r + q)^s (B. Mandelbrot, "An informational theory of the statistical structure of language", 1953),
/// with s = 1, q = 1.5, and C such that a vocabulary of 100,000 words makes up the whole text:
/// 37,000 per million for the first word, 910 for the hundredth, 230 for the four-hundredth. Counted in English and
/// Russian news were 49,000 and 53,000, 1,860 and 680, 560 and 260.
enum ZipfMandelbrot {
    private static let scale = 92_509.0
    private static let offset = 1.5

    /// Occurrences per million words; ranks count from 1.
    static func perMillion(rank: Int) -> Double { scale / (Double(rank) + offset) }
}
