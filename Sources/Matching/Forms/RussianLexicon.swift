extension Russian {
    /// All tables of the language.
    static let lexicon: Lexicon = {
        var lexicon = Lexicon()
        RussianNames.add(to: &lexicon)
        RussianWomen.add(to: &lexicon)
        RussianSurnames.add(to: &lexicon)
        RussianPlaces.add(to: &lexicon)
        return lexicon
    }()
}
