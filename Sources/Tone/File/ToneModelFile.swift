import CToneKernels
import ContentHash

/// A model file (`.nwtone`, Training/FORMAT.md), mapped read-only; processes that map the same file share its memory.
///
/// When `init` returns, the file has the right length, its header is whole, and every tensor that the header names lies
/// inside the body. The body itself is read by `verify`. Whoever holds the file must see to it that nobody shortens it:
/// model files are replaced by renaming.
public final class ToneModelFile {
    /// Its path, or what the caller called it.
    public let file: String
    public let identity: ToneModelIdentity
    let header: ToneHeader
    private let mapping: ToneFileMapping
    private let body: UnsafeRawBufferPointer

    /// Maps the file at `path`.
    public convenience init(path: String) throws(ToneModelError) {
        try self.init(ToneFileMapping(path: path), file: path)
    }

    /// Maps the file that `descriptor` is open on; the descriptor stays the caller's and may be closed afterwards.
    ///
    /// - Parameter name: what errors call the file.
    public convenience init(descriptor: Int32, name: String) throws(ToneModelError) {
        try self.init(ToneFileMapping(descriptor: descriptor, file: name), file: name)
    }

    private init(_ mapping: ToneFileMapping, file: String) throws(ToneModelError) {
        (self.mapping, self.file) = (mapping, file)
        let bytes = mapping.bytes
        let magic = "NWTONE1\n"
        guard bytes.count >= 12, bytes.prefix(8).elementsEqual(magic.utf8) else {
            throw ToneModelError(
                file: file, kind: .notAModel, wrong: "it does not begin with NWTONE1",
                right: "every model file of this version does")
        }
        let headerEnd = 12 + Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
        let start = (headerEnd + 63) / 64 * 64
        guard headerEnd > 12, start + ToneModelFile.digest <= bytes.count else {
            throw ToneModelError(
                file: file, kind: .damaged, wrong: "its header ends at octet \(headerEnd) of \(bytes.count)",
                right: "it has been cut, or its first octets have been changed")
        }
        let head = UnsafeRawBufferPointer(rebasing: bytes[..<start])
        // The text is read before its hash, so that a foreign version is called one, whatever follows its first line.
        let text = String(decoding: bytes[12..<headerEnd], as: UTF8.self)
        guard text.hasPrefix("format 1\n") else { throw ToneModelFile.foreign(text, file) }
        let bodyEnd = bytes.count - ToneModelFile.digest
        guard SHA256.hex(head) == ToneModelFile.hexadecimal(bytes[bodyEnd...]) else {
            throw ToneModelError(
                file: file, kind: .damaged, wrong: "its header's hash differs from the one at its end",
                right: "it has been cut or changed since it was written")
        }
        header = try ToneHeader(text, file: file)
        guard header.bodyLength == bodyEnd - start else {
            throw ToneModelError(
                file: file, kind: .damaged, wrong: "its body has \(bodyEnd - start) octets",
                right: "its header says \(header.bodyLength)")
        }
        for tensor in header.tensors.values.sorted(by: { $0.name < $1.name }) {
            guard let flaw = tensor.flaw(body: header.bodyLength) else { continue }
            throw ToneModelError(
                file: file, kind: .damaged, wrong: "its tensor \(tensor.name) \(flaw)",
                right: "Training/FORMAT.md says how tensors lie")
        }
        body = UnsafeRawBufferPointer(rebasing: bytes[start..<bodyEnd])
        identity = ToneModelIdentity(header)
    }

    /// Reads the whole body and compares its SHA-256 with the header's; costs some 10 ms for 18 MB.
    public func verify() throws(ToneModelError) {
        let found = SHA256.hex(body)
        guard found == header.bodySHA256 else {
            throw ToneModelError(
                file: file, kind: .damaged, wrong: "its body has the SHA-256 \(found)",
                right: "its header says \(header.bodySHA256)")
        }
    }

    /// Octets of the mapping.
    public var size: Int { mapping.bytes.count }

