import NewswatchModel
import Testing

@testable import Articles

@Suite struct SnifferTests {
    @Test(arguments: [
        ("%PDF-1.7\n", "application/pdf"), ("PK\u{3}\u{4}rest", "application/zip"),
        (
            "PK\u{3}\u{4}....word/document.xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        ),
        ("<?xml version='1.0'?>\n<!-- c --><rss version='2.0'>", "application/rss+xml"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "application/atom+xml"),
        ("<?xml version='1.0'?><a/>", "application/xml"),
        ("<?xml version='1.0'?><nitf></nitf>", "application/nitf+xml"), ("{\"title\": 1}", "application/json"),
        ("[{\"a\": 1}]", "application/json"), ("WARC/1.0\r\nWARC-Type: response", "application/warc"),
        ("From: a@b.example\nSubject: x\nMIME-Version: 1.0\n\nHi", "message/rfc822"),
        ("From a@b.example Mon Jan  1 00:00:00 2024\nFrom: a@b.example\nTo: c@d.example\n\nHi", "application/mbox"),
        ("GIF89a", "image/gif"), ("{\\rtf1 x}", "application/rtf"),
    ])
    func otherFormatsAreNamedAndRefused(text: String, type: String) {
        let found = rejection(Array(text.utf8), named: "a.txt")
        #expect(found?.reason == .unsupportedFormat)
        #expect(found?.sniffed == type)
        #expect(found?.detail.contains(type) == true)
    }

    @Test(
        arguments: [
            ([0x1F, 0x8B, 8, 0], "application/gzip"), ([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg"),
            ([0x89, 0x50, 0x4E, 0x47], "image/png"),
            (Array(repeating: [0, 1, 2, 3, 4, 5, 250], count: 40).flatMap { $0 }, "application/octet-stream"),
        ] as [([UInt8], String)])
    func binaryFormatsAreNamedAndRefused(bytes: [UInt8], type: String) {
        #expect(rejection(bytes)?.sniffed == type)
    }

    @Test func textsThatOnlyLookLikeOtherFormatsAreRead() throws {
        #expect(try read("[Agency] The council met.").format == .plain)
        #expect(try read("From here to there\n\nIt is a long way to go.").title == "From here to there")
        #expect(try read("Source: The Post\nDate: 2 May 2024\n\nA text of its own.").source == "The Post")
    }

    @Test func aForcedFormatSkipsSniffing() throws {
        #expect(try read("{\"title\": 1}", forced: .plain).text == "{\"title\": 1}")
        #expect(try read("<p>One</p>", forced: .plain).text == "<p>One</p>")
        #expect(try read("plain words", forced: .html).text == "plain words")
    }
}
