import NewswatchModel

/// Records of a file with one name a line; lines that begin with `#` are comments.
struct NameListSource: ImportSource {
    private var reader: DelimitedReader

    init(_ input: ByteInput) { reader = DelimitedReader(input, delimiter: nil, hasQuotes: false) }

    mutating func next() throws -> ImportRecord? {
        while try reader.next() {
            if reader.isBlank || reader.octets.first == UInt8(ascii: "#") { continue }
            var octets = reader.octets[...]
            while octets.first == 0x20 { octets.removeFirst() }
            while octets.last == 0x20 { octets.removeLast() }
            var record = ImportRecord(line: reader.line)
            if let name = String(validating: octets, as: UTF8.self) {
                record.names = [Alias(name: name)]
            } else {
                record.garbled = 1
            }
            return record
        }
        return nil
    }
}
