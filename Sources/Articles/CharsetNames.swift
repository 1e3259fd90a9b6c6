/// A charset that can be read.
struct CharsetName {
    /// As IANA (or, where IANA has none, the WHATWG encoding standard) spells it.
    let iana: String
    /// As the C library's `iconv` spells it.
    let iconv: String
    /// Other labels in use, lower case.
    let aliases: [String]

    init(_ iana: String, iconv: String? = nil, _ aliases: String...) {
        (self.iana, self.iconv, self.aliases) = (iana, iconv ?? iana, aliases)
    }
}

/// The charsets that are read. The list is closed: it can be loaded ahead of a sandbox, and a label from a file is
/// never handed to `iconv_open` as it stands.
enum CharsetNames {
    /// What undeclared and undetected bytes are most likely to be.
    static let fallback = CharsetName("windows-1252")

    static func known(_ label: String) -> CharsetName? { byLabel[label.lowercased()] }

    // As the WHATWG encoding standard has it, the Latin-1 and ASCII labels mean windows-1252.
    static let all: [CharsetName] = [
        CharsetName("UTF-8", "utf8"), CharsetName("UTF-16LE", "utf-16"), CharsetName("UTF-16BE"),
        CharsetName("UTF-32LE"), CharsetName("UTF-32BE"),
        CharsetName("windows-1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "us-ascii", "ascii", "cp1252"),
        CharsetName("windows-1250", "cp1250"), CharsetName("windows-1251", "cp1251", "x-cp1251"),
        CharsetName("windows-1253", "cp1253"), CharsetName("windows-1254", "iso-8859-9", "cp1254", "latin5"),
        CharsetName("windows-1255", "cp1255"), CharsetName("windows-1256", "cp1256"),
        CharsetName("windows-1257", "cp1257"), CharsetName("windows-1258", "cp1258"),
        CharsetName("KOI8-R", "koi8", "koi"), CharsetName("KOI8-U"), CharsetName("IBM866", "cp866", "866"),
        CharsetName("x-mac-cyrillic", iconv: "MAC-CYRILLIC", "mac-cyrillic"), CharsetName("IBM855", "cp855"),
        CharsetName("ISO-8859-2", "latin2"), CharsetName("ISO-8859-3"), CharsetName("ISO-8859-4"),
        CharsetName("ISO-8859-5"), CharsetName("ISO-8859-6"), CharsetName("ISO-8859-7"), CharsetName("ISO-8859-8"),
        CharsetName("ISO-8859-10"), CharsetName("ISO-8859-13"), CharsetName("ISO-8859-14"), CharsetName("ISO-8859-15"),
        CharsetName("ISO-8859-16"), CharsetName("Shift_JIS", iconv: "CP932", "sjis", "windows-31j"),
        CharsetName("EUC-JP"), CharsetName("ISO-2022-JP"), CharsetName("EUC-KR", iconv: "CP949", "uhc", "cp949"),
        CharsetName("GB18030", "gbk", "gb2312"), CharsetName("Big5", "big5-hkscs"),
        CharsetName("TIS-620", iconv: "TIS-620", "windows-874"),
    ]

    private static let byLabel: [String: CharsetName] = all.reduce(into: [:]) { table, charset in
        for label in charset.aliases + [charset.iana.lowercased()] { table[label] = charset }
    }
}
