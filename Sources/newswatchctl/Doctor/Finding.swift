import ControlProtocol

/// One thing that doctor looked at.
struct Finding: Encodable {
    enum Verdict: String, Encodable {
        case good, warning, bad
    }

    var schema = ControlJSON.schema
    var type = "finding"
    var check: String
    var verdict: Verdict
    var detail: String
    /// The command that mends it, or what to do.
    var cure: String?
}
