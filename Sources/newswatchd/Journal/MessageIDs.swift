/// MESSAGE_IDs of journal entries that programs look for; systemd/newswatch.catalog explains each.
enum MessageID {
    /// An alert was raised.
    static let alert = "8784a28af93b4a75bc07fe50949576a3"
    /// A file went to quarantine.
    static let quarantined = "ccb49d06510b4b2991232e0d7b78ad13"
    /// A reload found errors; the old configuration stays in force.
    static let configurationBroken = "32b0e70755f3475a96c42c8f7034d80f"
    /// The archive cannot be written; nothing is claimed.
    static let diskTrouble = "b2638bcf2a00431780d2bb353b00c078"
    /// The daemon is ready.
    static let started = "0fe2366bb0ce4b9cb4426d9cec7a5772"
}
