import NewswatchModel

/// Compiles entities into a position-independent, versioned, checksummed image.
public enum IndexBuilder {
    /// The image that `WatchlistIndex` reads. Entities keep their order; names without a letter or digit are left
    /// out, and of a name that an entity has twice the first counts. The same entities give the same bytes.
    /// Throws `tooLarge` past 2³² − 2 records of a kind or 4 GiB of strings.
    public static func build(_ entities: [Entity], version: Int) throws(IndexError) -> [UInt8] {
        var compiler = WatchlistCompiler()
        for entity in entities { try compiler.add(entity) }
        compiler.resolveCompanions()
        return compiler.image(version: version)
    }
}

/// Collects the records of an image.
struct WatchlistCompiler {
    private struct Variant {
        var node: UInt32
        var owner: UInt32
        var nameIndex: UInt32
        var form: StringPlace
        var firstToken: UInt32
        var tokenCount: UInt16
        var endsWithFullStop: Bool
    }

    private struct TokenRule {
        var upperBits: UInt64
        var separator: UInt32
        var separatorLength: UInt16
        var caseRule: CaseRule
    }

    private struct EntityRecord {
        var id: StringPlace
        var contexts: Range<UInt32>
        var nearDistance: UInt32
        var companions: Range<UInt32>
    }

    struct StringPlace {
        var offset: UInt32
        var length: UInt32
    }

    private var trie = TrieBuilder()
    private var variants: [Variant] = []
    private var tokenRules: [TokenRule] = []
    private var entities: [EntityRecord] = []
    private var contexts: [(phrase: UInt32, gate: ContextGate, text: StringPlace)] = []
    private var companions: [(target: UInt32, id: EntityID, place: StringPlace)] = []
    private var phrases: [String: UInt32] = [:]
    private var entityIndexes: [EntityID: UInt32] = [:]
    private var strings: [String: StringPlace] = [:]
    private var firstHashes: [UInt64] = []
    private var capitalisedOnly = true
    private var names = 0
    private let scan = TextScan(folds: FoldTable())

    mutating func add(_ entity: Entity) throws(IndexError) {
        let owner = UInt32(truncatingIfNeeded: entities.count)
        let contextStart = UInt32(truncatingIfNeeded: contexts.count)
        let companionStart = UInt32(truncatingIfNeeded: companions.count)
        for (index, name) in entity.names.enumerated() {
            names += 1
            addName(name.name, owner, UInt32(index), nameCase: name.nameCase ?? entity.nameCase)
        }
        for (gate, words) in [(ContextGate.exclude, entity.exclude), (.notNear, entity.notNear), (.near, entity.near)] {
            for word in words { contexts.append((phrase(word), gate, place(word))) }
        }
        for id in entity.onlyWith { companions.append((ImageFormat.none, id, place(id.rawValue))) }
        entityIndexes[entity.id] = owner
        entities.append(
            EntityRecord(
                id: place(entity.id.rawValue), contexts: contextStart..<UInt32(truncatingIfNeeded: contexts.count),
                nearDistance: entity.nearDistance.map { UInt32(clamping: max(0, $0)) } ?? ImageFormat.none,
                companions: companionStart..<UInt32(truncatingIfNeeded: companions.count)))
        let limit = Int(UInt32.max) - 1
        for (what, count) in [
            ("octets", trie.strings.count), ("names", variants.count), ("words", tokenRules.count),
            ("context words", contexts.count), ("entities", entities.count), ("only-with", companions.count),
        ] where count > limit {
            throw .tooLarge(what: what, limit: limit)
        }
    }

    /// Finds the entities that `only-with` names; an unknown one is never mentioned.
    mutating func resolveCompanions() {
        for index in companions.indices {
            companions[index].target = entityIndexes[companions[index].id] ?? ImageFormat.none
        }
    }

    private mutating func addName(_ name: String, _ owner: UInt32, _ nameIndex: UInt32, nameCase: NameCase) {
        add(name, ImageFormat.nameRoot, owner, nameIndex, nameCase, form: StringPlace(offset: 0, length: 0))
    }

    /// The number of a context word; the same word of several entities is searched once.
    private mutating func phrase(_ text: String) -> UInt32 {
        if let known = phrases[text] { return known }
        let number = UInt32(phrases.count)
        phrases[text] = number
        add(text, ImageFormat.contextRoot, number, 0, .any, form: StringPlace(offset: 0, length: 0))
        return number
    }

