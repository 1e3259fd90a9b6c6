import NewswatchModel

/// How a file is imported.
public struct ImportOptions: Sendable {
    /// The file as it is shown in problems.
    public var path: String
    /// The list file that is made or replaced; its folder is that of the watchlist.
    public var target: String
    /// `nil`: told from the file's first line.
    public var format: ImportFormat?
    /// Which column of a table says what; a column named like a key that no other is mapped to needs no entry.
    public var columns: [(title: String, key: ImportKey)] = []
    /// Between fields of `csv`; `nil`: told from the first line.
    public var delimiter: UInt8?
    /// Between the values of one field.
    public var separator: UInt8 = UInt8(ascii: "|")
    /// Of entities whose file tells no kind that is known.
    public var kind: EntityKind?
    /// For every entity.
    public var tags: [String] = []
    /// Before every id.
    public var idPrefix = ""
    /// Of names of which the file tells none.
    public var language: String?
    /// Whether FollowTheMoney's weak aliases, which often are common words, are taken.
    public var takesWeakAliases = false
    /// Only entities of these schemas; empty: of all that have a kind.
    public var schemas: Set<String> = []
    /// Whether all is done but the replacing.
    public var isDryRun = false
    /// Whether a list may lose more than half of its entities, or be replaced though it has errors or no import made
    /// it.
    public var isForced = false
    /// Octets that are sorted in memory at a time.
    var runSize = 16 << 20

    public init(path: String, target: String) { (self.path, self.target) = (path, target) }

    /// The `inflect` of every entity. Of a language without forms none are made, by the letters of a name neither.
    var inflect: Inflection {
        guard let language else { return .auto }
        return EntityRules.withoutForms("inflect", language) == nil ? Inflection(rawValue: language) : .none
    }

    /// What is wrong with the options, in a sentence; `nil` when nothing is.
    public var fault: String? {
        if let tag = tags.first(where: { !EntityRules.isTag($0) }) {
            return "\"\(tag)\": \(EntityRules.tag.message); \(EntityRules.tag.cure)"
        }
        if let language, !EntityRules.isLanguage(language) {
            return "\"\(language)\": \(EntityRules.language.message); \(EntityRules.language.cure)"
        }
        if !idPrefix.isEmpty, EntityID(idPrefix) == nil || idPrefix.utf8.count > 32 {
            return "\"\(idPrefix)\" begins no id; use at most 32 of what an id has: \(EntityID.rule)"
        }
        if !columns.isEmpty, format == .ftm || format == .list {
            return "a map of columns goes with a table, not with \(format?.rawValue ?? "")"
        }
        return nil
    }

    /// The name of the list for the file at `path`, without `.tsv`: its last part without the ending, made an id.
    /// `nil` when nothing is left of it.
    public static func listName(of path: String) -> String? {
        var name = path.split(separator: "/").last ?? ""
        if let dot = name.lastIndex(of: "."), dot != name.startIndex { name = name[..<dot] }
        return ImportedID.of(String(name), prefix: "")?.rawValue
    }
}
