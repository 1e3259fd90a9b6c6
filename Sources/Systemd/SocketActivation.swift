import CSystemd
import Glibc

/// Sockets that the service manager opened for this process.
public enum SocketActivation {
    /// The listening Unix stream sockets that were passed, close-on-exec and non-blocking; empty when started
    /// by hand. The variables that told of them are removed, so that children do not take them for theirs.
    public static func listeningSockets() -> [Int32] {
        let count = sd_listen_fds(1)
        guard count > 0 else { return [] }
        // SD_LISTEN_FDS_START
        return (Int32(3)..<Int32(3) + count).filter { descriptor in
            guard sd_is_socket_unix(descriptor, Int32(SOCK_STREAM.rawValue), 1, nil, 0) > 0 else { return false }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
            return true
        }
    }
}
