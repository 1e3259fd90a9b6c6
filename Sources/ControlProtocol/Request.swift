/// One request, checked against its verb's row: counts, keys and payload are right, values are not looked at.
public struct Request: Sendable, Equatable {
    /// Without its `@`; stands on each line of the answer.
    public var tag: String?
    public var verb: Verb
    /// The arguments without a key, in order.
    public var positional: [String]
    public var options: [String: String]
    /// The octets as they came; for a `<<WORD` payload with the EOL of its last line.
    public var payload: [UInt8]?

    public init(
        tag: String? = nil, verb: Verb, positional: [String] = [], options: [String: String] = [:],
        payload: [UInt8]? = nil
    ) {
        (self.tag, self.verb, self.positional) = (tag, verb, positional)
        (self.options, self.payload) = (options, payload)
    }

    /// The request as it goes over the wire, a payload counted.
    public var octets: [UInt8] {
        var line = tag.map { "@\($0) " } ?? ""
        line += verb.rawValue
        for value in positional { line += " " + ProtocolText.argument(value) }
        for (key, value) in options.sorted(by: { $0.key < $1.key }) { line += " \(key)=" + ProtocolText.value(value) }
        guard let payload else { return Array((line + "\n").utf8) }
        return Array((line + " {\(payload.count)}\n").utf8) + payload + [0x0A]
    }
}

/// A request that cannot be carried out; what the server answers with.
public struct RequestError: Error, Sendable, Equatable {
    /// The request's tag, where it could be read.
    public var tag: String?
    public var code: ErrorCode
    /// One sentence for the user.
    public var message: String
    /// Further facts for programs (`limit=`, `needs=`).
    public var fields: [String: String]
    /// It is unknown where the next request begins: close the connection after answering.
    public var fatal: Bool
    /// A descriptor came with the request that failed, which must not be taken for the next one's.
    public var takesDescriptor: Bool

    public init(
        tag: String? = nil, code: ErrorCode, message: String, fields: [String: String] = [:], fatal: Bool = false,
        takesDescriptor: Bool = false
    ) {
        (self.tag, self.code, self.message) = (tag, code, message)
        (self.fields, self.fatal, self.takesDescriptor) = (fields, fatal, takesDescriptor)
    }
}
