import NewswatchModel

/// A language whose name forms can be made. The raw value is its ISO 639-1 code.
public enum FormLanguage: String, CaseIterable, Sendable {
    case ru, uk, be, de, pl
}

extension FormLanguage {
    /// The language of the forms that `inflect` of a name asks for; `nil` for none.
    ///
    /// A name without its own `inflect` takes the entity's. `auto` stands for the name's `lang` when that is
    /// Russian, Ukrainian or Belarusian, and for the letters of the name when no `lang` is given. A Cyrillic
    /// name in another language (Bulgarian, Serbian, Kazakh) has no forms unless `inflect` says so.
    public static func of(_ name: Alias, entity: Entity) -> FormLanguage? {
        let inflect = name.inflect ?? entity.inflect
        guard inflect == .auto else { return FormLanguage(rawValue: primary(inflect.rawValue)) }
        guard let lang = name.lang else { return byLetters(of: name.name) }
        guard let language = FormLanguage(rawValue: primary(lang)), language.isEastSlavic else { return nil }
        return language
    }

    private var isEastSlavic: Bool { self == .ru || self == .uk || self == .be }

    /// "uk" of "UK" and of "uk-UA".
    private static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    /// Letters that only one of the three alphabets has decide; a name without any of them is Russian.
    private static func byLetters(of name: String) -> FormLanguage? {
        var isCyrillic = false
        var (hasShortU, hasI, hasUkrainian, hasRussian) = (false, false, false, false)
        // Letters without which none of the endings below is there.
        var (hasReversedE, hasSoftSign) = (false, false)
        var isForeign = false
        for scalar in name.unicodeScalars {
            switch scalar {
            case "а"..."я", "А"..."Я": isCyrillic = true
            case "ё", "Ё": (isCyrillic, hasRussian) = (true, true)
            case "ў", "Ў": (isCyrillic, hasShortU) = (true, true)
            case "і", "І": (isCyrillic, hasI) = (true, true)
            case "ї", "Ї", "є", "Є", "ґ", "Ґ": (isCyrillic, hasUkrainian) = (true, true)
            case "\u{400}"..."\u{52F}": isForeign = true
            default: isForeign = isForeign || (scalar.properties.isAlphabetic && scalar.value < 0x2000)
            }
            if scalar == "э" || scalar == "Э" || scalar == "ы" || scalar == "Ы" { hasRussian = true }
            if scalar == "э" { hasReversedE = true }
            if scalar == "ь" { hasSoftSign = true }
        }
        guard isCyrillic, !isForeign else { return nil }
        if hasShortU || (hasI && hasRussian) || (hasReversedE && endsAny(name, ["энка", "энкі", "энко"])) {
            return .be
        }
        return hasI || hasUkrainian || (hasSoftSign && endsAny(name, ["ський", "цький", "зький"])) ? .uk : .ru
    }

    /// Whether a word of `name` ends in one of `endings`, which only one of the three orthographies has.
    private static func endsAny(_ name: String, _ endings: [String]) -> Bool {
        name.split(whereSeparator: { $0 == " " || $0 == "-" }).contains { word in
            endings.contains { word.hasSuffix($0) }
        }
    }
}
