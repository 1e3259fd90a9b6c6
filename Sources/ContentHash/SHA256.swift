import CNettle

/// Incremental SHA-256 (FIPS 180-4), computed by nettle.
///
/// The hash of a file's bytes is its identity everywhere in Newswatch, so daemon and worker must agree
/// on how it is written: 64 lower-case hexadecimal digits.
public struct SHA256: ~Copyable {
    private var context = sha256_ctx()

    public init() { nettle_sha256_init(&context) }

    /// Adds `bytes` to what is hashed.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        nettle_sha256_update(&context, bytes.count, base.assumingMemoryBound(to: UInt8.self))
    }

    /// The hash of all that was added, as 64 lower-case hexadecimal digits. The value is used up.
    public consuming func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, digest.count, &digest)
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 2 * digest.count) { buffer in
            for (i, byte) in digest.enumerated() {
                buffer[2 * i] = digits[Int(byte >> 4)]
                buffer[2 * i + 1] = digits[Int(byte & 15)]
            }
            return 2 * digest.count
        }
    }

    /// The hash of `bytes` in one call.
    public static func hex(_ bytes: UnsafeRawBufferPointer) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finish()
    }
}
