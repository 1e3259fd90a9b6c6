/// How a kind of quotation mark opens and closes.
enum QuotationMarks: Equatable {
    /// “…”, also ”…” and “…“ with one form for both ends.
    case english
    /// „…“, „…” and „…"
    case low
    /// «…» and ‹…›
    case angled
    /// »…« and ›…‹
    case reversedAngled
    /// 「…」 and 『…』
    case corner
    /// "…"
    case straight
    /// ‘…’
    case single
    /// ‚…‘ and ‚…’
    case lowSingle
    /// '…'
    case straightSingle

    /// What the mark may open, judged by the mark alone.
    static func opened(by value: UInt32) -> QuotationMarks? {
        switch value {
        case 0x201C, 0x201D: .english
        case 0x201E: .low
        case 0xAB, 0x2039: .angled
        case 0xBB, 0x203A: .reversedAngled
        case 0x300C, 0x300E: .corner
        case 0x22: .straight
        case 0x2018: .single
        case 0x201A: .lowSingle
        case 0x27: .straightSingle
        default: nil
        }
    }

    func isClosed(by value: UInt32) -> Bool {
        switch self {
        case .english: value == 0x201D || value == 0x201C
        case .low: value == 0x201C || value == 0x201D || value == 0x22
        case .angled: value == 0xBB || value == 0x203A
        case .reversedAngled: value == 0xAB || value == 0x2039
        case .corner: value == 0x300D || value == 0x300F
        case .straight: value == 0x22
        case .single: value == 0x2019
        case .lowSingle: value == 0x2018 || value == 0x2019
        case .straightSingle: value == 0x27
        }
    }

    /// Whether the closing mark is also an apostrophe.
    var closesLikeApostrophe: Bool { self == .single || self == .straightSingle || self == .lowSingle }

    /// Whether an opening mark alone proves a quotation, its partner missing.
    var opensForSure: Bool {
        switch self {
        case .english, .low, .angled: true
        case .reversedAngled, .corner, .straight, .single, .lowSingle, .straightSingle: false
        }
    }
}
