import CTextMasks
import NewswatchModel
import Testing

@testable import Matching

/// Texts and names put together of what the sieve has ways of its own for.
private struct Soup {
    static let letters: [String] = [
        "a", "b", "o", "s", "A", "B", "O", "S", "0", "7", "é", "É", "ß", "İ", "ł", "\u{301}", "\u{306}", "\u{308}",
        "\u{AD}",
        "\u{200B}", "\u{FEFF}", "п", "у", "т", "и", "н", "о", "в", "П", "О", "В", "ё", "Ё", "й", "ў", "і", "ї", "Ѐ",
        "\u{460}", "\u{461}", "Ґ", "ґ", "Ӑ", "α", "Ω", "普", "京", "ト", "ラ", "の", "한", "ا", "ب", "א", "ⁿ", "ª", "ﬁ", "Ａ",
    ]
    static let gaps: [String] = [
        " ", " ", " ", "\n", "\r\n", "\n\n", "-", "-\n", "-\r\n  ", "\u{2010}\n", "\u{AD}\n", "\u{2013}", "\u{2014}",
        "\u{A0}", "'", "'s ", "’", "’s ", "s' ", "ʼ", "‘", "“", "”", "«", "»", "…", ".", ", ", "_", "#", "\u{2028}",
        "\u{85}", "\u{FFFD}", "😀", "·", "£", "\u{206F}", "\t", "\u{0}",
    ]

    static func word(_ random: inout FixedSeed) -> String {
        (0..<Int.random(in: 1...9, using: &random)).map { _ in
            letters[Int.random(in: 0..<letters.count, using: &random)]
        }
        .joined()
    }

