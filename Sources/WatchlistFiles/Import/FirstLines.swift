/// Judges the begin of a file that is to be imported: whether it is text that can be read a line at a time.
enum FirstLines {
    /// As many octets are looked at.
    private static let most = 1 << 16

    /// What is wrong with a file that begins with `octets`; `nil` when nothing is.
    static func problem(_ octets: [UInt8], _ options: ImportOptions) -> FileProblem? {
        if let cure = cure(octets) {
            return FileProblem(path: options.path, line: 1, column: 1, message: Self.noText, cure: cure)
        }
        if let problem = wrongEncoding(octets.prefix(most), options.path) { return problem }
        guard options.format == nil || options.format == .ftm else { return nil }
        return spreadJSON(octets.prefix(most), options.path)
    }

    private static let noText = "this is no text in UTF-8"

    /// What to do about a file that begins as no text does; `nil` for others.
    private static func cure(_ first: [UInt8]) -> String? {
        let packed: [(begin: [UInt8], program: String)] = [
            ([0x1F, 0x8B], "zcat"), ([0x42, 0x5A, 0x68], "bzcat"), ([0xFD, 0x37, 0x7A, 0x58], "xzcat"),
            ([0x28, 0xB5, 0x2F, 0xFD], "zstdcat"), ([0x50, 0x4B, 0x03, 0x04], "unzip -p"),
        ]
        if let found = packed.first(where: { first.starts(with: $0.begin) }) {
            return "unpack it: \(found.program) FILE | newswatchctl watchlist import - --as NAME"
        }
        let isUTF16 = first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF])
        return isUTF16 ? Self.conversion : nil
    }

    private static let conversion = "save it as UTF-8, or convert it: iconv -f ENCODING -t UTF-8 FILE"

    /// Looks for a NUL, and at the first line that is not ASCII only: where that is UTF-8 the file is, and a name
    /// further on that is not is dropped alone.
    private static func wrongEncoding(_ octets: ArraySlice<UInt8>, _ path: String) -> FileProblem? {
        func problem(_ index: Int) -> FileProblem {
            let before = octets[..<index]
            let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? octets.startIndex
            return FileProblem(
                path: path, line: 1 + before.count { $0 == 0x0A },
                column: 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 },
                value: "byte 0x\(String(octets[index], radix: 16))", message: Self.noText, cure: Self.conversion)
        }
        if let zero = octets.firstIndex(of: 0) { return problem(zero) }
        guard let high = octets.firstIndex(where: { $0 >= 0x80 }) else { return nil }
        var line = octets[high...].prefix { $0 != 0x0A }
        if line.endIndex == octets.endIndex {
            // The last letter may have been cut by the end of what is looked at.
            let tail = line.suffix(3).lastIndex { $0 >= 0xC0 }
            if let tail, tail > high { line = line[..<tail] }
        }
        return UTF8Fault(in: line).map { problem(high + $0.offset) }
    }

    /// JSON that a program wrote for people, or an array: it has no entity in a line of its own.
    private static func spreadJSON(_ octets: ArraySlice<UInt8>, _ path: String) -> FileProblem? {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
        let text = (octets.starts(with: [0xEF, 0xBB, 0xBF]) ? octets.dropFirst(3) : octets).drop(while: isSpace)
        guard let bracket = text.first, bracket == UInt8(ascii: "{") || bracket == UInt8(ascii: "[") else { return nil }
        let gap = text.dropFirst().prefix(while: isSpace)
        let isSpread = gap.contains(0x0A)
        let next = text.dropFirst(1 + gap.count).first
        let isArray = bracket == UInt8(ascii: "[")
        // A plain list may have a name in brackets.
        guard isSpread || (isArray && (next == UInt8(ascii: "{") || next == UInt8(ascii: "["))) else { return nil }
        let program = isArray ? "jq -c '.[]'" : "jq -c ."
        return FileProblem(
            path: path, line: 1 + octets[..<text.startIndex].count { $0 == 0x0A }, column: 1,
            message: isSpread ? "this looks like JSON that is spread over lines" : "this looks like an array of JSON",
            cure: "give one object a line: \(program) FILE | newswatchctl watchlist import - --as NAME")
    }
}
