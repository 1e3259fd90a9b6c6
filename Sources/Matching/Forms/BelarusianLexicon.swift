extension Belarusian {
    /// All tables of the language.
    static let lexicon: Lexicon = {
        var lexicon = Lexicon()
        BelarusianNames.add(to: &lexicon)
        BelarusianWomen.add(to: &lexicon)
        BelarusianWords.add(to: &lexicon)
        return lexicon
    }()
}
