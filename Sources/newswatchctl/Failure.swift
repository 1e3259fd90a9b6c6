import ControlProtocol

/// Why the tool ends without success: the exit status and the sentence for the user, cure included.
struct Failure: Error {
    enum Status: Int32 {
        case matched = 1
        case usage = 2
        case notRunning = 3
        case notFound = 4
        case denied = 5
        case busy = 6
        case version = 7
        case `internal` = 70
    }

    var status: Status
    /// `nil` where the status alone is the answer, or all has been said.
    var message: String?

    init(_ status: Status, _ message: String? = nil) { (self.status, self.message) = (status, message) }

    /// From the daemon's `ERR`.
    init(code: String, message: String, fields: [ResponseField]) {
        switch ErrorCode(rawValue: code) {
        case .notFound: self.init(.notFound, message)
        case .denied:
            // Without `needs` it is the thing that may not be changed, whoever asks.
            let group = fields["needs"].map { $0 == Role.admin.name ? "newswatch-admin" : "newswatch" }
            self.init(.denied, group.map { "\(message); \(Failure.join($0))" } ?? message)
        case .busy, .limit, .timeout, .lagged, .shuttingDown: self.init(.busy, "\(message); try again")
        case .version: self.init(.version, "\(message); install newswatchctl and newswatchd of the same release")
        case .internal, .readOnly, nil: self.init(.internal, "\(message) (\(code))")
        default: self.init(.usage, message)
        }
    }

    /// The message, after the file that it is about.
    func about(_ path: String) -> String {
        let message = message ?? "failed"
        return message.hasPrefix(path) ? Output.plain(message) : Output.plain("\(path): \(message)")
    }

    /// How to become a member of `group`.
    static func join(_ group: String) -> String {
        "join the group: sudo usermod -aG \(group) \"$USER\" and log in anew"
    }
}
