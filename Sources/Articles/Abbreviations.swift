/// Words whose full stop is their own.
enum Abbreviations {
    /// They stand before a name or a noun, so that a capital after them begins no sentence.
    static let words = set(
        "mr mrs ms dr prof rev hon gen col lt sgt capt cpl maj adm cmdr brig gov sen rep pres st mt ft messrs mme mlle "
            + "jr sr vs etc eg ie cf al approx dept est inc ltd co corp bros univ assn jan feb mar apr jun jul aug sep "
            + "sept oct nov dec mon tue wed thu fri sat sun ave blvd rd "
            + "bzw usw ca nr hr fr dipl abs sog zb "
            + "г гг ул пр просп пл им стр рис табл гл млн млрд тыс руб коп проф акад доц др т тов см ср напр обл р-н "
            + "св чел экз ген полк подп кап лейт м-р г-н г-жа зам пос дер вул імя")
    /// They only belong to a number that follows.
    static let beforeNumbers = set("no nos pp p vol art sec fig ch № ст п пп с д кв")
    /// Words that often begin a sentence, and hardly ever a name: they decide after "U.S.".
    static let openers = set(
        "the a an it he she they we i in on at but and this that these those his her their its as if when while after "
            + "before however meanwhile there for what who why how он она они это но в на и как с по")

    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map { String($0) }) }
}
