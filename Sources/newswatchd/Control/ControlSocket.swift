import CLinux
import Glibc

/// Why the control socket cannot be had.
enum ControlSocketError: Error, CustomStringConvertible {
    case pathTooLong(String)
    case inUse(String)
    case system(path: String, doing: String, errno: Int32)

    var description: String {
        switch self {
        case .pathTooLong(let path):
            "\(path): longer than the 107 octets of a socket's path; set [control] socket to a shorter one"
        case .inUse(let path):
            "\(path): another newswatchd answers there; stop it, or set [control] socket to another path"
        case .system(let path, let doing, let code): "\(path): cannot \(doing): \(String(cString: strerror(code)))"
        }
    }
}

/// The listening socket of a daemon that was started by hand.
enum ControlSocket {
    /// Connections that may wait for accept; somaxconn caps it.
    static let backlog: Int32 = 128

    /// Listens at `path`, in place of a socket that nobody answers at. The new one takes its name in one step,
    /// so that a client finds the old one, which refuses, or the new one, which answers.
    static func listen(at path: String, mode: mode_t) throws(ControlSocketError) -> Int32 {
        if isAnswered(path) { throw .inUse(path) }
        let temporary = path + ".\(getpid())"
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        guard descriptor >= 0 else { throw .system(path: path, doing: "make a socket", errno: errno) }
        func failed(_ doing: String) -> ControlSocketError {
            let code = errno
            close(descriptor)
            unlink(temporary)
            return .system(path: path, doing: doing, errno: code)
        }
        unlink(temporary)
        // Nobody connects before the mode is right.
        let oldMask = umask(0o177)
        let bound = withAddress(temporary) { bind(descriptor, $0, $1) }
        umask(oldMask)
        guard let bound else {
            close(descriptor)
            throw .pathTooLong(path)
        }
        guard bound == 0 else { throw failed("bind") }
        guard chmod(temporary, mode) == 0 else { throw failed("set the mode") }
        guard Glibc.listen(descriptor, backlog) == 0 else { throw failed("listen") }
        guard rename(temporary, path) == 0 else { throw failed("put the socket in its place") }
        return descriptor
    }

    private static func isAnswered(_ path: String) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return withAddress(path) { connect(descriptor, $0, $1) } == 0
    }

    /// `nil` when `path` does not fit.
    private static func withAddress<Result>(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let octets = Array(path.utf8)
        guard octets.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: octets) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
