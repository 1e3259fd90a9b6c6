import CLinux
import ControlProtocol
import Glibc

/// Who is at the other end of a control connection, by the kernel's word at accept.
struct PeerIdentity: Sendable {
    let pid: pid_t
    let uid: uid_t
    let role: Role

    /// - Parameter perUser: the daemon was started by a user for himself, who then is admin.
    init?(socket: Int32, perUser: Bool) {
        var credentials = nw_peer_credentials()
        guard nw_peer_credentials(socket, &credentials) == 0 else { return nil }
        (pid, uid) = (credentials.pid, credentials.uid)
        var groups = [gid_t](repeating: 0, count: 256)
        let count = nw_peer_groups(socket, &groups, Int32(groups.count))
        let all = [credentials.gid] + groups.prefix(Int(max(0, count)))
        if uid == 0 || Self.isMember(all, of: "newswatch-admin") || (perUser && uid == geteuid()) {
            role = .admin
        } else if Self.isMember(all, of: "newswatch"), uid != geteuid() {
            // The daemon's own uid is the workers' too: they may look, no more.
            role = .operator
        } else {
            role = .reader
        }
    }

    private static func isMember(_ groups: [gid_t], of name: String) -> Bool {
        var entry = group()
        var result: UnsafeMutablePointer<group>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        guard getgrnam_r(name, &entry, &buffer, buffer.count, &result) == 0, result != nil else { return false }
        return groups.contains(entry.gr_gid)
    }
}
