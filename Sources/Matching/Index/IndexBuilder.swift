import NewswatchModel

/// Compiles entities into a position-independent, versioned, checksummed image.
public enum IndexBuilder {
    /// The image that `WatchlistIndex` reads. Entities keep their order; names without a letter or digit are left
    /// out, and of a name that an entity has twice the first counts. The same entities give the same bytes.
    /// Throws `tooLarge` past 2³⁰ records of a kind, 4 GiB of strings, or 65,535 names of an entity.
    public static func build(_ entities: [Entity], version: Int) throws(IndexError) -> [UInt8] {
        var compiler = WatchlistCompiler(names: entities.reduce(0) { $0 + 1 + $1.aliases.count })
        // In place: an entity that is not copied out of the array keeps its strings uncounted.
        try entities.withUnsafeBufferPointer { (all) throws(IndexError) in
            for index in all.indices { try compiler.add(all[index]) }
        }
        compiler.resolveCompanions(entities)
        return compiler.image(version: version)
    }
}

/// Collects the records of an image.
struct WatchlistCompiler {
    struct Variant {
        var node: UInt32
        var owner: UInt32
        var shape: UInt32
        var nameIndex: UInt16
        var form: UInt16
    }

    struct EntityContext {
        var terms: Range<UInt32>
        var nearDistance: UInt32
        var companions: Range<UInt32>
    }

    struct StringPlace {
        var offset: UInt32 = 0
        var length: UInt32 = 0
    }

    private(set) var trie: TrieBuilder
    private(set) var spellings = SpellingBuilder()
    private(set) var variants: [Variant] = []
    /// Place of the id, and index of the context rules; 0 for none.
    private(set) var entities: [(id: StringPlace, context: UInt32)] = []
    private(set) var contexts = [EntityContext(terms: 0..<0, nearDistance: ImageFormat.none, companions: 0..<0)]
    private(set) var terms: [(phrase: UInt32, gate: ContextGate, text: StringPlace)] = []
    private(set) var companions: [(target: UInt32, id: EntityID, place: StringPlace)] = []
    private(set) var forms: [StringPlace] = [StringPlace()]
    private(set) var letters = FirstLetters()
    /// Hashes of words that are a name, and of words with the first letter of the next that begin one.
    private(set) var alone: [UInt64] = []
    private(set) var openings: [UInt64] = []
    private(set) var small: [UInt64] = []
    private(set) var triples = [UInt64](repeating: 0, count: SmallWords.words)
    private(set) var names = 0
    private var formNumbers: [String: UInt16] = [:]
    private var phrases: [String: UInt32] = [:]
    private var strings: [String: StringPlace] = [:]

    init(names: Int) {
        trie = TrieBuilder(names: names)
        variants.reserveCapacity(names)
    }

    mutating func add(_ entity: borrowing Entity) throws(IndexError) {
        let owner = UInt32(truncatingIfNeeded: entities.count)
        addSpelling(entity.name, entity.nameCase, 0, owner, form: 0)
        if entity.inflect != .none { addForms(Alias(name: entity.name), 0, copy entity, owner) }
        for (index, alias) in entity.aliases.enumerated() {
            addSpelling(alias.name, alias.nameCase ?? entity.nameCase, UInt16(clamping: index + 1), owner, form: 0)
            if (alias.inflect ?? entity.inflect) != .none {
                addForms(alias, UInt16(clamping: index + 1), copy entity, owner)
            }
        }
        names += 1 + entity.aliases.count
        entities.append((append(entity.id.rawValue), context(copy entity)))
        let limit = Int(ImageFormat.nodeBits)
        try check("octets", trie.strings.count, Int(UInt32.max) - 1024)
        try check("spellings", variants.count, limit)
        try check("words", Int(trie.nodeCount), limit)
        try check("context words", terms.count, limit)
        try check("context rules", contexts.count, 1 << 25 - 1)
        try check("entities", entities.count, limit)
        try check("names of one entity", entity.aliases.count, Int(UInt16.max))
    }

    private func check(_ what: String, _ count: Int, _ limit: Int) throws(IndexError) {
        if count > limit { throw .tooLarge(what: what, limit: limit) }
    }

    /// Finds the entities that `only-with` names; an unknown one is never mentioned.
    mutating func resolveCompanions(_ entities: [Entity]) {
        guard !companions.isEmpty else { return }
        let wanted = Set(companions.map(\.id))
        var found: [EntityID: UInt32] = [:]
        for (index, entity) in entities.enumerated() where wanted.contains(entity.id) {
            found[entity.id] = UInt32(truncatingIfNeeded: index)
        }
        for index in companions.indices { companions[index].target = found[companions[index].id] ?? ImageFormat.none }
    }

