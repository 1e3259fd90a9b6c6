// A libFuzzer target over text and over index files; `make fuzz` builds and runs it under AddressSanitizer.
//
// The first octet of an input chooses: a text that is searched with a fixed list, a list and a text, or an image that was
// damaged and sealed again. A fault is a crash, a report of the sanitizer, or a span that does not lie in its text.
import NewswatchModel

@testable import Matching

// libFuzzer calls the target on one thread.
nonisolated(unsafe) private let fixed: Matcher = {
    let names = [
        "Lukashenko", "Putin", "Bank of England", "England", "US", "von der Leyen", "Washington, D.C.", "O'Brien",
        "Erdoğan", "Weiß", "İstanbul", "Путин", "Лукашенко", "Крым", "Нью-Йорк", "Макей", "普京", "トランプ", "al-Assad",
        "9/11",
    ]
    let entities = names.enumerated().compactMap { number, name in
        EntityID("e\(number)").map {
            Entity(
                id: $0, name: name, kind: .person, near: number % 5 == 4 ? ["war", "president"] : [],
                nearDistance: number % 5 == 4 ? 5 : nil, exclude: number % 7 == 3 ? ["a bank of england"] : [])
        }
    }
    return matcher(entities)!
}()

private func matcher(_ entities: [Entity]) -> Matcher? {
    guard let image = try? IndexBuilder.build(entities, version: 1), let index = try? WatchlistIndex(bytes: image)
    else {
        return nil
    }
    return Matcher(index)
}

private func search(_ matcher: Matcher, _ text: String) {
    var matcher = matcher
    for overlap in Overlap.allCases {
        let found = matcher.find(title: String(text.prefix(40)), text: text, overlap: overlap)
        for mention in found.mentions + found.refused.map(\.mention) where mention.field == .text {
            precondition(mention.range.start < mention.range.end && mention.range.end <= text.utf8.count)
            precondition(
                String(decoding: Array(text.utf8)[mention.range.start..<mention.range.end], as: UTF8.self)
                    == mention.surface)
        }
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 1 else { return 0 }
    let bytes = UnsafeBufferPointer(start: start + 1, count: count - 1)
    switch start[0] % 3 {
    case 0: search(fixed, String(decoding: bytes, as: UTF8.self))
    case 1:
        // Lines before an empty one are names, what follows is the text.
        let parts = Array(bytes).split(separator: 0, maxSplits: 1).map(Array.init)
        let names = (parts.first ?? []).split(separator: 0x0A).prefix(20).map { String(decoding: $0, as: UTF8.self) }
        let entities = names.enumerated().compactMap { number, name in
            EntityID("e\(number)").map {
                Entity(
                    id: $0, name: name, kind: EntityKind.allCases[number % 4], nameCase: NameCase.allCases[number % 3])
            }
        }
        if let matcher = matcher(entities) { search(matcher, String(decoding: parts.last ?? [], as: UTF8.self)) }
    default:
        // Changes to a good image: places and values.
        let names = ["Bank of England", "England", "Путин", "von der Leyen", "普京"]
        let entities = names.enumerated().compactMap { number, name in
            EntityID("e\(number)").map { Entity(id: $0, name: name, kind: .person, near: ["war"], nearDistance: 3) }
        }
        guard var image = try? IndexBuilder.build(entities, version: 1) else { return 0 }
        var place = 0
        while place + 3 < bytes.count {
            let offset = (Int(bytes[place]) << 8 | Int(bytes[place + 1])) % image.count
            image[offset] = bytes[place + 2]
            place += 3
        }
        ImageWriter.seal(&image)
        if let index = try? WatchlistIndex(bytes: image) {
            search(Matcher(index), "The Bank of England and Путину, von der Leyen at war with 普京 in England")
        }
    }
    return 0
}
