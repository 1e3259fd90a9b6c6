import NewswatchModel

/// A file that cannot become articles; the rejection is what its `.why` file will say.
public struct ReadingError: Error, Hashable {
    public let rejection: Rejection

    public init(_ reason: QuarantineReason, _ detail: String, sniffed: String? = nil) {
        rejection = Rejection(reason: reason, detail: detail, sniffed: sniffed)
    }
}
