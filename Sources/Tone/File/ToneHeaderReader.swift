/// Reads a header line by line; strict, and what it cannot read it names with its line.
struct ToneHeaderReader {
    let file: String
    private(set) var dimensions: [String: [Substring]] = [:]
    private(set) var figures: [ToneModelIdentity.Figures] = []
    private(set) var tensors: [String: ToneTensor] = [:]
    private var fields: [String: [Substring]] = [:]
    private var number = 0

    init(file: String) { self.file = file }

    mutating func read(_ text: String) throws(ToneModelError) {
        guard text.hasPrefix("format 1\n") else {
            let first = text.prefix { $0 != "\n" }.prefix(40)
            throw ToneModelError(
                file: file, kind: .unsupported, wrong: "its header begins “\(first)”",
                right: "this program reads “format 1”")
        }
        guard text.hasSuffix("\n") else {
            throw damaged("its header's last line has no end", "each line ends in U+000A")
        }
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            guard words.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x21...0x7E).contains($0) } }) else {
                throw bad("“\(line)” is not words of ASCII with one space between them")
            }
            try take(String(words[0]), Array(words.dropFirst()))
        }
    }

    private mutating func take(_ key: String, _ values: [Substring]) throws(ToneModelError) {
        switch key {
        case "dimension": try takeDimension(values)
        case "metric": try takeMetric(values)
        case "tensor": try takeTensor(values)
        default:
            guard !values.isEmpty else { throw bad("\(key) has no value") }
            guard fields.updateValue(values, forKey: key) == nil else { throw bad("\(key) stands twice") }
        }
    }

    private mutating func takeDimension(_ values: [Substring]) throws(ToneModelError) {
        guard values.count >= 2 else { throw bad("a dimension is a name and its numbers") }
        guard dimensions.updateValue(Array(values.dropFirst()), forKey: String(values[0])) == nil else {
            throw bad("the dimension \(values[0]) stands twice")
        }
    }

    private mutating func takeMetric(_ values: [Substring]) throws(ToneModelError) {
        guard values.count % 2 == 1 else { throw bad("a metric is a set's name, then names and numbers in pairs") }
        let set = String(values[0])
        var numbers: [Substring: Double] = [:]
        for place in stride(from: 1, to: values.count, by: 2) {
            guard let value = Double(values[place + 1]), value.isFinite else {
                throw bad("\(values[place + 1]) is no number")
            }
            guard numbers.updateValue(value, forKey: values[place]) == nil else {
                throw bad("\(values[place]) stands twice")
            }
        }
        func needed(_ name: Substring, most: Double = 1) throws(ToneModelError) -> Double {
            guard let value = numbers[name], value >= 0, value <= most else {
                throw bad("a metric needs \(name), from 0 to \(Int(most))")
            }
            return value
        }
        let count = try needed("count", most: 1e9)
        guard !figures.contains(where: { $0.set == set }) else { throw bad("the set \(set) stands twice") }
        figures.append(
            ToneModelIdentity.Figures(
                set: set, count: Int(count), macroF1: try needed("macroF1"), low: try needed("low"),
                high: try needed("high")))
    }

    private mutating func takeTensor(_ values: [Substring]) throws(ToneModelError) {
        guard values.count == 7 else {
            throw bad("a tensor is NAME DTYPE LAYOUT ROWS COLUMNS OFFSET SCALES")
        }
        guard let element = ToneTensor.Element(rawValue: String(values[1])) else {
            throw bad("\(values[1]) is none of i8, u8, u32, f32")
        }
        guard let layout = ToneTensor.Layout(rawValue: String(values[2])) else {
            throw bad("\(values[2]) is neither rows nor blocks16x4")
        }
        func optional(_ place: Int) throws(ToneModelError) -> Int? {
            values[place] == "-" ? nil : try integer(values[place])
        }
        let tensor = ToneTensor(
            name: String(values[0]), element: element, layout: layout, rows: try integer(values[3]),
            columns: try optional(4), offset: try integer(values[5]), scales: try optional(6))
        guard tensors.updateValue(tensor, forKey: tensor.name) == nil else {
            throw bad("the tensor \(tensor.name) stands twice")
        }
    }

    // MARK: Fields

    func words(_ key: String) throws(ToneModelError) -> [Substring] {
        guard let found = fields[key] else { throw damaged("its header has no “\(key)”", "it must have one") }
        return found
    }

    func word(_ key: String) throws(ToneModelError) -> String {
        let found = try words(key)
        guard found.count == 1 else { throw damaged("its header's “\(key)” is \(found.count) words", "it must be one") }
        return String(found[0])
    }

    func integer(_ key: String) throws(ToneModelError) -> Int {
        let value = try word(key)
        guard let number = ToneHeaderReader.whole(value[...]) else {
            throw damaged("its header's “\(key)” is \(value)", "it must be a whole number below 2³¹")
        }
        return number
    }

    func hash(_ key: String) throws(ToneModelError) -> String {
        let value = try word(key)
        guard value.utf8.count == 64,
            value.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else {
            throw damaged("its header's “\(key)” is “\(value)”", "it must be 64 lower-case hexadecimal digits")
        }
        return value
    }

    /// Decimal digits alone, below 2³¹; `nil` for anything else.
    static func whole(_ word: Substring) -> Int? {
        guard (1...10).contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let value = Int(word), value < 1 << 31
        else { return nil }
        return value
    }

    private func integer(_ word: Substring) throws(ToneModelError) -> Int {
        guard let value = ToneHeaderReader.whole(word) else { throw bad("\(word) is no whole number below 2³¹") }
        return value
    }

    private func bad(_ what: String) -> ToneModelError {
        damaged("line \(number) of its header: \(what)", "Training/FORMAT.md says what stands in a header")
    }

    private func damaged(_ wrong: String, _ right: String) -> ToneModelError {
        ToneModelError(file: file, kind: .damaged, wrong: wrong, right: right)
    }
}
