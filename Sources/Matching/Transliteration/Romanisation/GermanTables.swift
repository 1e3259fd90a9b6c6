/// Transcription as the Duden gives it (Die deutsche Rechtschreibung, tables of transcription).
enum GermanTables {
    private static let consonants = """
        б=b в=w д=d ж=sch з=s к=k л=l м=m н=n п=p р=r т=t ф=f х=ch ц=z ч=tsch ш=sch щ=schtsch а=a о=o у=u
        """
    private static let russianVowels = "аеёиоуыэюя"

    static let russian = LetterTable(
        """
        [^\(russianVowels)йьъ]е=je [жчшщ]ё=o ё=jo ого[^]=owo его[^]=ewo
        ий[^]=i ый[^]=y [иы]й= йе=je йё=jo йю=ju йя=ja й[ьоау]=j [^]й=j й=i ьи=ji ьо=jo ъи=ji кс=x
        [\(russianVowels)]с[\(russianVowels)]=ss с=s г=g е=e и=i ъ= ы=y ь= э=e ю=ju я=ja
        """, consonants, ForeignLetters.german)

    private static let ukrainianVowels = "аеєиіїоуюя"
    static let ukrainian = LetterTable(
        """
        йо=jo ьо=jo [\(ukrainianVowels)]с[\(ukrainianVowels)]=ss с=s
        г=h ґ=g е=e є=je и=y і=i ї=ji й=j ь= ю=ju я=ja '=
        """, consonants, ForeignLetters.german)

    private static let belarusianVowels = "аеёіоуыэюя"
    static let belarusian = LetterTable(
        """
        [^\(belarusianVowels)йьў']е=je [чшж]ё=o ё=jo [\(belarusianVowels)]с[\(belarusianVowels)]=ss с=s
        г=h ґ=g е=e і=i й[\(belarusianVowels)]=j [^]й=j й=j ў=u ы=y ь= э=e ю=ju я=ja '=
        """, consonants, ForeignLetters.german)
}
