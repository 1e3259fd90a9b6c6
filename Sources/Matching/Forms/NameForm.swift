/// A grammatical form of a name, made by rule.
public struct NameForm: Hashable, Sendable {
    /// "Владимира Путина": case and spelling as the name's.
    public var text: String
    /// Language and cases of the form, for machines: "ru-genitive", or "ru-genitive/accusative" where two
    /// cases have one spelling.
    public var label: String
    /// The rules that made it, for people, one for each inflected word: "first name in -р · surname in -ин".
    public var rule: String

    public init(text: String, label: String, rule: String) {
        (self.text, self.label, self.rule) = (text, label, rule)
    }
}
