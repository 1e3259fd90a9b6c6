/// What a language writes with a full stop that ends no sentence, and the words that tell when it does all the same.
struct Abbreviations: Sendable {
    /// What a capital after the abbreviation's stop means.
    enum Kind: Sendable {
        /// It stands before what it belongs to ("Mr.", "ул.", "z. B."): no sentence ends there.
        case before
        /// A sentence ends there only when an opener follows ("Inc.", "тыс.", "the U.S.").
        case within
        /// A sentence ends there ("etc.", "и т. д.", "p.m.") unless a day, a month or a time zone follows.
        case closing
        /// It belongs to a number that follows ("No. 5", "S. 12", "Oct. 3") and is an ordinary word otherwise.
        case number
        /// `within` after a number ("2020 г."), `before` elsewhere ("г. Минск").
        case unit
    }

    private struct Entry: Sendable {
        var kind: Kind
        /// Only with a capital: "Ill." is Illinois, "ill." is not.
        var needsCapital: Bool
    }

    /// Whether a small number with a full stop is an ordinal ("1. November").
    let ordinals: Bool
    private let entries: [UInt64: Entry]
    private let openers: Set<UInt64>

    /// Words are parted by blanks and written without their last stop; parts of one abbreviation are joined by
    /// stops ("т.д"), however the text spaces them. An entry with a capital holds for capitals only.
    init(
        before: String, within: String, closing: String, number: String, unit: String = "", openers: String,
        ordinals: Bool = false
    ) {
        var entries: [UInt64: Entry] = [:]
        for (kind, words) in [
            (.before, before), (.within, within), (.closing, closing), (.number, number), (.unit, unit),
        ] as [(Kind, String)] {
            for word in words.split(separator: " ") {
                let capital = word.unicodeScalars.first.map { Letters.isUpperCase($0.value) } ?? false
                entries[Letters.key(word)] = Entry(kind: kind, needsCapital: capital)
            }
        }
        (self.entries, self.openers, self.ordinals) = (entries, Letters.keys(openers), ordinals)
    }

    private init(joining all: [Abbreviations]) {
        var (entries, openers): ([UInt64: Entry], Set<UInt64>) = ([:], [])
        for one in all {
            entries.merge(one.entries) { first, _ in first }
            openers.formUnion(one.openers)
        }
        (self.entries, self.openers, ordinals) = (entries, openers, false)
    }

    private init(_ other: Abbreviations, ordinals: Bool) {
        (entries, openers, self.ordinals) = (other.entries, other.openers, ordinals)
    }

    func kind(_ key: UInt64, capital: Bool) -> Kind? {
        guard let entry = entries[key], capital || !entry.needsCapital else { return nil }
        return entry.kind
    }

    /// Whether the word often begins a sentence and is hardly ever (part of) a name.
    func isOpener(_ key: UInt64) -> Bool { openers.contains(key) }

    /// Days, months and time zones that go on after "5 p.m.".
    static let afterClock = Letters.keys(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
            + "september october november december eastern pacific central mountain est edt et pst pdt pt cst cdt ct "
            + "mst mdt gmt utc bst cet cest ist jst msk local")

    /// The tables of a language (BCP 47 primary subtag). Languages without tables of their own, and texts in an
    /// unknown one, get those that do not contradict each other.
    static func of(_ language: String?) -> Abbreviations {
        switch language {
        case "en": english
        case "ru": russian
        case "uk": ukrainian
        case "be": belarusian
        case "de": german
        case "pl": polish
        case "cs", "sk", "da", "fi", "no", "nb", "nn", "hu", "sl", "hr", "et", "lv", "is": othersWithOrdinals
        default: others
        }
    }

    /// Titles and the like of further languages in Latin script.
    private static let latin = Abbreviations(
        before: "sr sra srta dott ing mgr sig dhr mevr st ste mme mlle avv ds kand cand mag bc judr mudr phdr",
        within: "art tel av avda ul nám tř str", closing: "etc atd apod enz osv", number: "nr no núm n°",
        openers: "le la les il elle el los las der die das het een een de den det")
    private static let others = Abbreviations(joining: [english, russian, ukrainian, belarusian, latin])
    private static let othersWithOrdinals = Abbreviations(others, ordinals: true)
}
