/// Letters that a scheme's own language lacks but a name may have: of its neighbours, of Serbian and Macedonian,
/// and of Russian before 1918. A table lists them last.
enum ForeignLetters {
    private static let others = "ђ=đ ј=j љ=lj њ=nj ћ=ć џ=dž ѓ=ǵ ќ=ḱ ѕ=dz ѣ=e ѳ=f ѵ=i"

    static let english = "ё=yo г=g ґ=g є=ye и=i і=i ї=yi ў=w ъ= ь= е=e э=e ы=y щ=shch " + others
    static let diacritic = "ё=ë г=g ґ=g є=je и=i і=i ї=ji ў=ŭ ъ= ь= е=e э=e ы=y щ=šč " + others
    static let german = "ё=jo г=g ґ=g є=je и=i і=i ї=ji ў=u ъ= ь= '= е=e э=e ы=y щ=schtsch " + others
    static let french = "ё=io г=g ґ=g є=ie и=i і=i ї=ï ў=ou ъ= ь= '= е=e э=e ы=y щ=chtch " + others
    static let polish = "ё=jo г=g ґ=g є=je и=i і=i ї=ji ў=u ъ= ь= '= е=e э=e ы=y щ=szcz " + others
    static let spanish = "ё=io г=g ґ=g є=ye и=i і=i ї=yi ў=u ъ= ь= '= е=e э=e ы=y щ=shch " + others
}
