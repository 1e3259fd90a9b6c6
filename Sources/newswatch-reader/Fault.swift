import Glibc
import ReaderProtocol

/// Faults that tests ask for by `ReaderProcess.faultVariable`; a release build has none.
enum Fault {
    #if DEBUG
        private static let wanted: (kind: String, text: [UInt8])? = {
            guard let value = getenv(ReaderProcess.faultVariable) else { return nil }
            let parts = String(cString: value).split(separator: ":", maxSplits: 1)
            return parts.count == 2 ? (String(parts[0]), Array(parts[1].utf8)) : nil
        }()

        /// Does what is wanted when `bytes` hold the text that it is wanted for.
        static func strike(_ bytes: UnsafeRawBufferPointer) {
            guard let wanted, let needle = wanted.text.first, bytes.count >= wanted.text.count else { return }
            let found = bytes.indices.dropLast(wanted.text.count - 1).contains { start in
                bytes[start] == needle && bytes[start..<start + wanted.text.count].elementsEqual(wanted.text)
            }
            guard found else { return }
            switch wanted.kind {
            case "crash": abort()
            case "slow":
                // A fifth of a second; the sandbox lets nobody sleep.
                let end = clock() + CLOCKS_PER_SEC / 5
                while clock() < end {}
            case "hang": while true { sched_yield() }
            case "memory":
                var held: [[UInt8]] = []
                while true { held.append([UInt8](repeating: 1, count: 16 << 20)) }
            default: return
            }
        }
    #else
        @inline(__always) static func strike(_ bytes: UnsafeRawBufferPointer) {}
    #endif
}