    static func plainWord(_ random: inout FixedSeed) -> String {
        let alphabet = Bool.random(using: &random) ? "abosABOS07" : "путинПОВёЁй"
        return String((0..<Int.random(in: 1...12, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
    }

    /// What may stand inside a word at the end of a line, or unseen.
    static let cuts = ["-\n", "-\r\n  ", "\u{2010}\n", "\u{AD}\n", "\u{AD}", "\u{200B}", "'", "-"]

    static func text(_ words: [String], _ random: inout FixedSeed) -> String {
        (0..<120).map { _ in
            let word = words.randomElement(using: &random)!
            var cased = [word, word.uppercased(), word.lowercased(), word.capitalized].randomElement(using: &random)!
            if Int.random(in: 0..<5, using: &random) == 0, cased.count > 1 {
                let place = cased.index(cased.startIndex, offsetBy: Int.random(in: 1..<cased.count, using: &random))
                cased.insert(contentsOf: cuts.randomElement(using: &random)!, at: place)
            }
            return cased + gaps[Int.random(in: 0..<gaps.count, using: &random)]
        }.joined()
    }
}

extension String {
    /// Its first letter large, the others small.
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst().lowercased() }
}

@Suite("The sieve of masks")
struct SieveTests {
    private func names(_ random: inout FixedSeed) -> text_mask_names {
        var names = text_mask_names()
        names.classes = UInt32.random(in: 0..<8, using: &random)
        func fill(_ triples: inout text_mask_triples) {
            withUnsafeMutableBytes(of: &triples) {
                for index in $0.indices { $0[index] = UInt8.random(in: 0...255, using: &random) }
            }
        }
        fill(&names.ascii)
        fill(&names.cyrillic)
        return names
    }

    @Test func vectorsAndPlainLoopsGiveTheSameBits() {
        var random = FixedSeed(state: 4)
        for round in 0..<300 {
            let soup = Soup.text((0..<20).map { _ in Soup.word(&random) }, &random)
            // Broken UTF-8 in every third round.
            var bytes = Array(soup.utf8)
            if round % 3 == 0 {
                for index in bytes.indices where index % 7 == 0 { bytes[index] = .random(in: 0...255, using: &random) }
            }
            var names = names(&random)
            let from = Int.random(in: 0...min(130, bytes.count), using: &random)
            let blocks = (bytes.count - from + 63) / 64 + 1
            var masks = [text_mask](repeating: text_mask(), count: blocks)
            var (plainMasks, starts) = (masks, [UInt32](repeating: 0, count: blocks * 64 + 8))
            var plainStarts = starts
            let plainCount = text_masks_plain(bytes, bytes.count, from, blocks, &names, &plainMasks, &plainStarts)
            for maker in [text_masks, text_masks_baseline] {
                let count = maker(bytes, bytes.count, from, blocks, &names, &masks, &starts)
                #expect(starts[..<count] == plainStarts[..<plainCount], "round \(round)")
                for block in 0..<blocks {
                    #expect(masks[block].word == plainMasks[block].word, "round \(round), block \(block)")
                    #expect(masks[block].cyrillic == plainMasks[block].cyrillic, "round \(round), block \(block)")
                }
            }
        }
    }

    /// What a walk from each token of the text finds, without masks, filters or ways of their own for plain words.
    private func slow(_ index: WatchlistIndex, _ text: String, _ overlap: Overlap) -> [Matcher.Span] {
        var text = text
        return text.withUTF8 { bytes in
            let space = MatchingSpace(index.reader)
            let scanner = TokenScanner(text: bytes, folds: space.folds)
            var walk = PathSearch(index.reader, scanner, space)
            var (offset, resume, spans): (Int, UInt32, [Matcher.Span]) = (0, 0, [])
            while let token = scanner.token(from: offset) {
                offset = Int(token.end)
                if token.start < resume { continue }
                walk.walk(from: token, root: ImageFormat.nameRoot)
                for hit in walk.found where overlap == .all || hit.end == walk.longest {
                    spans.append(
                        Matcher.Span(
                            entityIndex: Int(hit.owner), nameIndex: Int(hit.nameIndex),
                            range: ByteRange(Int(hit.start), Int(hit.end))))
                }
                if overlap == .longest, walk.longest > 0 { resume = walk.longest }
            }
            return spans
        }
    }

    @Test(arguments: [NameCase.smart, .any, .exact]) func itLosesNoName(_ nameCase: NameCase) throws {
        var random = FixedSeed(state: 77)
        var total = 0
        for round in 0..<150 {
            let words = (0..<Int.random(in: 2...25, using: &random)).map { _ in
                Bool.random(using: &random) ? Soup.plainWord(&random) : Soup.word(&random)
            }
            let entities = try (0..<Int.random(in: 1...12, using: &random)).map { number in
                let name = (0..<Int.random(in: 1...3, using: &random)).map { _ in words.randomElement(using: &random)! }
                return try entity(number, name.joined(separator: " ")) { $0.nameCase = nameCase }
            }
            let index = try WatchlistIndex(bytes: IndexBuilder.build(entities, version: 1))
            var matcher = Matcher(index)
            var text = Soup.text(words, &random)
            for overlap in Overlap.allCases {
                var found: [Matcher.Span] = []
                text.withUTF8 { matcher.spans(in: $0, overlap: overlap) { found.append($0) } }
                let wanted = slow(index, text, overlap)
                let differing = Set(found).symmetricDifference(wanted).min { $0.range.start < $1.range.start }
                let place = differing.map {
                    Array(text.utf8)[max(0, $0.range.start - 8)..<min(text.utf8.count, $0.range.end + 6)]
                }
                #expect(
                    found == wanted,
                    "round \(round): \(entities.map(\.name).debugDescription): \(String(decoding: place ?? [], as: UTF8.self).debugDescription) \(differing!)"
                )
                total += found.count
            }
        }
        #expect(total > 1000)
    }

    @Test func wordsAreFoundAcrossTheBlocksOfALongText() throws {
        let index = try WatchlistIndex(
            bytes: IndexBuilder.build([entity(0, "Merkel"), entity(1, "Путин")], version: 1))
        var matcher = Matcher(index)
        for shift in 0..<130 {
            var text = String(repeating: "x", count: shift) + " "
            for _ in 0..<200 { text += "Merkel говорит Путин, " }
            var count = 0
            text.withUTF8 { matcher.spans(in: $0) { _ in count += 1 } }
            #expect(count == 400, "shift \(shift)")
        }
    }
}
