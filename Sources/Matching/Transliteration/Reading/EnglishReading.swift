/// How Cyrillic names that were written for readers of English are read back.
enum EnglishReading {
    private static let vowels = "aeiouy"

    /// What the three languages have in common.
    private static let common = """
        kh=х zh=ж tch=ч ch=ч sh=ш ph=ф th=т ck=к
        a=а b=б d=д f=ф k=к m=м n=н o=о p=п r=р s=с t=т u=у v=в w=в z=з
        j=дж q=к x=кс c=к
        """
    /// л is soft before these, nearly always.
    private static let softL = "l[szn]=ль lts=льц lch=льч lsh=льш l=л"

    private static let russianEndings = """
        sky[^]=ский ski[^]=ский skiy[^]=ский skii[^]=ский skyi[^]=ский skyy[^]=ский tsky[^]=цкий tskiy[^]=цкий
        tskyi[^]=цкий tskyy[^]=цкий tski[^]=цкий aya[^]=ая ny[^]=ный ry[^]=рый ly[^]=лый vy[^]=вый
        iy[^]=ий ii[^]=ий y[^]=ий yi[^]=ий yy[^]=ый ia[^]=ия ei[^]=ей ai[^]=ай oi[^]=ой eff[^]=ев off[^]=ов
        """
    private static let russianLetters = """
        shch=щ ts=ц yev[^]=ев oi[!aeiouy^]=ой ai[!aeiouy^]=ай ei[!aeiouy^]=ей [kgh]y=и
        [\(vowels)]ye=е [\(vowels)]yo=ё ye=ье [\(vowels)]y=й e=е g=г h=х i=и y=ы ë=ё '=ь ’=ь ”=ъ
        """

    /// The usual reading; then one for ь that English leaves out before a vowel, and э at the start.
    static let russian = [
        LetterTable(
            russianEndings, "[^]e=е [^]ye=е [^]yo=ё [^]y[^]=й ya=я yu=ю yo=ё [^]y=и",
            softL, russianLetters, common),
        LetterTable(
            russianEndings,
            """
            yan[^]=ян yak[^]=як [^]e=э [^]ye=е [^]ya=я [^]yu=ю [^]yo=йо [\(vowels)]ya=я [\(vowels)]yu=ю ya=ья yu=ью [bpvmfn]yo=ьё yo=ё
            iev[^]=ьев iov[^]=ьёв [^]y=и
            """, softL, russianLetters, common),
    ]

    /// Cabinet resolution 55 of 2010 read backwards, and what the press makes of it.
    static let ukrainian = LetterTable(
        """
        skyi[^]=ський skyy[^]=ський skyj[^]=ський sky[^]=ський skiy[^]=ський ska[^]=ська
        tskyi[^]=цький tskyy[^]=цький tsky[^]=цький tska[^]=цька
        yi[^]=ий yy[^]=ий iy[^]=ій ii[^]=ій ia[^]=ія iia=ія iie=іє iiu=ію zgh=зг shch=щ
        [^]yi=ї [^]ye=є [^]ya=я [^]yu=ю [^]y=й [\(vowels)]ya=я [\(vowels)]yu=ю [\(vowels)]ye=є [\(vowels)]yi=ї
        ya=я yu=ю ye=є yo=йо [\(vowels)]iv[^]=їв [aeouy]i[!aeiouy^]=й [aeouy]i[^]=й ia=я ie=є iu=ю [aeou]y=й y[^]=ий
        ts=ц e=е g=г h=г i=і y=и '=ь ’=ь
        """, softL, common)

    /// Belarusian, after passports and the press: Lukashenka, Tsikhanouskaya, Bykau.
    static let belarusian = LetterTable(
        """
        sky[^]=скі ski[^]=скі skiy[^]=скі tsky[^]=цкі tski[^]=цкі aya[^]=ая shch=шч sh[e]=ш
        kh=х zh=ж ch=ч [aeo]u[!aeiouy]=ў [aeoiy]w=ў w=ў tsi=ці dzi=дзі ts=ц
        [^]ye=е [^]ya=я [^]yu=ю [^]yo=ё [aeiouy]ye=е ya=я yu=ю yo=ё ye=е ia=я ie=е iu=ю io=ё
        """, "[hr]e=э e=е g=г h=г i=і [aeou]y=й y=ы '=ь ’=ь", softL, common)
}
