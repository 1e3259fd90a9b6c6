/// Schemes that write a letter with a diacritic where English writes two.
enum DiacriticTables {
    private static let consonants = "б=b в=v д=d ж=ž з=z к=k л=l м=m н=n п=p р=r с=s т=t ф=f ц=c ч=č ш=š"
    private static let vowels = "а=a о=o у=u"

    /// ISO 9:1995: a letter for a letter, the same for all languages.
    static let iso9 = LetterTable(
        consonants, vowels,
        """
        г=g ґ=g\u{300} е=e ё=ë є=ê и=i і=ì ї=ï й=j ў=ŭ х=h щ=ŝ ъ=ʺ ы=y ь=ʹ э=è ю=û я=â '=’
        ђ=đ ј=ǰ љ=l\u{302} њ=n\u{302} ћ=ć џ=d\u{302} ѓ=ǵ ќ=ḱ ѕ=ẑ ѣ=ě ѳ=f\u{300} ѵ=ỳ ѫ=ǎ
        """)

    /// DIN 1460 (1982), the scholarly way.
    static let russianScholarly = LetterTable(
        consonants, vowels, "г=g е=e ё=ë и=i й=j х=ch щ=šč ъ=ʺ ы=y ь=ʹ э=ė ю=ju я=ja", ForeignLetters.diacritic)
    static let ukrainianScholarly = LetterTable(
        consonants, vowels, "г=h ґ=g е=e є=je и=y і=i ї=ï й=j х=ch щ=šč ь=ʹ ю=ju я=ja '=’",
        ForeignLetters.diacritic)
    static let belarusianScholarly = LetterTable(
        consonants, vowels, "г=h е=e ё=ë і=i й=j ў=ŭ х=ch ы=y ь=ʹ э=ė ю=ju я=ja '=’", ForeignLetters.diacritic)

    /// Iotated vowels after anything but a consonant, and marks of softness.
    private static let belarusian = """
        [^аеёіоуыэюяўйь']е=je [^аеёіоуыэюяўйь']ё=jo [^аеёіоуыэюяўйь']ю=ju [^аеёіоуыэюяўйь']я=ja
        е=ie ё=io ю=iu я=ia г=h ґ=g і=i й=j ў=ŭ х=ch ы=y э=e зь=ź сь=ś ць=ć нь=ń ь= '=
        """

    /// Instruction of the State Committee on Land Resources of Belarus, 2000, as changed in 2007.
    static let belarusianOfficial = LetterTable(
        "ль=ĺ", belarusian, consonants, vowels, ForeignLetters.diacritic)

    /// The Latin alphabet of Belarusian, in which a hard l is ł.
    static let lacinka = LetterTable(
        "[л]е=e [л]ё=o [л]ю=u [л]я=a ль=l л[еёіюял]=l л=ł", belarusian, consonants, vowels,
        ForeignLetters.diacritic)
}
