/// Transcription as Spanish newspapers and the Fundéu have it; accents are left to the reader, since matching
/// ignores them and stress is not written in Cyrillic.
enum SpanishTables {
    private static let consonants = """
        б=b в=v д=d ж=zh з=z к=k л=l м=m н=n п=p р=r с=s т=t ф=f х=j ц=ts ч=ch ш=sh щ=sch а=a о=o у=u
        """
    static let russian = LetterTable(
        """
        ий[^]=i ый[^]=i [^аеёоуыэюяйъ]е=ye [ь]е=ie [жчшщ]ё=o [^аеёиоуыэюя]ё=yo ё=io г[еиёэі]=gu г=g
        й[аеоуюя]=y [^]й=y й=i [^аеоуыэюяё]ю=yu ю=iu ия=ia [^аеоуыэюяё]я=ya я=ia е=e и=i ъ= ы=y ь= э=e
        """, consonants, ForeignLetters.spanish)
    static let ukrainian = LetterTable(
        """
        ський[^]=ski цький[^]=tski ий[^]=i г=h ґ[еиі]=gu ґ=g [^аеоуиі]є=ye є=ie и=i і=i ї=i й=i
        [^аеоуи]ю=yu ю=iu ія=ia [^аеоуи]я=ya я=ia е=e ь= '=
        """, consonants, ForeignLetters.spanish)
    static let belarusian = LetterTable(
        """
        г=h ґ=g [^аеёоуыэюя]е=ye е=e ё=io і=i й=i ў=u ы=i э=e [^аеоуыэюя]ю=yu ю=iu ія=ia [^аеоуыэюя]я=ya я=ia ь= '=
        """, consonants, ForeignLetters.spanish)
}
