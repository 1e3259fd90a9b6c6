/// The same pseudo-random numbers for the same seed: SplitMix64 (Steele, Lea, Flood 2014).
struct SeededNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Between -1 and 1.
    mutating func floats(_ count: Int) -> [Float] {
        (0..<count).map { _ in Float(Int(next() >> 40) - (1 << 23)) / Float(1 << 23) }
    }

    /// From -127 to 127.
    mutating func octets(_ count: Int) -> [Int8] {
        (0..<count).map { _ in Int8(Int(next() % 255) - 127) }
    }
}
