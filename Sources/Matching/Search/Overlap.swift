/// Which of several names that share text are reported.
public enum Overlap: String, Sendable, CaseIterable {
    /// From left to right the longest name; what it covers is not searched again.
    case longest
    /// Every name, also inside and across others.
    case all
}
