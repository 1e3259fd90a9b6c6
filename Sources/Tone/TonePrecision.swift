/// How an engine computes its products.
public enum TonePrecision: Sendable {
    /// Activations rounded to 8 bits, as models are shipped and measured.
    case int8
    /// Activations as they are: the reference that int8 is compared with; several times slower.
    case fp32
}
