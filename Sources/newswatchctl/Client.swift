import CLinux
import ControlProtocol
import Glibc

/// A connection to the daemon; every call waits for the answer.
final class Client {
    /// Seconds without an octet after which a request counts as unanswered: a scan may wait behind a long queue.
    static let patience = 120
    /// Seconds for the greeting, which a daemon that is well gives in microseconds.
    static let greetingPatience = 10

    let place: SocketPlace
    private let socket: Int32
    private var parser = ResponseParser()
    private var patience = Client.greetingPatience
    /// From HELLO: `nwp`, `server`, `version`, `role`.
    private(set) var greeting: [ResponseField] = []

    /// Connects and agrees on the protocol version.
    init(_ place: SocketPlace) throws {
        self.place = place
        socket = try Client.open(place)
        greeting = try request(Request(verb: .hello, positional: ["1"]))
        wait(atMost: Client.patience)
    }

    /// For connect and send as well: both wait when a daemon stands still and its queue is full.
    private func wait(atMost seconds: Int) {
        patience = seconds
        Client.limit(socket, seconds)
    }

    private static func limit(_ socket: Int32, _ seconds: Int) {
        var limit = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(socket) }

    private static func open(_ place: SocketPlace) throws -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array(place.path.utf8)
        guard path.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw Failure(.usage, "\(place.path): a socket's path has at most 107 octets")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw Failure(.internal, "no socket: \(String(cString: strerror(errno)))") }
        limit(socket, greetingPatience)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status != 0 else { return socket }
        let reason = errno
        close(socket)
        switch reason {
        case ENOENT, ECONNREFUSED:
            throw Failure(.notRunning, "newswatchd is not running at \(place.path); start it: \(place.start)")
        case EACCES, EPERM:
            let isSystem = place.path == SocketPlace.system.path
            let cure = isSystem ? Failure.join("newswatch") : "only the user who started that daemon may connect"
            throw Failure(.denied, "\(place.path): permission denied; \(cure)")
        case EAGAIN, EINPROGRESS:
            throw Failure(.busy, "newswatchd does not take connections at \(place.path); see newswatchctl doctor")
        default: throw Failure(.internal, "\(place.path): \(String(cString: strerror(reason)))")
        }
    }

    /// Sends a request and gives each item to `item`; the fields of its OK.
    ///
    /// - Parameters:
    ///   - tellsMore: whether the user is told when the list goes on.
    ///   - refused: may make an error of its own of the fields of an ERR.
    @discardableResult
    func request(
        _ request: Request, descriptor: Int32? = nil, tellsMore: Bool = true,
        item: (String) throws -> Void = { _ in }, refused: ([ResponseField]) -> (any Error)? = { _ in nil }
    ) throws -> [ResponseField] {
        try send(request, descriptor: descriptor)
        while true {
            switch try receive() {
            case .item(_, let json): try item(json)
            case .push: continue
            case .ok(_, let fields):
                if tellsMore, fields["more"] != nil {
                    Output.complain("there are more; --limit N, up to \(Limits.maximumItems), or a time gives others")
                }
                return fields
            case .error(_, let code, let message, let fields):
                throw refused(fields) ?? Failure(code: code, message: message, fields: fields)
            }
        }
    }

    /// The items of an answer, decoded.
    func items<Item: Decodable>(_ type: Item.Type, _ request: Request) throws -> [Item] {
        var found: [Item] = []
        try self.request(request) { found.append(try ControlJSON.decode(type, from: $0)) }
        return found
    }

    private func send(_ request: Request, descriptor: Int32?) throws {
        var rest = request.octets[...]
        var descriptor = descriptor
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { bytes in
                if var attached = descriptor { return nw_send(socket, bytes.baseAddress, bytes.count, &attached, 1) }
                return nw_send(socket, bytes.baseAddress, bytes.count, nil, 0)
            }
            if sent < 0, errno == EINTR { continue }
            // A daemon that refuses closes after its ERR: what it said is still there to be read.
            guard sent >= 0 else { return }
            descriptor = nil
            rest = rest.dropFirst(sent)
        }
    }

    /// The next line from the daemon.
    func receive() throws -> ResponseLine {
        while true {
            do {
                if let line = try parser.next() { return line }
            } catch {
                throw Failure(.version, "\(place.path) does not speak NWP/1: \(error)")
            }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = buffer.withUnsafeMutableBytes { recv(socket, $0.baseAddress, $0.count, 0) }
            switch count {
            case 1...: buffer.withUnsafeBytes { parser.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            case 0: throw ConnectionLost()
            case _ where errno == EINTR: continue
            case _ where errno == EAGAIN:
                throw Failure(.busy, "no answer from newswatchd in \(patience) s; look at: journalctl -u newswatchd")
            default: throw ConnectionLost()
            }
        }
    }
}

/// The daemon closed the connection, or ended.
struct ConnectionLost: Error, CustomStringConvertible {
    var description: String { "newswatchd closed the connection; see journalctl -u newswatchd" }
}