    private mutating func add(
        _ spelling: String, _ root: UInt32, _ owner: UInt32, _ nameIndex: UInt32, _ nameCase: NameCase,
        form: StringPlace
    ) {
        var spelling = spelling
        let folds = scan.folds
        // The closure may not touch `self`: what it finds is put in afterwards.
        let (path, separators, endsWithFullStop) = spelling.withUTF8 { text in
            scan.read(text)
            var path: [Token] = []
            var separators: [[UInt8]] = []
            for index in 0..<scan.count {
                scan.fold(index, text)
                path.append(scan.tokens[index])
                guard index > 0 else { continue }
                separators.append(
                    Gap.separator(text, Int(scan.tokens[index - 1].end), Int(scan.tokens[index].start), folds))
            }
            let end = path.last.map { Int($0.end) } ?? 0
            let isAbbreviated = path.last.map { $0.scalarCount <= 3 } ?? false
            return (path, separators, isAbbreviated && end < text.count && text[end] == 0x2E)
        }
        guard !path.isEmpty, path.count <= ImageFormat.maximumTokens else { return }
        let caseRules = CaseRules.of(path, nameCase)
        if root == ImageFormat.nameRoot {
            firstHashes.append(path[0].hash)
            let first = caseRules[0]
            if first == .any || (first == .exact && !path[0].initialIsUpper) { capitalisedOnly = false }
        }
        var node = root
        let firstToken = UInt32(truncatingIfNeeded: tokenRules.count)
        for (index, token) in path.enumerated() {
            node = trie.child(of: node, foldedBytes(token, spelling)[...], hash: token.hash)
            var rule = TokenRule(
                upperBits: token.upperBits, separator: 0, separatorLength: 0, caseRule: caseRules[index])
            if index > 0, !separators[index - 1].isEmpty {
                let stored = place(String(decoding: separators[index - 1], as: UTF8.self))
                rule.separator = stored.offset
                rule.separatorLength = UInt16(clamping: stored.length)
            }
            tokenRules.append(rule)
        }
        variants.append(
            Variant(
                node: node, owner: owner, nameIndex: nameIndex, form: form, firstToken: firstToken,
                tokenCount: UInt16(path.count), endsWithFullStop: endsWithFullStop))
    }

    private func foldedBytes(_ token: Token, _ spelling: String) -> [UInt8] {
        let range = Int(token.foldedStart)..<Int(token.foldedStart + token.foldedLength)
        if !token.isASCII { return Array(scan.folded[range]) }
        return spelling.utf8.dropFirst(range.lowerBound).prefix(range.count).map { $0 | 0x20 }
    }

    private mutating func place(_ text: String) -> StringPlace {
        if let known = strings[text] { return known }
        let place = StringPlace(
            offset: UInt32(truncatingIfNeeded: trie.strings.count), length: UInt32(truncatingIfNeeded: text.utf8.count))
        trie.strings.append(contentsOf: text.utf8)
        strings[text] = place
        return place
    }

    // MARK: Writing

    func image(version: Int) -> [UInt8] {
        var writer = ImageWriter()
        writer.section(.strings, count: trie.strings.count) { $0.append(contentsOf: trie.strings) }
        writeFilter(&writer)
        writer.section(.edges, count: trie.slots.count) { bytes in
            for slot in trie.slots {
                bytes.put(slot.parent, slot.child, slot.token, slot.length)
                bytes.put(slot.hash)
            }
        }
        writeVariants(&writer)
        writer.section(.tokens, count: tokenRules.count) { bytes in
            for rule in tokenRules {
                bytes.put(rule.upperBits)
                bytes.put(rule.separator, UInt32(rule.separatorLength) | UInt32(rule.caseRule.rawValue) << 16)
            }
        }
        writer.section(.entities, count: entities.count) { bytes in
            for entity in entities {
                bytes.put(entity.id.offset, entity.id.length, entity.contexts.lowerBound, UInt32(entity.contexts.count))
                bytes.put(entity.nearDistance, entity.companions.lowerBound, UInt32(entity.companions.count), 0)
            }
        }
        writer.section(.contexts, count: contexts.count) { bytes in
            for context in contexts {
                bytes.put(context.phrase, context.gate.rawValue, context.text.offset, context.text.length)
            }
        }
        writer.section(.companions, count: companions.count) { bytes in
            for companion in companions {
                bytes.put(companion.target, companion.place.offset, companion.place.length)
            }
        }
        return writer.finish(
            version: version, flags: capitalisedOnly ? ImageFormat.flagCapitalisedOnly : 0,
            entities: entities.count, names: names)
    }

    /// Eight bits or more for each first token: seven of eight words of a text stop here.
    private func writeFilter(_ writer: inout ImageWriter) {
        var words = 64
        while words * 64 < firstHashes.count * 8, words < 1 << 18 { words *= 2 }
        var filter = [UInt64](repeating: 0, count: words)
        for hash in firstHashes { filter[Int((hash >> 6) & UInt64(words - 1))] |= 1 << (hash & 63) }
        writer.section(.filter, count: words) { bytes in for word in filter { bytes.put(word) } }
    }

    /// Variants in the order of their nodes, so that a node needs only the first and how many.
    private func writeVariants(_ writer: inout ImageWriter) {
        var starts = [UInt32](repeating: 0, count: Int(trie.nodeCount) + 1)
        for variant in variants { starts[Int(variant.node) + 1] += 1 }
        for node in 1..<starts.count { starts[node] += starts[node - 1] }
        var order = [Int](repeating: 0, count: variants.count)
        var free = starts
        for (index, variant) in variants.enumerated() {
            order[Int(free[Int(variant.node)])] = index
            free[Int(variant.node)] += 1
        }
        writer.section(.nodes, count: starts.count - 1) { bytes in
            for node in 0..<starts.count - 1 { bytes.put(starts[node], starts[node + 1] - starts[node]) }
        }
        writer.section(.variants, count: variants.count) { bytes in
            for index in order {
                let variant = variants[index]
                bytes.put(variant.owner, variant.nameIndex, variant.form.offset, variant.form.length)
                bytes.put(variant.firstToken, UInt32(variant.tokenCount) | (variant.endsWithFullStop ? 1 << 16 : 0))
            }
        }
    }
}
