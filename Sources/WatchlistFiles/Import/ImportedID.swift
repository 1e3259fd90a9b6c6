import NewswatchModel

/// Makes ids of what an imported file calls its entities.
enum ImportedID {
    /// The id that stands for `original`: letters small, what an id cannot have a hyphen, and of a long one the first
    /// part with a number made of the whole. `nil` when nothing is left.
    static func of(_ original: String, prefix: String) -> EntityID? {
        var octets: [UInt8] = []
        for byte in (item(original) ?? original[...]).utf8 {
            switch byte {
            case 0x41...0x5A: octets.append(byte | 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F: octets.append(byte)
            default: octets.append(0x2D)
            }
        }
        guard octets.contains(where: { $0 >= 0x30 }) else { return nil }
        return shortened(Array(prefix.utf8) + octets, 64, of: original)
    }

    /// The number with its Q in an address of a Wikidata item, as the answers of its query service have it
    /// (https://www.wikidata.org/wiki/Wikidata:Data_access); `nil` for others.
    private static func item(_ original: String) -> Substring? {
        guard original.hasPrefix("http"), let slash = original.lastIndex(of: "/") else { return nil }
        let (place, item) = (original[...slash], original[original.index(after: slash)...])
        let places = ["http://www.wikidata.org/entity/", "http://www.wikidata.org/wiki/"]
        let plain = place.hasPrefix("https:") ? "http:" + place.dropFirst("https:".count) : String(place)
        guard places.contains(plain), item.first == "Q", item.count > 1,
            item.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return item
    }

    /// The id made of a name; several entities may get the same. `nil` when the prefix is no id's begin.
    ///
    /// Room is left for the number that tells those apart.
    static func made(of name: String, prefix: String, _ spelling: inout LatinSpelling) -> EntityID? {
        var octets: [UInt8] = []
        let isWhole = spelling.write(name, to: &octets)
        // Two names in a script that cannot be spelled would look alike without it.
        if !isWhole { octets += Array((octets.isEmpty ? "" : "-").utf8) + hash(name).utf8 }
        return shortened(Array(prefix.utf8) + octets, 58, of: name)
    }

    /// The id of the `number`th entity whose name made `id`. No name makes an id with a full stop.
    static func numbered(_ id: EntityID, _ number: Int) -> EntityID? { EntityID("\(id).\(number)") }

    private static func shortened(_ octets: [UInt8], _ most: Int, of original: String) -> EntityID? {
        var octets = octets[octets.drop { $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }.startIndex...]
        if octets.count > most { octets = octets.prefix(most - 17) + Array("-".utf8) + hash(original).utf8 }
        return EntityID(String(decoding: octets, as: UTF8.self))
    }

    /// FNV-1a of Fowler, Noll and Vo with 64 bits, in 16 hexadecimal digits: the same in every run.
    private static func hash(_ text: String) -> String {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
