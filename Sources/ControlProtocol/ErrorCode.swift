/// The token after `ERR`: what went wrong, for programs. The quoted text after it is for people.
public enum ErrorCode: String, Sendable, CaseIterable {
    /// The line does not follow the grammar.
    case syntax
    case unknownCommand = "unknown-command"
    /// The verb is known; a value, key or count of its arguments is wrong, or its payload cannot be read.
    case badArgument = "bad-argument"
    /// The request line passes `Limits.lineOctets`.
    case tooLong = "too-long"
    /// The payload passes the limit; `limit=` tells it.
    case tooBig = "too-big"
    /// SCANFD or SUBMITFD came without a descriptor.
    case noDescriptor = "no-fd"
    case notFound = "not-found"
    case exists
    /// The peer's role does not allow the verb; `needs=` tells the role that does.
    case denied
    /// Try again after `retry-ms=`.
    case busy
    /// Too many connections, or too many at once of something else.
    case limit
    /// HELLO named a version that the server does not speak; `supported=` lists those it does.
    case version
    /// The peer did not send in time.
    case timeout
    /// The disk is full: nothing can be stored.
    case readOnly = "read-only"
    case shuttingDown = "shutting-down"
    /// The subscriber read too slowly; `resume=` is where to take up again.
    case lagged
    /// A defect of the server; `ref=` finds it in the journal.
    case `internal`
}
