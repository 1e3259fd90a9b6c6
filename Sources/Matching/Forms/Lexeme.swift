/// What a table knows of a word.
struct Lexeme: Sendable {
    /// Everything that tables say of a word; a word may stand in several.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt32
        init(rawValue: UInt32) { self.rawValue = rawValue }

        static let maleName = Traits(rawValue: 1 << 0)
        static let femaleName = Traits(rawValue: 1 << 1)
        /// Has no other form.
        static let fixed = Traits(rawValue: 1 << 2)
        /// A surname that, alone, nearly always means one woman.
        static let woman = Traits(rawValue: 1 << 3)
        /// Soft noun of the masculine gender, where the feminine is the rule.
        static let masculine = Traits(rawValue: 1 << 4)
        /// Noun of the feminine gender with a hard or hushing end.
        static let feminine = Traits(rawValue: 1 << 5)
        /// A foreign surname in -ов or -ин, declined as a noun.
        static let foreign = Traits(rawValue: 1 << 6)
        /// Has the second locative: "в Крыму".
        static let locativeU = Traits(rawValue: 1 << 7)
        /// Has only a plural; the stem is its genitive.
        static let plural = Traits(rawValue: 1 << 8)
        /// A place, whatever kind the caller gives.
        static let place = Traits(rawValue: 1 << 9)
        /// Stays in front of a hyphen or of the word that declines: "Нью", "Сан"; in persons "Бонч".
        static let prefix = Traits(rawValue: 1 << 10)
        /// An East Asian family name, which stays in front of the given name.
        static let eastAsian = Traits(rawValue: 1 << 11)
        /// Stays in a person's name: "фон", "ибн", "оглы".
        static let particle = Traits(rawValue: 1 << 12)
        /// Two nouns in one: in front of a hyphen or behind it, both decline ("Москва-река").
        static let companion = Traits(rawValue: 1 << 13)
        /// An adjective though its end does not say so.
        static let adjective = Traits(rawValue: 1 << 14)
        /// A noun though its end is an adjective's.
        static let noun = Traits(rawValue: 1 << 15)
        /// The genitive singular of the noun is in -у (Ukrainian, Polish).
        static let genitiveU = Traits(rawValue: 1 << 16)
        /// A hard ending is soft in declension: "Ігор", "Бондар".
        static let soft = Traits(rawValue: 1 << 17)
        /// The ending bears the stress.
        static let stressed = Traits(rawValue: 1 << 18)
        /// A neuter noun where the end says feminine: Belarusian "Косава".
        static let neuter = Traits(rawValue: 1 << 19)
        /// A first name of other countries.
        static let foreignName = Traits(rawValue: 1 << 20)
    }

    var traits: Traits = []
    /// Stem of the oblique cases, or the genitive plural of a `plural` noun, in small letters.
    var stem: String?
}
