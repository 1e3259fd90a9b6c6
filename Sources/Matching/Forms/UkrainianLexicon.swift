extension Ukrainian {
    /// All tables of the language.
    static let lexicon: Lexicon = {
        var lexicon = Lexicon()
        UkrainianNames.add(to: &lexicon)
        UkrainianWomen.add(to: &lexicon)
        UkrainianWords.add(to: &lexicon)
        return lexicon
    }()
}
