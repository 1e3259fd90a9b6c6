import Glibc

/// Which socket the tool talks to.
struct SocketPlace {
    var path: String
    /// What starts the daemon that owns it.
    var start: String

    static let system = SocketPlace(
        path: "/run/newswatch/control.sock", start: "sudo systemctl start newswatchd.socket newswatchd.service")

    /// The one that was named, $NEWSWATCH_SOCKET's, the per-user one where it exists, else the system's.
    static func find(_ named: String?) -> SocketPlace {
        if let path = named ?? Environment["NEWSWATCH_SOCKET"] {
            return path == system.path
                ? system
                : SocketPlace(path: path, start: "newswatchd --config FILE, of the instance that has this socket")
        }
        let byHand = "newswatchd in a terminal, or systemctl --user start newswatchd"
        if let path = perUser().first(where: { access($0, F_OK) == 0 }) {
            return SocketPlace(path: path, start: byHand)
        }
        let units = ["/etc", "/usr/lib", "/usr/local/lib"].map { $0 + "/systemd/system/newswatchd.service" }
        let isInstalled = access(system.path, F_OK) == 0 || units.contains { access($0, F_OK) == 0 }
        return isInstalled ? system : SocketPlace(path: perUser()[0], start: byHand)
    }

    /// Where a daemon started by hand has its socket, the likeliest first.
    static func perUser() -> [String] {
        let runtime = Environment["XDG_RUNTIME_DIR"].map { ["\($0)/newswatch/control.sock"] } ?? []
        return runtime + ["/tmp/newswatch-\(getuid())/newswatch/control.sock"]
    }
}
