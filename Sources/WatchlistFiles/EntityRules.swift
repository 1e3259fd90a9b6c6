import Matching
import NewswatchModel

/// What the values of an entity must be, in whatever kind of file they stand.
enum EntityRules {
    /// What is told of a value that breaks a rule.
    struct Breach {
        let message: String
        let cure: String
    }

    static let id = Breach(message: "this is no id", cure: "use \(EntityID.rule)")
    static let language = Breach(
        message: "this is no language", cure: "use two or three small letters, as in \"ru\"")
    static let tag = Breach(
        message: "this is no tag", cure: "use one word of at most 64 octets, as in \"head-of-state\"")

    static func inflection(_ key: String) -> Breach {
        Breach(
            message: "\(key) has no such choice", cure: "use \"auto\", \"none\" or a language, as in \"ru\"")
    }

    /// What is odd about a language whose forms nobody has written down; `nil` for `auto`, `none` and the others.
    static func withoutForms(_ key: String, _ text: String) -> Breach? {
        guard isLanguage(text), FormLanguage(rawValue: text) == nil else { return nil }
        let known = FormLanguage.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        return Breach(message: "\(key) has no effect: no forms are known of this language", cure: "use one of \(known)")
    }

    static func choice<E: RawRepresentable<String> & CaseIterable>(
        _ key: String, _ type: E.Type, found text: String
    ) -> Breach {
        Breach(
            message: "\(key) has no such choice", cure: suggestion(for: text, among: type.allCases.map(\.rawValue)))
    }

    static func double(_ name: String) -> Breach {
        Breach(message: "\"\(name)\" is there twice", cure: "remove one")
    }

    static func taken(by origin: EntityOrigin) -> Breach {
        Breach(
            message: "the id is taken: \(origin) has it too",
            cure: "give one of them another id, or make them one entity")
    }

    static func isLanguage(_ text: some StringProtocol) -> Bool {
        (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }

    static func isTag(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && !NameFault.isControl($0)
            }
    }

    static func isInflection(_ text: String) -> Bool {
        text == Inflection.auto.rawValue || text == Inflection.none.rawValue || isLanguage(text)
    }

    /// Indices in `entity.names` of the spellings that it has already: they do nothing, and are most often a slip.
    static func doubles(in entity: Entity) -> [Int] {
        if entity.aliases.isEmpty { return [] }
        var seen: Set<Alias> = []
        return entity.names.enumerated().compactMap { index, written in
            var effective = written
            effective.nameCase = written.nameCase ?? entity.nameCase
            effective.inflect = written.inflect ?? entity.inflect
            return seen.insert(effective).inserted ? nil : index
        }
    }
}
