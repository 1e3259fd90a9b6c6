import Glibc

/// Where things stand on this machine, before the configuration has its say.
struct Places: Sendable, Equatable {
    /// Holds newswatchd.toml and watchlist.d/.
    var configurationDirectory: String
    /// The archive, the overlay of live edits, the index file.
    var stateDirectory: String
    /// Holds in, work, archive, quarantine.
    var spoolDirectory: String
    var socketPath: String
    /// Permission bits of a socket that the daemon makes itself.
    var socketMode: UInt32

    var configurationFile: String { configurationDirectory + "/newswatchd.toml" }
    var watchlistDirectory: String { configurationDirectory + "/watchlist.d" }

    /// Those of the installed service.
    static let system = Places(
        configurationDirectory: "/etc/newswatch", stateDirectory: "/var/lib/newswatch",
        spoolDirectory: "/var/spool/newswatch", socketPath: "/run/newswatch/control.sock",
        socketMode: 0o660)

    /// Those of a daemon that a user starts by hand, after the XDG base directory specification.
    ///
    /// | variable | without it |
    /// |---|---|
    /// | XDG_CONFIG_HOME | HOME/.config |
    /// | XDG_STATE_HOME | HOME/.local/state |
    /// | XDG_RUNTIME_DIR | /run/user/UID, or /tmp/newswatch-UID where there is no such folder |
    /// | HOME | /tmp/newswatch-UID |
    ///
    /// As the specification demands, a relative path counts as not set. Anyone may have made
    /// /tmp/newswatch-UID first: whoever creates folders must refuse one that another user owns.
    static func perUser(
        environment: [String: String], uid: UInt32 = getuid(), exists: (String) -> Bool = folderExists
    ) -> Places {
        func absolute(_ name: String) -> String? {
            guard var path = environment[name], path.hasPrefix("/") else { return nil }
            while path.count > 1, path.hasSuffix("/") { path.removeLast() }
            return path
        }
        let scratch = "/tmp/newswatch-\(uid)"
        let home = absolute("HOME") ?? scratch
        let configuration = absolute("XDG_CONFIG_HOME") ?? home + "/.config"
        let state = (absolute("XDG_STATE_HOME") ?? home + "/.local/state") + "/newswatch"
        let login = "/run/user/\(uid)"
        let runtime = absolute("XDG_RUNTIME_DIR") ?? (exists(login) ? login : scratch)
        return Places(
            configurationDirectory: configuration + "/newswatch", stateDirectory: state,
            spoolDirectory: state + "/spool", socketPath: runtime + "/newswatch/control.sock",
            socketMode: 0o600)
    }

    /// The places of this process. Ask once, at the start.
    static func current(environment: [String: String], isSystemService: Bool) -> Places {
        isSystemService ? .system : .perUser(environment: environment)
    }
}

private func folderExists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
