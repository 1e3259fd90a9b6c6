/// Bounds on what one peer can make the other hold or wait for. Octets, seconds and counts as the names say.
public enum Limits {
    /// Longest request line with its EOL. The longest useful one is SEARCH with a quoted query of some pages;
    /// whatever is longer belongs in a payload.
    public static let lineOctets = 8192
    /// Largest payload: a hundred times a long article as HTML. The daemon's configuration may set another.
    public static let payloadOctets = 16 << 20
    /// The grammar has up to eight digits for a payload's length, so that adding it up cannot overflow.
    public static let payloadDigits = 8
    /// Longest word after `<<`.
    public static let wordOctets = 64
    /// Longest tag without its `@`.
    public static let tagOctets = 16
    /// Longest verb; longer words are a syntax error rather than an unknown command.
    public static let verbOctets = 24
    /// Longest key of an option.
    public static let keyOctets = 32
    /// Longest line that a client takes from the server: an item with the whole text of an article from the
    /// largest file that the daemon reads, each octet escaped in two, and room for mentions.
    public static let responseOctets = 64 << 20
    /// Requests of one connection that wait for their answer; at this many the server stops reading from it,
    /// so a peer that never reads holds no more than their lines.
    public static let pendingRequests = 64
    /// Connections in all. With the workers and the archive well below the usual 1024 descriptors.
    public static let connections = 128
    /// Connections of one uid, so that one user's loop leaves room for the others.
    public static let connectionsPerUID = 16
    /// Connections, of `connections`, that only uid 0 may take, so that root can always look.
    public static let rootSlots = 2
    /// Descriptors kept free for accepting and refusing politely, and for the spool and the archive to work on.
    public static let descriptorReserve = 8
    /// From accept to the first octet.
    public static let firstByteSeconds = 30
    /// Descriptors that came and whose requests are not answered yet: a client that sends more is let go, for those of
    /// all clients together must leave the daemon enough for files and workers.
    public static let pendingDescriptors = 16
    /// From the first octet of a line to its end. Generous for a person who types, short for one who holds slots.
    public static let lineSeconds = 10
    /// Between two reads in a payload.
    public static let payloadSeconds = 30
    /// Until a client takes the next octets of an answer that it asked for.
    public static let answerSeconds = 30
    /// Without any request. Subscribers are exempt: they have heartbeats.
    public static let idleSeconds = 300
    /// Between two pushes to a subscriber when nothing happens, so that each end notices a dead peer.
    public static let heartbeatSeconds = 30
    /// Pushes that wait for a slow subscriber; beyond that it gets `lagged` and the connection is closed.
    public static let subscriberOutputOctets = 1 << 20
    /// How many items ALERTS, ARTICLES, SEARCH and FILES give without `limit=`.
    public static let defaultItems = 100
    /// The most that `limit=` may ask for.
    public static let maximumItems = 10_000
}
