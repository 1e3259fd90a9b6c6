import CCLD2
import NewswatchModel

/// Tells an article's language.
public enum LanguageDetector {
    /// As much of a text as is looked at, at first and when that leaves the detector unsure. It was made for texts
    /// of 200 letters and more (github.com/CLD2Owners/cld2); a page of 3 kB whole costs a third of all its reading.
    static let sampleBytes = [1 << 10, 16 << 10]

    /// Settles the language: what the detector is sure of, else what the article says of itself.
    ///
    /// The detector goes first because templates often declare the language of the site's menu.
    static func settle(_ article: inout Article) {
        if let found = detect(article.text) ?? detect(article.title) {
            (article.language, article.provenance[.language]) = (found, "cld2")
        }
    }

    /// A BCP 47 primary subtag, or `nil` when the detector is not sure.
    public static func detect(_ text: String) -> String? {
        var text = text
        let code = text.withUTF8 { utf8 -> String? in
            for (size, before) in zip(sampleBytes, [0] + sampleBytes) where before < utf8.count || before == 0 {
                if let found = detect(utf8, size) { return found }
            }
            return nil
        }
        return code.flatMap(primarySubtag)
    }

    private static func detect(_ utf8: UnsafeBufferPointer<UInt8>, _ size: Int) -> String? {
        var end = min(utf8.count, size)
        // Never end inside a character: the detector answers nothing for broken UTF-8.
        while end > 0, end < utf8.count, utf8[end] & 0xC0 == 0x80 { end -= 1 }
        return utf8.withMemoryRebound(to: CChar.self) {
            newswatch_cld2_language($0.baseAddress, end).map { String(cString: $0) }
        }
    }

    /// `en` of `en-GB`, in lower case and in today's spelling; `nil` for what is no language tag.
    public static func primarySubtag(_ tag: String) -> String? {
        let head = tag.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }.map { $0 | 0x20 }
        guard (2...3).contains(head.count), head.allSatisfy({ (0x61...0x7A).contains($0) }) else { return nil }
        let code = String(decoding: head, as: UTF8.self)
        return retired[code] ?? (code == "un" || code == "xxx" ? nil : code)
    }

    /// ISO 639 codes that were replaced, and that cld2 still gives.
    private static let retired = ["iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "sh": "sr"]
}
