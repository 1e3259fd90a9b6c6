import Glibc

/// Reads lines as they come.
struct LineReader {
    enum Line {
        case text([UInt8])
        /// It has more octets than the limit; they are skipped.
        case tooLong
    }

    private let descriptor: Int32
    private let limit: Int
    private var buffer: [UInt8] = []
    /// Of `buffer`, what is not read yet.
    private var start = 0
    private var isAtEnd = false
    private var isSkipping = false

    init(descriptor: Int32, limit: Int) { (self.descriptor, self.limit) = (descriptor, limit) }

    /// The next line without its end; `nil` after the last one.
    mutating func next() throws -> Line? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                if isSkipping || end - start > limit {
                    isSkipping = false
                    return .tooLong
                }
                return .text(Array(buffer[start..<end]))
            }
            if isAtEnd {
                guard start < buffer.count || isSkipping else { return nil }
                defer { (start, isSkipping) = (buffer.count, false) }
                return isSkipping || buffer.count - start > limit ? .tooLong : .text(Array(buffer[start...]))
            }
            if buffer.count - start > limit {
                isSkipping = true
                start = buffer.count
            }
            searched = try fill()
        }
    }

    /// Whether another line can be had without waiting.
    var hasMore: Bool {
        if isAtEnd || buffer[start...].contains(0x0A) { return true }
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&ready, 1, 0) > 0
    }

    /// Takes in what comes; where it begins.
    private mutating func fill() throws -> Int {
        buffer.removeFirst(start)
        start = 0
        let old = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: 65_536))
        var count: Int
        repeat {
            count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + old, 65_536) }
        } while count < 0 && errno == EINTR
        let code = errno
        buffer.removeLast(65_536 - max(0, count))
        if count < 0 { throw Failure(.usage, "standard input cannot be read: \(String(cString: strerror(code)))") }
        isAtEnd = count == 0
        return old
    }
}
