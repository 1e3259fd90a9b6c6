import NewswatchModel

/// Finds an index's names in articles. It owns the space it works in, so each worker has one of its own.
public struct Matcher {
    private let index: WatchlistIndex
    private let space: MatchingSpace

    public init(_ index: WatchlistIndex) {
        self.index = index
        space = MatchingSpace(index.reader)
    }

    /// The mentions of an article and the spans that read a name but were refused by context rules (`near`,
    /// `not-near`, `exclude`, `only-with`), both title before text, then by offset. Ranges are byte offsets into the
    /// UTF-8 of the field. A span that several entities share is reported for each; an entity that has it by several
    /// names, once, by the first of them.
    public mutating func find(
        title: String, text: String, overlap: Overlap = .longest
    ) -> (mentions: [Mention], refused: [RefusedMention]) {
        var (title, text) = (title, text)
        return title.withUTF8 { titleBytes in
            text.withUTF8 { textBytes in find(titleBytes, textBytes, overlap) }
        }
    }

    /// About how many tokens `text` has, rather more than less: each word of ASCII or of an alphabet of two octets a
    /// letter counts, a word of both more than once, and of other scripts, where a letter may be a token, each letter.
    public static func mostTokens(in text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count > 1 << 20 else { return bytes.count }
            var count = 0
            // What the last letter was of: nothing, ASCII, or an alphabet of two octets a letter.
            var before = 0
            for byte in bytes where byte < 0x80 || byte >= 0xC0 {
                let isASCII = byte < 0x80
                let isWord = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
                let own = isASCII ? (isWord ? 1 : 0) : byte == 0xC2 || byte >= 0xE0 ? 0 : 2
                if byte >= 0xE0 || (own != 0 && own != before) { count += 1 }
                before = own
            }
            return count
        }
    }

    /// A name that stands in a text, before context rules are asked.
    public struct Span: Hashable, Sendable {
        /// Index of the entity in the watchlist that was compiled.
        public var entityIndex: Int
        public var nameIndex: Int
        public var range: ByteRange
    }

    /// Calls `report` for each name in `text`, in the order of the first words. What `find` does beside that is to ask
    /// the context rules, to order the spans, and to copy names and surfaces.
    public mutating func spans(
        in text: UnsafeBufferPointer<UInt8>, overlap: Overlap = .longest, _ report: (Span) -> Void
    ) {
        var search = NameSearch(index.reader, text, space)
        search.run(overlap) {
            report(
                Span(
                    entityIndex: Int($0.owner), nameIndex: Int($0.nameIndex),
                    range: ByteRange(Int($0.start), Int($0.end))))
        }
    }

    private func find(
        _ titleBytes: UnsafeBufferPointer<UInt8>, _ textBytes: UnsafeBufferPointer<UInt8>, _ overlap: Overlap
    ) -> (mentions: [Mention], refused: [RefusedMention]) {
        let reader = index.reader
        let fields = [(TextField.title, titleBytes), (TextField.text, textBytes)]
        var hits: [FieldHit] = []
        for (field, bytes) in fields {
            var found: [NameHit] = []
            var search = NameSearch(reader, bytes, space)
            search.run(overlap) { found.append($0) }
            hits += Self.ordered(found).map { FieldHit(field: field, hit: $0) }
        }
        var refusals: [(gate: RefusalGate, detail: String)?] = []
        if hits.contains(where: { ContextRules.exist(for: $0.hit.owner, reader) }) {
            var rules = ContextRules(reader)
            for (field, bytes) in fields {
                let words = ContextSearch(reader, bytes, space)
                for hit in words.hits { rules.note(hit, in: field) }
                for index in hits.indices where hits[index].field == field { words.count(&hits[index].hit) }
            }
            refusals = rules.refusals(of: hits)
        }
        var (mentions, refused): ([Mention], [RefusedMention]) = ([], [])
        for (place, found) in hits.enumerated() {
            guard let mention = mention(found, found.field == .title ? titleBytes : textBytes) else { continue }
            if let refusal = refusals.isEmpty ? nil : refusals[place] {
                refused.append(RefusedMention(mention: mention, gate: refusal.gate, detail: refusal.detail))
            } else {
                mentions.append(mention)
            }
        }
        return (mentions, refused)
    }

    /// By offset, longer before shorter, then by entity; each entity once for a span. A full stop that belongs to one
    /// name of an entity makes no other span of it.
    private static func ordered(_ hits: [NameHit]) -> [NameHit] {
        let sorted = hits.sorted {
            ($0.start, $1.end, $0.owner, $0.nameIndex, $0.form) < ($1.start, $0.end, $1.owner, $1.nameIndex, $1.form)
        }
        var result: [NameHit] = []
        for hit in sorted {
            let same = result.reversed().prefix { $0.start == hit.start }
            if same.contains(where: { $0.wordEnd == hit.wordEnd && $0.owner == hit.owner }) { continue }
            result.append(hit)
        }
        return result
    }

    /// `nil` when a damaged image names no such entity.
    private func mention(_ found: FieldHit, _ bytes: UnsafeBufferPointer<UInt8>) -> Mention? {
        let (reader, hit) = (index.reader, found.hit)
        guard let entity = reader.record(.entities, Int(hit.owner)),
            let id = EntityID(reader.string(reader.u32(entity), reader.u32(entity + 4) & 0x7F))
        else { return nil }
        var form: String?
        if hit.form != 0, let label = reader.record(.forms, Int(hit.form)) {
            form = reader.string(reader.u32(label), reader.u32(label + 4))
        }
        let (start, end) = (Int(hit.start), Int(hit.end))
        return Mention(
            entity: id, field: found.field, range: ByteRange(start, end),
            surface: String(decoding: bytes[start..<end], as: UTF8.self), nameIndex: Int(hit.nameIndex), form: form)
    }
}
