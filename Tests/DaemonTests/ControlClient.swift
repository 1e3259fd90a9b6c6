import CLinux
import Glibc

/// A client that knows nothing of the protocol but lines, so that it tests what is on the wire.
final class ControlClient {
    private let socket: Int32
    private var input: [UInt8] = []

    init(path: String) throws {
        socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard code == 0 else {
            let reason = errno
            close(socket)
            throw HarnessError("connect \(path): \(String(cString: strerror(reason)))")
        }
        // A test that waits for an answer that never comes fails rather than hangs.
        var timeout = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(socket) }

    /// Closes the sending side; answers still come.
    func finishSending() { shutdown(socket, Int32(SHUT_WR)) }

    func send(_ text: String, descriptors: [Int32] = []) throws {
        try send(Array(text.utf8), descriptors: descriptors)
    }

    func send(_ bytes: [UInt8], descriptors: [Int32] = []) throws {
        var offset = 0
        while offset < bytes.count {
            let sent = bytes.withUnsafeBytes {
                nw_send(
                    socket, $0.baseAddress! + offset, $0.count - offset, descriptors,
                    offset == 0 ? Int32(descriptors.count) : 0)
            }
            guard sent > 0 else { throw HarnessError("send: \(String(cString: strerror(errno)))") }
            offset += sent
        }
    }

    /// The next line without its end; `nil` when the server has closed.
    func line() throws -> String? {
        while true {
            if let end = input.firstIndex(of: 0x0A) {
                defer { input.removeSubrange(...end) }
                return String(decoding: input[..<end], as: UTF8.self)
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = recv(socket, &buffer, buffer.count, 0)
            if count == 0 { return nil }
            guard count > 0 else { throw HarnessError("no line came: \(String(cString: strerror(errno)))") }
            input += buffer[..<count]
        }
    }

    /// Sends one request and gives all lines of its answer; pushes in between are left out.
    func request(_ text: String, payload: String? = nil, descriptors: [Int32] = []) throws -> [String] {
        var bytes = Array(text.utf8)
        if let payload { bytes += Array(" {\(payload.utf8.count)}\n\(payload)".utf8) }
        try send(bytes + [0x0A], descriptors: descriptors)
        var lines: [String] = []
        while let line = try line() {
            if line.hasPrefix("!") { continue }
            lines.append(line)
            if line.hasPrefix("OK") || line.hasPrefix("ERR") { return lines }
        }
        throw HarnessError("closed in the middle of the answer to \(text): \(lines)")
    }

    /// The next push of an alert, as JSON; heartbeats are left out.
    func alert() throws -> String {
        while let line = try line() {
            if line.hasPrefix("! "), line.contains("\"type\":\"alert\"") { return String(line.dropFirst(2)) }
        }
        throw HarnessError("closed while waiting for an alert")
    }
}