    private mutating func addForms(_ name: Alias, _ nameIndex: UInt16, _ entity: Entity, _ owner: UInt32) {
        let inflect = name.inflect ?? entity.inflect
        // Most names of a list: without Cyrillic letters, `auto` asks for nothing.
        if inflect == .auto, name.name.utf8.allSatisfy({ $0 < 0x80 }) { return }
        guard let language = FormLanguage.of(name, entity: entity) else { return }
        let nameCase = name.nameCase ?? entity.nameCase
        for form in NameForms.forms(of: name.name, language: language, kind: entity.kind) {
            addSpelling(form.text, nameCase, nameIndex, owner, form: formNumber(form.label))
        }
    }

    private mutating func addSpelling(
        _ text: String, _ nameCase: NameCase, _ nameIndex: UInt16, _ owner: UInt32, form: UInt16
    ) {
        var text = text
        let spelling = text.withUTF8 { spellings.add($0, nameCase, below: ImageFormat.nameRoot, &trie) }
        guard let spelling else { return }
        noteFirst(spelling)
        variants.append(
            Variant(node: spelling.node, owner: owner, shape: spelling.shape, nameIndex: nameIndex, form: form))
    }

    private mutating func noteFirst(_ spelling: SpellingBuilder.Spelling) {
        if let letter = spelling.secondLetter {
            openings.append(TokenHash.opening(spelling.firstHash, letter))
        } else {
            alone.append(spelling.firstHash)
        }
        if spelling.mayBeSmall {
            small.append(spelling.firstHash)
            if spelling.firstOctet < 0x80 {
                let letters = spelling.firstLetters
                let place = SmallWords.place(letters.0, letters.1, letters.2)
                triples[place >> 6] |= 1 << UInt64(place & 63)
            }
        }
        switch spelling.firstOctet {
        case 0x30...0x39, 0x61...0x7A:
            letters.add(spelling.firstLetters, isASCII: true, mayBeSmall: spelling.mayBeSmall)
        case 0xD0, 0xD1: letters.add(spelling.firstLetters, isASCII: false, mayBeSmall: spelling.mayBeSmall)
        // Words of other scripts are not asked by their letters.
        default: break
        }
    }

    /// The index of the entity's context rules; 0 when it has none.
    private mutating func context(_ entity: Entity) -> UInt32 {
        guard !(entity.near.isEmpty && entity.notNear.isEmpty && entity.exclude.isEmpty && entity.onlyWith.isEmpty)
        else { return 0 }
        let (firstTerm, firstCompanion) = (UInt32(clamping: terms.count), UInt32(clamping: companions.count))
        for (gate, words) in [(ContextGate.exclude, entity.exclude), (.notNear, entity.notNear), (.near, entity.near)] {
            for word in words { terms.append((phrase(word), gate, place(word))) }
        }
        for id in entity.onlyWith { companions.append((ImageFormat.none, id, place(id.rawValue))) }
        contexts.append(
            EntityContext(
                terms: firstTerm..<UInt32(clamping: terms.count),
                nearDistance: entity.nearDistance.map { UInt32(clamping: max(0, $0)) } ?? ImageFormat.none,
                companions: firstCompanion..<UInt32(clamping: companions.count)))
        return UInt32(clamping: contexts.count - 1)
    }

    /// The number of a context word; the same word of several entities is searched once.
    private mutating func phrase(_ text: String) -> UInt32 {
        if let known = phrases[text] { return known }
        let number = UInt32(clamping: phrases.count)
        phrases[text] = number
        var text = text
        let spelling = text.withUTF8 { spellings.add($0, .any, below: ImageFormat.contextRoot, &trie) }
        if let spelling {
            variants.append(Variant(node: spelling.node, owner: number, shape: spelling.shape, nameIndex: 0, form: 0))
        }
        return number
    }

    private mutating func formNumber(_ label: String) -> UInt16 {
        if let known = formNumbers[label] { return known }
        let number = UInt16(clamping: forms.count)
        forms.append(place(label))
        formNumbers[label] = number
        return number
    }

    private mutating func place(_ text: String) -> StringPlace {
        if let known = strings[text] { return known }
        let place = append(text)
        strings[text] = place
        return place
    }

    private mutating func append(_ text: String) -> StringPlace {
        let place = StringPlace(
            offset: UInt32(truncatingIfNeeded: trie.strings.count), length: UInt32(truncatingIfNeeded: text.utf8.count))
        trie.strings.append(contentsOf: text.utf8)
        return place
    }

    /// Puts a separator's bytes into the strings.
    mutating func place(_ bytes: [UInt8]) -> StringPlace {
        bytes.isEmpty ? StringPlace() : place(String(decoding: bytes, as: UTF8.self))
    }
}
