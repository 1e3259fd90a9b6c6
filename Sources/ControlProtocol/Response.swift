/// Writes the server's lines. A tag is given without its `@`; JSON must be one line (`ControlJSON.encode`).
public enum Response {
    /// One object of an answer.
    public static func item(tag: String? = nil, json: String) -> [UInt8] { line(tag, "* " + json) }

    /// The end of an answer. A field with an empty key stands as its value alone (`OK pong`).
    public static func ok(tag: String? = nil, fields: [(String, String)] = []) -> [UInt8] {
        line(tag, "OK" + text(fields))
    }

    /// The end of an answer that failed; `message` is one sentence for people.
    public static func error(
        tag: String? = nil, code: ErrorCode, message: String, fields: [(String, String)] = []
    ) -> [UInt8] {
        line(tag, "ERR \(code.rawValue) \(ProtocolText.quoted(message))" + text(fields))
    }

    /// What the parser found wrong.
    public static func error(_ error: RequestError) -> [UInt8] {
        Response.error(
            tag: error.tag, code: error.code, message: error.message,
            fields: error.fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// An event for a subscriber.
    public static func push(_ json: String) -> [UInt8] { line(nil, "! " + json) }

    private static func text(_ fields: [(String, String)]) -> String {
        fields.reduce(into: "") { out, field in
            let (key, value) = field
            out += key.isEmpty ? " \(ProtocolText.argument(value))" : " \(key)=\(ProtocolText.value(value))"
        }
    }

    private static func line(_ tag: String?, _ rest: String) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(rest.utf8.count + 20)
        if let tag {
            out.append(0x40)
            out.append(contentsOf: tag.utf8)
            out.append(0x20)
        }
        out.append(contentsOf: rest.utf8)
        out.append(0x0A)
        return out
    }
}
