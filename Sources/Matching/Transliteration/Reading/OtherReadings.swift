/// How names in other Latin spellings are read in Cyrillic, Russian first.
enum OtherReadings {
    /// German: Lukaschenko, Selenskyj. The second takes sch for ж, which the Duden writes so too, and is for
    /// Slavic names only.
    static let german = [
        LetterTable("sch=ш", germanLetters), LetterTable("sch=ж", germanLetters),
    ]
    private static let germanLetters = """
        schtsch=щ tsch=ч skyj[^]=ский skij[^]=ский ski[^]=ский sky[^]=ский zki[^]=цкий zkyj[^]=цкий ny[^]=ный
        kaja[^]=кая naja[^]=ная i[^]=ий ji=и
        ch=х ck=к ss=с ß=с [^]s[aeiouäöüj]=з [aeiouy]s[aeiouyj]=з s=с
        [^aeiouy]ja=я [^aeiouy]je=е [^aeiouy]jo=ё [^aeiouy]ju=ю ja=ья je=ье jo=ё ju=ю j=й
        ei=ей oi=ой ai=ай [^]e=э [^]ä=э ä=е ö=ё ü=ю ie=и
        lz=льц l[sn^]=ль ltsch=льч l=л
        a=а b=б c=к d=д e=е f=ф g=г h=х i=и k=к m=м n=н o=о p=п qu=кв r=р t=т u=у v=в w=в x=кс y=ы z=ц
        """

    /// French: Loukachenko, Poutine, Khrouchtchev.
    static let french = [
        LetterTable(
            """
            chtch=щ tch=ч ch=ш kh=х skyï[^]=ский ski[^]=ский sky[^]=ский tski[^]=цкий tsky[^]=цкий skaïa[^]=ская
            ny[^]=ный ine[^]=ин yne[^]=ын oï=ой aï[!aeo]=ай eï=ей ïa=я ïe=е aï=аи iou=ю [^]ia=я ia[^]=ия ia=я ou=у
            gu[eiy]=г ss=с ts=ц th=т ph=ф [^]e=е [^]é=э
            l[sn]=ль lts=льц ltch=льч l=л
            a=а b=б c=к d=д e=е é=е è=е f=ф g=г h=х i=и ï=и j=ж k=к m=м n=н o=о p=п qu=к r=р s=с t=т u=ю v=в w=в
            x=кс y=ы z=з
            """)
    ]

    /// Polish by the practical transcription: Kaczyński, Tusk, and Russian names as the PWN writes them.
    static let polish = [
        LetterTable(
            """
            szcz=щ ńska[^]=ньская ński[^]=ньский ska[^]=ская ski[^]=ский cka[^]=цкая cki[^]=цкий ny[^]=ный
            [sczr]zow[^]=ёв czy=чи szy=ши rzy=жи ży=жи cy=цы sz=ш cz=ч [ptkh]rz=ш rz=ж ch=х [pkt]rz=ш
            lia=ля la=ла lo=ло lu=лю la=ля l[eiu]=л l[bcdfghjkmnprstwzśćńźż^]=ль l=ль
            ie=е ia=я io=ё iu=ю ii=ии i=и [^aeiouyąęó]ja=я [^aeiouyąęó]je=е [^aeiouyąęó]jo=ё [^aeiouyąęó]ju=ю
            ja=ья je=ье jo=ьё ju=ью j=й
            ą[bp]=ом ą=он ę[bp]=ем ę=ен ć=ць ń=нь ś=сь ź=зь ó=у ł=л ż=ж [^]e=э
            a=а b=б c=ц d=д e=е f=ф g=г h=х k=к m=м n=н o=о p=п r=р s=с t=т u=у v=в w=в x=кс y=ы z=з
            """)
    ]

    /// Letters with a hook or circumflex, as in Czech, Croatian, ISO 9 and DIN 1460.
    static let diacritic = [
        LetterTable(
            """
            šč=щ ský[^]=ский skij[^]=ский skiy[^]=ский sky[^]=ский cký[^]=цкий ckij[^]=цкий ch=х [^]e=э
            ja=я je=е jo=ё ju=ю j=й â=я û=ю è=э ė=э ë=ё ê=е ŝ=щ š=ш č=ч ć=ч ž=ж đ=дж ř=рж ě=е ŭ=в ʹ=ь ʺ=ъ ì=и ï=и
            á=а é=е í=и ó=о ú=у ů=у ý=ы ň=нь ť=ть ď=дь
            a=а b=б c=ц d=д e=е f=ф g=г h=х i=и k=к l=л m=м n=н o=о p=п r=р s=с t=т u=у v=в w=в x=кс y=ы z=з
            """)
    ]

    /// Belarusian in its Latin alphabet, whose l without a stroke is soft.
    static let lacinka = LetterTable("ł=л la=ля lu=лю lo=лё l[!aeiou]=ль l=л", belarusian)

    /// Belarusian by the rules of 2007.
    static let belarusianOfficial = LetterTable("ĺ=ль l=л", belarusian)

    private static let belarusian = """
        šč=шч š=ш č=ч ž=ж ch=х ŭ=ў ć=ць ś=сь ź=зь ń=нь ski[^]=скі cki[^]=цкі
        [^aeiouŭ]ja=я [^aeiouŭ]je=е [^aeiouŭ]jo=ё [^aeiouŭ]ju=ю ja=я je=е jo=ё ju=ю j=й
        ia=я ie=е io=ё iu=ю [l]e=е e=э i=і y=ы
        a=а b=б c=ц d=д f=ф g=г h=г k=к m=м n=н o=о p=п r=р s=с t=т u=у v=в w=в z=з
        """
}
