/// Transcription as French newspapers and the typographers of the Imprimerie nationale have it.
enum FrenchTables {
    private static let consonants = """
        б=b в=v д=d ж=j з=z к=k л=l м=m н=n п=p р=r т=t ф=f х=kh ц=ts ч=tch ш=ch щ=chtch а=a о=o у=ou
        """
    private static let vowels = "аеёиоуыэюяіїє"

    private static let russianRules = """
        ий[^]=i ый[^]=y ин[^]=ine ын[^]=yne г[еиіэ]=gu г=g кс=x
        [иы]е=e [аеёоуэюя]е=ïe [ьъ]е=ie [жчшщ]ё=e ё=io [аеёоуыэюя]и=ï [ьъ]и=i й=ï
        [и]ю=ou [аеоуыэюяё]ю=ïou ю=iou [и]я=a [аеоуыэюяё]я=ïa я=ia
        [\(vowels)]с[\(vowels)]=ss с=s е=e и=i ъ= ы=y ь= э=e
        """

    /// Zelenski and Tchaïkovski; then Zelensky, as many write and some names are fixed.
    static let russian = [
        LetterTable("[^]й=i", russianRules, consonants, ForeignLetters.french),
        LetterTable("ский[^]=sky цкий[^]=tsky [^]й=i", russianRules, consonants, ForeignLetters.french),
    ]

    private static let ukrainianRules = """
        [аеиоу]є=ïe є=ie [аеиоу]ю=ïou [аеиоу]я=ïa [і]я=a ю=iou я=ia [^]ї=ï ї=ï [^]й=i й=ï
        г=h ґ[еиі]=gu ґ=g е=e и=y і=i [\(vowels)]с[\(vowels)]=ss с=s ь= '=
        """
    static let ukrainian = [
        LetterTable("ський[^]=sky цький[^]=tsky ий[^]=y", ukrainianRules, consonants, ForeignLetters.french),
        LetterTable("ий[^]=yï", ukrainianRules, consonants, ForeignLetters.french),
    ]

    static let belarusian = LetterTable(
        """
        [аеоуыэюяё]е=ïe ё=io [аеоуыэюяё]ю=ïou ю=iou [і]я=a [аеоуыэюяё]я=ïa я=ia [^]й=i й=ï оў=ou ў=ou
        г=h ґ=g е=e і=i ын[^]=yne ін[^]=ine ы=y э=e [\(vowels)]с[\(vowels)]=ss с=s ь= '=
        """, consonants, ForeignLetters.french)
}
