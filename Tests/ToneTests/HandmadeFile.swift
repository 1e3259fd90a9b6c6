import ContentHash
import Glibc

@testable import Tone

/// A model file put together in memory: the smallest ones, and whatever is wrong with them.
struct HandmadeFile {
    /// The header's lines; `bodyLength` and `bodySHA256` are added.
    var lines = [
        "format 1", "name tiny", "engine convolution", "language en", "labels negative neutral positive",
        "metric dev count 10 high 0.6 low 0.4 macroF1 0.5",
        "trainingDataSHA256 \(String(repeating: "0", count: 64))",
    ]
    var body = [UInt8](repeating: 0, count: 256)

    /// Its octets; both hashes are right.
    func bytes() -> [UInt8] {
        let all = lines + ["bodyLength \(body.count)", "bodySHA256 \(body.withUnsafeBytes(SHA256.hex))"]
        let text = all.map { $0 + "\n" }.joined()
        var bytes = Array("NWTONE1\n".utf8)
        withUnsafeBytes(of: UInt32(text.utf8.count).littleEndian) { bytes += $0 }
        bytes += text.utf8
        bytes += [UInt8](repeating: 0, count: (64 - bytes.count % 64) % 64)
        let digest = bytes.withUnsafeBytes(SHA256.hex)
        bytes += body
        for place in stride(from: 0, to: 64, by: 2) {
            bytes.append(UInt8(digest.dropFirst(place).prefix(2), radix: 16) ?? 0)
        }
        return bytes
    }

    func open() throws(ToneModelError) -> ToneModelFile { try HandmadeFile.open(bytes()) }

    /// A file of those octets that has no name any more.
    static func open(_ bytes: [UInt8]) throws(ToneModelError) -> ToneModelFile {
        var path = Array("/tmp/newswatch-tone-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        precondition(descriptor >= 0)
        defer { close(descriptor) }
        unlink(path)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            precondition(count > 0)
            written += count
        }
        return try ToneModelFile(descriptor: descriptor, name: "tiny.nwtone")
    }
}
