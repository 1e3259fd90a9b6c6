import CLinux
import ControlProtocol
import Glibc
import Logging
import NewswatchModel
import Systemd

/// Accepts connections, keeps them within their limits, and passes each request to the daemon.
@LoopActor
final class ControlServer {
    private let listeners: [Int32]
    private let settings: Configuration.Control
    private let perUser: Bool
    private let log: Logger
    private let handle: @LoopActor (Connection, Request) async -> Void
    private var sources: [DescriptorSource] = []
    private var connections: [ObjectIdentifier: Connection] = [:]
    private var timers: [TimerSource] = []
    /// A descriptor to give up for a moment, so that a client can be refused when there is no other.
    private var spare = open("/dev/null", O_RDONLY | O_CLOEXEC)
    private(set) var refused = 0
    /// The last alert's number, for heartbeats.
    var lastSequence: Int64 = 0

    init(
        listeners: [Int32], settings: Configuration.Control, perUser: Bool, log: Logger,
        handle: @escaping @LoopActor (Connection, Request) async -> Void
    ) {
        (self.listeners, self.settings, self.perUser) = (listeners, settings, perUser)
        (self.log, self.handle) = (log, handle)
    }

    var connectionCount: Int { connections.count }
    var subscribers: [Connection] { connections.values.filter { $0.subscription != nil } }

    func start() {
        sources = listeners.map { listener in
            DescriptorSource(listener, .read) { [unowned self] _ in accept(from: listener) }
        }
        timers = [
            TimerSource(milliseconds: 1000, repeats: true) { [unowned self] in
                for connection in connections.values { connection.checkTimes() }
            },
            TimerSource(milliseconds: Limits.heartbeatSeconds * 1000, repeats: true) { [unowned self] in
                let beat = Response.push(ControlJSON.encode(HeartbeatItem(seq: lastSequence)))
                // Whoever is still being replayed has not come so far.
                for subscriber in subscribers where subscriber.subscription?.isReplaying == false {
                    _ = subscriber.push(beat)
                }
            },
        ]
    }

    /// Accepts nothing more and lets go of every client; the answers that are on their way go out first.
    func stop() {
        sources.forEach { $0.cancel() }
        timers.forEach { $0.cancel() }
        for connection in connections.values { connection.finish() }
    }

    private func accept(from listener: Int32) {
        // Some at a time, so that a storm of connects leaves the loop to others.
        for _ in 0..<16 {
            let socket = nw_accept(listener)
            if socket < 0 {
                if errno == EMFILE || errno == ENFILE { refuseWithSpare(listener) }
                return
            }
            guard let peer = PeerIdentity(socket: socket, perUser: perUser) else {
                close(socket)
                continue
            }
            if let reason = noRoom(for: peer) {
                refused += 1
                let answer = Response.error(code: .limit, message: reason)
                _ = answer.withUnsafeBytes { nw_send(socket, $0.baseAddress, $0.count, nil, 0) }
                close(socket)
                continue
            }
            let connection = Connection(
                socket: socket, peer: peer, payloadLimit: settings.payloadMaxBytes, idleSeconds: settings.idleSeconds,
                handle: handle, closed: { [unowned self] gone in connections[ObjectIdentifier(gone)] = nil })
            connections[ObjectIdentifier(connection)] = connection
        }
    }

    private func noRoom(for peer: PeerIdentity) -> String? {
        let most = peer.uid == 0 ? settings.connectionsMax : settings.connectionsMax - Limits.rootSlots
        if connections.count >= most { return "all \(settings.connectionsMax) connections are in use; try again later" }
        let own = connections.values.count { $0.peer.uid == peer.uid }
        if own >= settings.connectionsPerUID, peer.uid != 0 {
            return "uid \(peer.uid) has \(own) connections, the most that one user may have"
        }
        return nil
    }

    private func refuseWithSpare(_ listener: Int32) {
        refused += 1
        close(spare)
        let socket = nw_accept(listener)
        if socket >= 0 { close(socket) }
        spare = open("/dev/null", O_RDONLY | O_CLOEXEC)
    }
}
