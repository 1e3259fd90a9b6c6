// Magic numbers of formats that are no text.

extension Sniffer {
    /// Octets, where they stand, and what the file then is.
    static let signatures: [(magic: [UInt8], offset: Int, type: @Sendable (UnsafeRawBufferPointer) -> ForeignType)] =
        plain.map { entry in (Array(entry.magic), entry.offset, { _ in entry.type }) } + [
            (Array("PK\u{3}\u{4}".utf8), 0, zipType), (Array("PK\u{5}\u{6}".utf8), 0, zipType),
            (Array("RIFF".utf8), 0, riffType),
        ]

    private static let plain: [(magic: [UInt8], offset: Int, type: ForeignType)] = [
        ("%PDF-".bytes, 0, ForeignType(mime: "application/pdf", name: "a PDF document")),
        ([0x1F, 0x8B], 0, ForeignType(mime: "application/gzip", name: "a gzip archive")),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, ForeignType(mime: "application/zstd", name: "a Zstandard archive")),
        ([0xFD] + "7zXZ".bytes + [0], 0, ForeignType(mime: "application/x-xz", name: "an xz archive")),
        ("BZh".bytes, 0, ForeignType(mime: "application/x-bzip2", name: "a bzip2 archive")),
        ("7z".bytes + [0xBC, 0xAF], 0, ForeignType(mime: "application/x-7z-compressed", name: "a 7z archive")),
        ("Rar!".bytes, 0, ForeignType(mime: "application/vnd.rar", name: "a RAR archive")),
        ("ustar".bytes, 257, ForeignType(mime: "application/x-tar", name: "a tar archive")),
        ([0x89] + "PNG".bytes, 0, ForeignType(mime: "image/png", name: "a PNG picture")),
        ([0xFF, 0xD8, 0xFF], 0, ForeignType(mime: "image/jpeg", name: "a JPEG picture")),
        ("GIF8".bytes, 0, ForeignType(mime: "image/gif", name: "a GIF picture")),
        ("II*".bytes + [0], 0, ForeignType(mime: "image/tiff", name: "a TIFF picture")),
        ("MM".bytes + [0, 0x2A], 0, ForeignType(mime: "image/tiff", name: "a TIFF picture")),
        ("ftypavif".bytes, 4, ForeignType(mime: "image/avif", name: "an AVIF picture")),
        ("ftyp".bytes, 4, ForeignType(mime: "video/mp4", name: "an MP4 video")),
        ("ID3".bytes, 0, ForeignType(mime: "audio/mpeg", name: "an MP3 recording")),
        ("OggS".bytes, 0, ForeignType(mime: "application/ogg", name: "an Ogg recording")),
        ("{\\rtf".bytes, 0, ForeignType(mime: "application/rtf", name: "a rich text document")),
        ("%!PS".bytes, 0, ForeignType(mime: "application/postscript", name: "a PostScript document")),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0,
            ForeignType(mime: "application/x-ole-storage", name: "an old Office document")
        ),
        ([0x7F] + "ELF".bytes, 0, ForeignType(mime: "application/x-executable", name: "a program")),
        ("SQLite format 3".bytes, 0, ForeignType(mime: "application/vnd.sqlite3", name: "an SQLite database")),
    ]

    /// An office document or book names itself in the first entries of its zip archive.
    private static let zipType: @Sendable (UnsafeRawBufferPointer) -> ForeignType = { bytes in
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        let office = "application/vnd.openxmlformats-officedocument."
        if head.contains("word/") {
            return ForeignType(mime: office + "wordprocessingml.document", name: "a Word document")
        }
        if head.contains("xl/") { return ForeignType(mime: office + "spreadsheetml.sheet", name: "an Excel sheet") }
        if head.contains("ppt/") {
            return ForeignType(mime: office + "presentationml.presentation", name: "a PowerPoint file")
        }
        if head.contains("mimetypeapplication/epub+zip") {
            return ForeignType(mime: "application/epub+zip", name: "an EPUB book")
        }
        if head.contains("mimetypeapplication/vnd.oasis.opendocument") {
            return ForeignType(mime: "application/vnd.oasis.opendocument.text", name: "an OpenDocument file")
        }
        return ForeignType(mime: "application/zip", name: "a zip archive")
    }

    private static let riffType: @Sendable (UnsafeRawBufferPointer) -> ForeignType = { bytes in
        bytes.hasASCII("webp", at: 8)
            ? ForeignType(mime: "image/webp", name: "a WebP picture")
            : ForeignType(mime: "application/x-riff", name: "a recording")
    }
}

extension String {
    fileprivate var bytes: [UInt8] { Array(utf8) }
}
