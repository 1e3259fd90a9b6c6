/// Articles of our own, as plain text.
enum Samples {
    /// Negative toward Lukashenko, one mention of Putin.
    static let crackdown = """
        Tuesday, November 24, 2026

        Police break up march in Minsk

        Riot police beat marchers in Minsk on Monday. Critics accuse Lukashenko of brutal repression and torture. \
        The opposition condemned Lukashenko after the violent crackdown.

        In Moscow, Putin declined to comment.

        """

    /// Mentions nobody on the list.
    static let harvest = """
        Apple harvest ends early

        Growers in the valley brought in the last crates a week before the first frost, helped by dry days and \
        many hands from the neighbouring villages.

        """

    /// A distinct article about Putin for each number.
    static func visit(_ number: Int) -> String {
        """
        Visit number \(number)

        Putin visited factory number \(number) on the river and spoke to its workers about the coming winter season.

        """
    }
}
