import Glibc

/// Moments at which a kill is most dangerous. A debug build ends at the one that NEWSWATCH_CRASH names, with a
/// status of its own, so that a test can see it hit; a release build has no such thing.
enum CrashPoint: String, CaseIterable, Sendable {
    case afterClaim = "C0"
    case afterRead = "C1"
    case insideTransaction = "C2"
    case afterCommit = "C3"
    case afterRename = "C4"
    case afterSync = "C5"

    /// Exit status of a process that ended at a crash point.
    static let status: Int32 = 86

    #if DEBUG
        private static let chosen = getenv("NEWSWATCH_CRASH").flatMap { CrashPoint(rawValue: String(cString: $0)) }
        func reached() { if Self.chosen == self { _exit(Self.status) } }
    #else
        @inline(__always) func reached() {}
    #endif
}
