/// Transcription by the rules of the PWN dictionary of orthography (Zasady transkrypcji, transliteracji).
enum PolishTables {
    private static let consonants = """
        б=b в=w д=d ж=ż з=z к=k м=m н=n п=p р=r с=s т=t ф=f х=ch ц=c ч=cz ш=sz щ=szcz а=a о=o у=u
        """
    /// Softness is written where Polish has a letter for it, and left out before a vowel.
    private static let softness = """
        ль=l л[еёиіюяєї]=l л=ł
        зь[!еёиоюяєї]=ź сь[!еёиоюяєї]=ś нь[!еёиоюяєї]=ń ць[!еёиоюяєї]=ć ь= '=
        """

    static let russian = LetterTable(
        """
        ский[^]=ski цкий[^]=cki ская[^]=ska цкая[^]=cka ый[^]=y
        [^аеёиоуыэюяйьъ]е=je [лжшчщц]е=e е=ie [^аеёиоуыэюяйьъ]ё=jo [лжшчщц]ё=o ё=io
        [жшц]и=y [ь]и=ji и=i [^аеёиоуыэюяйьъ]ю=ju [лжшчщц]ю=u ю=iu [^аеёиоуыэюяйьъ]я=ja [лжшчщц]я=a я=ia
        г=g йе=je йё=jo йю=ju йя=ja й=j ъ= ы=y э=e
        """, softness, consonants, ForeignLetters.polish)

    private static let ukrainianRules = """
        [^аеєиіїоуюяйь']є=je [л]є=e є=ie [^аеєиіїоуюяйь']ю=ju [л]ю=u ю=iu [^аеєиіїоуюяйь']я=ja [л]я=a я=ia
        ьо=io йо=jo г=h ґ=g е=e и=y і=i [']ї=i ї=ji й=j
        """
    static let ukrainian = LetterTable(
        "ський[^]=ski цький[^]=cki ська[^]=ska цька[^]=cka ний[^]=ny", ukrainianRules,
        "л[іюяєїь]=l", "ль=l л=ł", softness, consonants, ForeignLetters.polish)

    static let belarusian = LetterTable(
        """
        ская[^]=ska цкая[^]=cka
        [^аеёіоуыэюяйўь']е=je [лжшчц]е=e е=ie [^аеёіоуыэюяйўь']ё=jo [лжшчц]ё=o ё=io
        [^аеёіоуыэюяйўь']ю=ju [л]ю=u ю=iu [^аеёіоуыэюяйўь']я=ja [л]я=a я=ia г=h ґ=g і=i й=j ў=u ы=y э=e
        """, softness, consonants, ForeignLetters.polish)
}
