/// The word pieces of a model file, as they lie there: nothing is built when it is loaded.
struct Vocabulary {
    static let padding: UInt32 = 0
    static let unknown: UInt32 = 1
    static let classifier: UInt32 = 2
    static let separator: UInt32 = 3
    static let opening: UInt32 = 4
    static let closing: UInt32 = 5

    /// Octets of the longest piece.
    let longest: Int
    var count: Int { starts.count - 1 }

    // Valid while the file lives, which the model keeps.
    private let bytes: UnsafeBufferPointer<UInt8>
    private let starts: UnsafeBufferPointer<UInt32>
    private let slots: UnsafeBufferPointer<UInt32>

    init(_ file: ToneModelFile, count: Int) throws(ToneModelError) {
        bytes = try file.list("vocabulary.bytes", .u8, as: UInt8.self)
        starts = try file.list("vocabulary.starts", .u32, as: UInt32.self)
        slots = try file.list("vocabulary.slots", .u32, as: UInt32.self)
        guard starts.count == count + 1 else {
            throw file.unfit("its vocabulary has \(starts.count - 1) pieces", "its dimension says \(count)")
        }
        // Looking up trusts these afterwards.
        guard slots.count.nonzeroBitCount == 1, slots.allSatisfy({ $0 <= count }) else {
            throw file.unfit(
                "its tensor vocabulary.slots has \(slots.count) entries, or some beyond the pieces",
                "it must have a power of two, each 0 to \(count)")
        }
        var longest = 0
        for place in 0..<count {
            guard starts[place] <= starts[place + 1], starts[place + 1] <= bytes.count else {
                throw file.unfit(
                    "its piece \(place) lies at \(starts[place])…\(starts[place + 1])",
                    "pieces follow each other inside \(bytes.count) octets")
            }
            longest = max(longest, Int(starts[place + 1] - starts[place]))
        }
        self.longest = longest
        for (id, name) in ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[unused0]", "[unused1]"].enumerated() {
            guard id < count, piece(id).elementsEqual(name.utf8) else {
                throw file.unfit("its piece \(id) is another", "it must be \(name)")
            }
        }
    }

    /// The id of a piece; nil when there is none.
    ///
    /// - Parameters:
    ///   - hash: of the whole piece, "##" included where `continues`.
    ///   - text: the piece without "##".
    func id(_ hash: UInt64, _ text: UnsafeBufferPointer<UInt8>, continues: Bool) -> UInt32? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        // A table without an empty slot would have no end.
        for _ in 0...mask {
            let entry = slots[slot]
            if entry == 0 { return nil }
            let candidate = piece(Int(entry) - 1)
            if continues {
                if candidate.count == text.count + 2, candidate[0] == 0x23, candidate[1] == 0x23,
                    UnsafeBufferPointer(rebasing: candidate[2...]).elementsEqual(text)
                {
                    return entry - 1
                }
            } else if candidate.count == text.count, candidate.elementsEqual(text) {
                return entry - 1
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func piece(_ id: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(starts[id])..<Int(starts[id + 1])])
    }
}
