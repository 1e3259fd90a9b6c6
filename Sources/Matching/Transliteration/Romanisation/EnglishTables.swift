/// Transcriptions that read like English: BGN/PCGN, the official Ukrainian one, passports, the press.
enum EnglishTables {
    private static let consonants = """
        б=b в=v д=d ж=zh з=z к=k л=l м=m н=n п=p р=r с=s т=t ф=f х=kh ц=ts ч=ch ш=sh щ=shch
        """
    private static let vowels = "а=a о=o у=u ы=y э=e ю=yu я=ya"
    static let russianVowels = "аеёиоуыэюяіїє"

    /// BGN/PCGN 1947. The optional raised dots are left out, as nearly everywhere.
    static let russian = LetterTable(
        "[^\(russianVowels)йьъ]е=ye [^\(russianVowels)йьъ]ё=yë", consonants, vowels,
        "г=g е=e ё=ë и=i й=y ъ=” ь=’", ForeignLetters.english)

    /// BGN/PCGN 1965, without its raised dots.
    static let ukrainian1965 = LetterTable(
        "г=h ґ=g е=e є=ye и=y і=i ї=yi й=y ь=’ '=”", consonants, vowels, ForeignLetters.english)

    /// Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010; BGN/PCGN 2019 is the same.
    static let ukrainian2010 = LetterTable(
        "[^]є=ye [^]ї=yi [^]й=y [^]ю=yu [^]я=ya зг=zgh г=h ґ=g е=e є=ie и=y і=i ї=i й=i ю=iu я=ia ь= '=",
        consonants, vowels, ForeignLetters.english)

    /// BGN/PCGN 1979.
    static let belarusian1979 = LetterTable(
        "г=h е=ye ё=yo і=i й=y ў=w ь=’ '=”", consonants, vowels, ForeignLetters.english)

    /// ICAO Doc 9303 part 3, section 6 (2021), in which three languages differ.
    static let russianPassport = LetterTable(
        "г=g е=e ё=e и=i й=i ъ=ie ь= ю=iu я=ia", consonants, vowels, ForeignLetters.english)
    static let belarusianPassport = LetterTable(
        "г=h е=e ё=io і=i й=i ў=u ь= ю=iu я=ia '=", consonants, vowels, ForeignLetters.english)

    private static let russianPressEndings = """
        ский[^]=sky цкий[^]=tsky ий[^]=y ый[^]=y кс=x
        """
    /// The two ways of the press: one that keeps every y (Dostoyevsky, Yevgeny, Pyotr), one that saves it
    /// (Dostoevsky, Sergei, Petr, Soloviev).
    static let russianPress = [
        LetterTable(
            russianPressEndings, "[^\(russianVowels)йьъ]е=ye [жчшщ]ёв=ev ё=yo", consonants, vowels,
            "г=g е=e и=i й=y ъ= ь=", ForeignLetters.english),
        LetterTable(
            russianPressEndings, "[^ьъ]е=ye ьё=ie ье=ie ё=e ей[^]=ei ия[^]=ia", consonants, vowels,
            "г=g е=e и=i й=y ъ= ь=", ForeignLetters.english),
    ]

    private static let ukrainianPress = "г=h ґ=g [^]є=ye є=ye и=y і=i ї=i й=y ь= '="
    static let ukrainianPressTables = [
        LetterTable(
            "ський[^]=sky цький[^]=tsky ий[^]=y ій[^]=iy ія[^]=ia", ukrainianPress, "е=e", consonants, vowels,
            ForeignLetters.english),
        LetterTable(
            "ський[^]=skyy цький[^]=tskyy ий[^]=yy ій[^]=iy ія[^]=iya", ukrainianPress, "е=e", consonants, vowels,
            ForeignLetters.english),
        LetterTable(
            "ський[^]=skiy цький[^]=tskiy ий[^]=iy ій[^]=iy ія[^]=iya", ukrainianPress, "е=e", consonants, vowels,
            ForeignLetters.english),
    ]

    static let belarusianPress = LetterTable(
        "[^аеёіоуыэюяўь']е=ye [^аеёіоуыэюяўь']ё=yo г=h е=e ё=yo і=i й=y ў=u ь= '=", consonants, vowels,
        ForeignLetters.english)
}
