import NewswatchModel

/// Judges the side that a text takes toward each of its mentions.
///
/// A model keeps its working memory, so it belongs to one thread.
public protocol ToneModel: AnyObject {
    var identity: ToneModelIdentity { get }

    /// One set of probabilities for each target, in their order. The same passage and mention give the same ones,
    /// always, whatever else is asked in the same call. Octets that are no UTF-8 are read as U+FFFD.
    ///
    /// - Parameters:
    ///   - text: what ranges of `targets` count in. A range that reaches out of it is cut to it.
    func judge(_ text: UnsafeBufferPointer<UInt8>, _ targets: [ToneTarget]) -> [ToneProbabilities]
}
