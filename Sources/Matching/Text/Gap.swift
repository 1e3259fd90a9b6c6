/// What stands between two tokens.
enum Gap {
    private enum Kind { case space, lineBreak, paragraphBreak, hyphen, fullStop, other }

    /// Whether the tokens on both sides may belong to one name: nothing between them (ideographs), spaces with at
    /// most one line break, one hyphen or dash without spaces before it, or a full stop after a short word.
    static func joins(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, lettersBefore: Int, _ folds: FoldTable
    ) -> Bool {
        var offset = start
        var (isFirst, hasHyphen, hasSpace, lineBreaks) = (true, false, false, 0)
        while offset < end {
            let decoded = text.scalar(at: offset, end: end)
            defer { offset += decoded.length }
            switch kind(decoded.value, text, offset, end) {
            case .space:
                if hasHyphen && lineBreaks == 0 { return false }
                hasSpace = true
            case .lineBreak:
                lineBreaks += 1
                if lineBreaks > 1 { return false }
            case .hyphen:
                if hasHyphen || hasSpace || lineBreaks > 0 { return false }
                hasHyphen = true
            case .fullStop:
                if !isFirst || lettersBefore > 3 { return false }
            case .paragraphBreak: return false
            case .other:
                if folds[decoded.value].scalarClass == .transparent { continue }
                return false
            }
            isFirst = false
        }
        return true
    }

    /// Whether the gap reads the name's own separator, spaces aside; still at most one line break.
    static func reads(
        _ separator: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
        _ folds: FoldTable
    ) -> Bool {
        var (offset, place, lineBreaks) = (start, 0, 0)
        while offset < end {
            let decoded = text.scalar(at: offset, end: end)
            defer { offset += decoded.length }
            switch kind(decoded.value, text, offset, end) {
            case .space: continue
            case .lineBreak:
                lineBreaks += 1
                if lineBreaks > 1 { return false }
                continue
            case .paragraphBreak: return false
            case .hyphen, .fullStop, .other: break
            }
            if folds[decoded.value].scalarClass == .transparent { continue }
            guard place < separator.count else { return false }
            let wanted = separator.scalar(at: place, end: separator.count)
            guard wanted.value == plain(decoded.value, folds) else { return false }
            place += wanted.length
        }
        return place == separator.count
    }

    /// A name's own separator as `reads` wants it: without spaces, hyphens and apostrophes made equal.
    static func separator(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ folds: FoldTable
    ) -> [UInt8] {
        var result: [UInt8] = []
        var offset = start
        while offset < end {
            let decoded = text.scalar(at: offset, end: end)
            defer { offset += decoded.length }
            switch kind(decoded.value, text, offset, end) {
            case .space, .lineBreak, .paragraphBreak: continue
            case .hyphen, .fullStop, .other: break
            }
            if folds[decoded.value].scalarClass == .transparent { continue }
            guard let scalar = Unicode.Scalar(plain(decoded.value, folds)), let bytes = UTF8.encode(scalar) else {
                continue
            }
            result.append(contentsOf: bytes)
        }
        return result
    }

    /// A hyphen, hard or soft, then one line break, then indentation.
    static func isLineEndHyphen(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ folds: FoldTable
    ) -> Bool {
        var offset = start
        var (hyphens, lineBreaks) = (0, 0)
        while offset < end {
            let decoded = text.scalar(at: offset, end: end)
            defer { offset += decoded.length }
            if decoded.value == 0x2D || decoded.value == 0x2010 || decoded.value == 0xAD {
                hyphens += 1
                if lineBreaks > 0 || hyphens > 1 { return false }
                continue
            }
            // The carriage return of a line end of two octets.
            if decoded.value == 0x0D, offset + 1 < end, text[offset + 1] == 0x0A { continue }
            switch kind(decoded.value, text, offset, end) {
            case .lineBreak: lineBreaks += 1
            case .space: if hyphens == 0 || lineBreaks == 0 { return false }
            default: return false
            }
        }
        return hyphens == 1 && lineBreaks == 1
    }

    private static func plain(_ value: UInt32, _ folds: FoldTable) -> UInt32 {
        if isHyphen(value) { return 0x2D }
        return folds[value].scalarClass == .apostrophe ? 0x27 : value
    }

    private static func isHyphen(_ value: UInt32) -> Bool {
        switch value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0x58A, 0x5BE, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }

    private static func kind(
        _ value: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int
    ) -> Kind {
        switch value {
        case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
        // CR LF is one line break: the CR of the pair counts as a space.
        case 0x0D: offset + 1 < end && text[offset + 1] == 0x0A ? .space : .lineBreak
        case 0x0A, 0x0B, 0x85, 0x2028: .lineBreak
        case 0x0C, 0x2029: .paragraphBreak
        case 0x2E: .fullStop
        default: isHyphen(value) ? .hyphen : .other
        }
    }
}
