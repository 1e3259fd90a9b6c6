import CUchardet
import Glibc
import NewswatchModel

/// A file's bytes as UTF-8.
struct DecodedBytes {
    /// Valid UTF-8.
    var bytes: [UInt8]
    /// IANA name of the charset that they were in.
    var charset: String
    /// How many U+FFFD stand for what could not be decoded.
    var replacements: Int
}

/// Tells a file's charset and decodes it.
///
/// The order is: byte order mark, valid UTF-8, what the page declares, what its letters look like. Valid UTF-8 goes
/// before a declared charset because text in another one is hardly ever valid UTF-8, and wrong labels are common.
enum Charset {
    /// More than one replacement in this many bytes, and the bytes are taken for no text at all.
    static let bytesForOneReplacement = 10
    /// As much of a file as the detector looks at.
    static let detectorBytes = 256 << 10

    static func decode(_ bytes: UnsafeRawBufferPointer, keepingMark: Bool) throws(ReadingError) -> DecodedBytes {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return try checked(repaired(keepingMark ? bytes : dropping(3, bytes)), of: bytes.count)
        }
        if let wide = wideCharset(of: bytes) {
            let rest = dropping(wide.mark, bytes)
            guard let decoded = convert(rest, from: wide.name) else { throw missing(wide.name) }
            return try checked(decoded, of: rest.count)
        }
        if bytes.contains(0) { throw noText(bytes) }
        let declared = declaredCharset(in: bytes).flatMap(CharsetNames.known)
        let shifts = declared.map { $0.iana.hasPrefix("ISO-2022") } ?? false && bytes.contains(0x1B)
        if !shifts, let text = String(validating: bytes, as: UTF8.self) {
            return DecodedBytes(bytes: Array(text.utf8), charset: "UTF-8", replacements: 0)
        }
        return try checked(legacy(bytes, declared: declared), of: bytes.count)
    }

    /// Opens a converter from each known charset and leaves it open, so that its module stays in memory.
    static func loadConverters() { _ = loaded }

    private static let loaded: Int = CharsetNames.all.reduce(into: 0) { count, charset in
        // The descriptors are never closed: that is what keeps the modules.
        if let converter = iconv_open("UTF-8", charset.iconv), Int(bitPattern: converter) != -1 { count += 1 }
    }

    // MARK: Steps

    private static func legacy(_ bytes: UnsafeRawBufferPointer, declared: CharsetName?) throws(ReadingError)
        -> DecodedBytes
    {
        let asUTF8 = repaired(bytes)
        // A few faults in much UTF-8 (a file cut off inside a character) are still UTF-8.
        if asUTF8.replacements * 4 <= multibyteCharacters(in: asUTF8.bytes) - asUTF8.replacements { return asUTF8 }
        var best: DecodedBytes?
        for charset in [declared, detected(bytes), CharsetNames.fallback] {
            guard let charset, let decoded = convert(bytes, from: charset.iana) else { continue }
            if decoded.replacements < best?.replacements ?? .max { best = decoded }
            if decoded.replacements == 0 { break }
        }
        guard let best else { throw missing(CharsetNames.fallback.iana) }
        return best
    }

    private static func checked(_ decoded: DecodedBytes, of count: Int) throws(ReadingError) -> DecodedBytes {
        guard decoded.replacements <= 1 + count / bytesForOneReplacement else {
            throw ReadingError(
                .badEncoding,
                "\(decoded.replacements) of its characters could not be decoded as \(decoded.charset), "
                    + "nor as anything likelier.")
        }
        return decoded
    }

    /// UTF-16 or UTF-32 by its byte order mark, or UTF-16 without one by the zero halves of its Latin letters.
    private static func wideCharset(of bytes: UnsafeRawBufferPointer) -> (name: String, mark: Int)? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
        let sample = bytes.prefix(512)
        var zeros = [0, 0]
        for (place, byte) in sample.enumerated() where byte == 0 { zeros[place & 1] += 1 }
        let most = sample.count * 2 / 5, least = sample.count / 100
        if zeros[1] >= most, zeros[0] <= least, most > 4 { return ("UTF-16LE", 0) }
        if zeros[0] >= most, zeros[1] <= least, most > 4 { return ("UTF-16BE", 0) }
        return nil
    }

    /// The charset that `<meta charset>`, its older `http-equiv` form or an XML declaration names.
    static func declaredCharset(in bytes: UnsafeRawBufferPointer) -> String? {
        let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(4096))
        var place = 0
        while let open = head.firstIndex(of: UInt8(ascii: "<"), from: place) {
            place = open + 1
            guard head.hasASCII("<meta", at: open) || head.hasASCII("<?xml", at: open) else { continue }
            let end = head.firstIndex(of: UInt8(ascii: ">"), from: open) ?? head.count
            let key = head[open + 1] == UInt8(ascii: "?") ? "encoding" : "charset"
            for at in open..<end where head.hasASCII(key, at: at) {
                var name = at + key.utf8.count
                while name < end, [0x20, 0x09, 0x3D, 0x22, 0x27].contains(head[name]) { name += 1 }
                let label = head[name..<end].prefix { $0.isASCIIAlphanumeric || [0x2D, 0x5F, 0x3A, 0x2E].contains($0) }
                if !label.isEmpty { return String(decoding: label.prefix(40), as: UTF8.self) }
            }
        }
        return nil
    }

    private static func detected(_ bytes: UnsafeRawBufferPointer) -> CharsetName? {
        guard let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let sample = bytes.prefix(detectorBytes)
        let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard uchardet_handle_data(detector, base, sample.count) == 0 else { return nil }
        uchardet_data_end(detector)
        return uchardet_get_charset(detector).flatMap { CharsetNames.known(String(cString: $0)) }
    }

    // MARK: Decoding

    private static func repaired(_ bytes: UnsafeRawBufferPointer) -> DecodedBytes {
        let before = occurrencesOfReplacement(in: bytes)
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        let after = text.withUnsafeBytes(occurrencesOfReplacement)
        return DecodedBytes(bytes: text, charset: "UTF-8", replacements: after - before)
    }

    /// `nil` when the C library has no converter for the charset.
    static func convert(_ bytes: UnsafeRawBufferPointer, from charset: String) -> DecodedBytes? {
        guard let known = CharsetNames.known(charset) else { return nil }
        guard let converter = iconv_open("UTF-8", known.iconv), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var replacements = 0
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        // iconv takes a mutable pointer by the habit of C; it does not write through it.
        var input = UnsafeMutablePointer(mutating: bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
        var left = bytes.count
        let unit = known.iana.hasPrefix("UTF-16") ? 2 : known.iana.hasPrefix("UTF-32") ? 4 : 1
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 8192) { buffer in
            while left > 0 {
                var target = buffer.baseAddress
                var room = buffer.count
                let answer = iconv(converter, &input, &left, &target, &room)
                let failure = errno
                output.append(
                    contentsOf: UnsafeRawBufferPointer(
                        rebasing: UnsafeRawBufferPointer(buffer)[..<(buffer.count - room)]))
                if answer == -1, failure != E2BIG {
                    // An illegal sequence, or one that the end of the file cuts off: step over it.
                    let step = min(unit, left)
                    output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    replacements += 1
                    input = input.map { $0 + step }
                    left = failure == EINVAL ? 0 : left - step
                }
            }
        }
        return DecodedBytes(bytes: output, charset: known.iana, replacements: replacements)
    }

    private static func multibyteCharacters(in bytes: [UInt8]) -> Int { bytes.reduce(0) { $0 + ($1 >= 0xC0 ? 1 : 0) } }

    private static func occurrencesOfReplacement(in bytes: UnsafeRawBufferPointer) -> Int {
        guard bytes.count >= 3 else { return 0 }
        var count = 0
        for place in 0..<(bytes.count - 2) where bytes[place] == 0xEF {
            if bytes[place + 1] == 0xBF && bytes[place + 2] == 0xBD { count += 1 }
        }
        return count
    }

    private static func dropping(_ count: Int, _ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes.dropFirst(count))
    }

    private static func missing(_ charset: String) -> ReadingError {
        ReadingError(.badEncoding, "It seems to be in \(charset), and this system has no converter for that.")
    }

    private static func noText(_ bytes: UnsafeRawBufferPointer) -> ReadingError {
        let controls = bytes.prefix(4096).reduce(0) { $0 + ($1 < 0x09 || (0x0E...0x1A).contains($1) ? 1 : 0) }
        if controls * 20 > min(bytes.count, 4096) {
            return Sniffer.rejection(of: ForeignType(mime: "application/octet-stream", name: "binary data"))
        }
        return ReadingError(.badEncoding, "It has NUL bytes, so it is no text in any charset that is read.")
    }
}
