import CSystemd
import Glibc

/// Entries for the systemd journal.
public enum Journal {
    /// Whether this process's output goes to the journal, as systemd.exec(5) says to tell.
    public static var isConnected: Bool { getenv("JOURNAL_STREAM") != nil }

    /// Sends one entry. A field's name is upper case with digits and underscores; its value may be any text.
    /// Returns 0, or a negative errno.
    @discardableResult
    public static func send(_ fields: [(name: String, value: String)]) -> Int32 {
        let assignments = fields.map { Array("\($0.name)=\($0.value)".utf8) }
        // All octets in one block, so that the vectors can point into it while it stays pinned.
        var octets = Array(assignments.joined())
        return octets.withUnsafeMutableBytes { block in
            var offset = 0
            let vectors = assignments.map { assignment in
                defer { offset += assignment.count }
                return iovec(iov_base: block.baseAddress! + offset, iov_len: assignment.count)
            }
            return sd_journal_sendv(vectors, Int32(vectors.count))
        }
    }

    /// The journal's spelling of a metadata key: `alert-id` becomes `NEWSWATCH_ALERT_ID`.
    public static func fieldName(_ key: String) -> String {
        "NEWSWATCH_"
            + String(
                key.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
}
