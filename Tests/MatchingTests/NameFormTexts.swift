import Matching
import NewswatchModel

/// The spellings alone of a name's forms.
func texts(_ name: String, _ language: FormLanguage, _ kind: EntityKind) -> [String] {
    NameForms.forms(of: name, language: language, kind: kind).map(\.text)
}

/// The words of a line, which spaces separate.
func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