    private static let digest = 32

    private static func foreign(_ text: String, _ file: String) -> ToneModelError {
        ToneModelError(
            file: file, kind: .unsupported, wrong: "its header begins “\(text.prefix { $0 != "\n" }.prefix(40))”",
            right: "this program reads “format 1”")
    }

    private static func hexadecimal(_ bytes: UnsafeRawBufferPointer.SubSequence) -> String {
        let digits = Array("0123456789abcdef".unicodeScalars)
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(text)
    }
}

// MARK: What engines take out of it

// The pointers below are valid as long as the file lives: `init` has found each tensor and its scales inside
// the body and at a multiple of 64, and every engine keeps its file. They are bound to the element that the format
// gives them, once and never to another one, and nothing writes through them, since the mapping is read-only.
extension ToneModelFile {
    /// The weights of a linear product N: `N.weight` and `N.bias`.
    func product(_ name: String, channels: Int, columns: Int) throws(ToneModelError) -> nw_tone_product {
        let weight = try tensor("\(name).weight", .i8, .blocks16x4, channels, columns)
        return nw_tone_product(
            weights: pointer(weight.offset, Int8.self), scales: pointer(weight.scales!, Float.self),
            bias: try floats("\(name).bias", channels), columns: columns,
            channels: channels)
    }

    /// A table whose rows are looked up.
    func table(_ name: String, rows: Int, width: Int) throws(ToneModelError) -> ToneTable {
        let found = try tensor("\(name).weight", .i8, .rows, rows, width)
        return ToneTable(
            values: pointer(found.offset, Int8.self), scales: pointer(found.scales!, Float.self), rows: rows,
            width: width)
    }

    /// `rows` (by `columns`) numbers.
    func floats(_ name: String, _ rows: Int, _ columns: Int? = nil) throws(ToneModelError) -> UnsafePointer<Float> {
        pointer(try tensor(name, .f32, .rows, rows, columns).offset, Float.self)
    }

    /// A list of whatever length it has.
    func list<Element>(_ name: String, _ element: ToneTensor.Element, as type: Element.Type) throws(ToneModelError)
        -> UnsafeBufferPointer<Element>
    {
        let found = try tensor(name, element, .rows, nil, nil)
        return UnsafeBufferPointer(start: pointer(found.offset, type), count: found.count)
    }

    /// A dimension that must be a whole number in `range`.
    func dimension(_ name: String, _ range: ClosedRange<Int>) throws(ToneModelError) -> Int {
        let words = header.dimensions[name] ?? []
        guard words.count == 1, let value = ToneHeaderReader.whole(words[0]), range.contains(value) else {
            throw ToneModelError(
                file: file, kind: .damaged,
                wrong: "its dimension \(name) is \(words.isEmpty ? "missing" : words.joined(separator: " "))",
                right: "it must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    func unfit(_ wrong: String, _ right: String) -> ToneModelError {
        ToneModelError(file: file, kind: .damaged, wrong: wrong, right: right)
    }

    private func tensor(
        _ name: String, _ element: ToneTensor.Element, _ layout: ToneTensor.Layout, _ rows: Int?, _ columns: Int?
    ) throws(ToneModelError) -> ToneTensor {
        guard let found = header.tensors[name] else {
            throw unfit("it has no tensor \(name)", "the \(header.engine.rawValue) needs one")
        }
        guard found.element == element, found.layout == layout, rows == nil || found.rows == rows,
            found.columns == columns
        else {
            let wanted = rows.map { rows in columns.map { "\(rows) by \($0)" } ?? "\(rows)" } ?? "a list"
            throw unfit(
                "its tensor \(name) is \(found.element) \(found.layout), \(found.shape)",
                "it must be \(element) \(layout), \(wanted)")
        }
        return found
    }

    private func pointer<Element>(_ offset: Int, _ type: Element.Type) -> UnsafePointer<Element> {
        (body.baseAddress! + offset).assumingMemoryBound(to: type)
    }
}
