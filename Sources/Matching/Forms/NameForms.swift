import NewswatchModel

/// Makes the grammatical forms of names.
///
/// The rules are those of the school grammars of each language; tables hold what no ending tells: first
/// names and their sex, fleeting vowels, the gender of nouns in -ь, what does not decline.
public enum NameForms {
    /// Forms of `name` beside the name itself, without doubles, in the order of the cases; empty when nothing
    /// in the name declines.
    ///
    /// All words of a person's name stand in one case. `kind` is a hint: a well-known place declines as one
    /// whatever `kind` says.
    public static func forms(of name: String, language: FormLanguage, kind: EntityKind) -> [NameForm] {
        switch language {
        case .ru: FormMaker<Russian>.forms(of: name, kind: kind, latin: false)
        case .uk: FormMaker<Ukrainian>.forms(of: name, kind: kind, latin: false)
        case .be: FormMaker<Belarusian>.forms(of: name, kind: kind, latin: false)
        case .de: German.forms(of: name, kind: kind)
        case .pl: FormMaker<Polish>.forms(of: name, kind: kind, latin: true)
        }
    }
}
